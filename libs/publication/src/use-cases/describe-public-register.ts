import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import type { CalendarDate, Language, LocalizedText } from '@app/kernel';
import { type PageRequest, Settings, contactOf } from '@app/platform';
import { BusinessCalendar, CountryProfile, ListRegions, ListSectors, ListZones } from '@app/reference';
import { type PublishedEvent, PublishedEventsRepository } from '../persistence/published-events.repository';

interface Named {
  readonly code: string;
  readonly names: LocalizedText;
}

/** What whoever shows the public register needs to label it, without a session. */
export interface PublicRegister {
  readonly asOf: CalendarDate;
  readonly country: Named;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: Language;
  /** Where errors are reported; null where nobody said. */
  readonly reportError: { readonly kind: 'mail' | 'page'; readonly address: string } | null;
  readonly regions: readonly Named[];
  readonly sectors: readonly Named[];
  readonly zones: readonly (Named & {
    readonly id: string;
    readonly regionCode: string;
    readonly city: string | null;
  })[];
  readonly events: readonly PublishedEvent[];
}

/** More than any country has. */
const ALL: PageRequest = { limit: 1000, cursor: null, exactCount: false };

/** Describes the public register itself. */
@Injectable()
export class DescribePublicRegister {
  constructor(
    private readonly settings: Settings,
    private readonly profile: CountryProfile,
    private readonly calendar: BusinessCalendar,
    private readonly regions: ListRegions,
    private readonly sectors: ListSectors,
    private readonly zones: ListZones,
    private readonly events: PublishedEventsRepository,
  ) {}

  async execute(): Promise<PublicRegister> {
    const { code, names, currency, languages, defaultLanguage } = this.profile;
    const address = this.settings.reportErrorAddress;
    const kind = address === null ? null : contactOf(address);
    return {
      asOf: this.calendar.today(),
      country: { code, names },
      currency,
      languages,
      defaultLanguage,
      reportError: address !== null && kind !== null ? { kind, address } : null,
      regions: (await this.regions.execute(ALL)).items.map(named),
      sectors: (await this.sectors.execute(ALL)).items.map(named),
      zones: (await this.zones.execute(ALL)).items.map((zone) => ({
        id: zone.id,
        ...named(zone),
        regionCode: zone.regionCode,
        city: zone.city,
      })),
      events: await this.events.list(PUBLISHED_AGREEMENTS),
    };
  }
}

function named({ code, names }: Named): Named {
  return { code, names };
}
