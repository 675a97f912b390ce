import { Injectable } from '@nestjs/common';
import { AgreementDocument, LinkAgreements, LogAgreement, RecordEvent, RecordSource } from '@app/agreements';
import type { Actor } from '@app/audit';
import { CalendarDate } from '@app/kernel';
import { RecordIndicator, RecordIndicatorFigure } from '@app/indicators';
import { RecordOrganisation, RecordPerson } from '@app/organisations';
import {
  BeginRegister,
  CountryProfile,
  Holiday,
  RecordHoliday,
  RecordRegion,
  RecordSector,
  RecordZone,
  ZoneStatus,
} from '@app/reference';
import { Transactions } from '@app/platform';
import { KeyedIds } from './keyed-ids';
import { ProfileAgreement, ProfileContent, ProfileHoliday, readProfileContent } from './profile-content';

const LOADER: Actor = 'system:first-content';

/** What a load brought into the register; null when it was not empty. */
export interface LoadedContent {
  readonly agreements: number;
  readonly commitments: number;
}

/**
 * Loads a country's reference data and, if asked, its register through the use cases that people use: once, into
 * an empty register, all or nothing.
 */
@Injectable()
export class RegisterLoader {
  private readonly zones = new KeyedIds('zone');
  private readonly sources = new KeyedIds('source');
  private readonly organisations = new KeyedIds('organisation');
  private readonly persons = new KeyedIds('person');
  private readonly events = new KeyedIds('event');
  private readonly agreements = new KeyedIds('agreement');

  constructor(
    private readonly transactions: Transactions,
    private readonly profile: CountryProfile,
    private readonly beginRegister: BeginRegister,
    private readonly recordRegion: RecordRegion,
    private readonly recordZone: RecordZone,
    private readonly recordSector: RecordSector,
    private readonly recordHoliday: RecordHoliday,
    private readonly recordIndicator: RecordIndicator,
    private readonly recordFigure: RecordIndicatorFigure,
    private readonly recordSource: RecordSource,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly recordPerson: RecordPerson,
    private readonly recordEvent: RecordEvent,
    private readonly logAgreement: LogAgreement,
    private readonly linkAgreements: LinkAgreements,
  ) {}

  async execute(withRegister: boolean): Promise<LoadedContent | null> {
    const content = readProfileContent(this.profile.folder);
    return this.transactions.run(async () => {
      if (!(await this.beginRegister.execute())) return null;
      await this.loadCountry(content);
      await this.loadSources(content);
      await this.loadIndicators(content);
      if (!withRegister) return { agreements: 0, commitments: 0 };
      await this.loadNames(content);
      await this.loadEvents(content);
      await this.loadAgreements(content);
      return {
        agreements: content.agreements.length,
        commitments: content.agreements.reduce((sum, { commitments }) => sum + commitments.length, 0),
      };
    });
  }

  private async loadCountry({ regions, sectors, zones, holidays }: ProfileContent): Promise<void> {
    for (const region of regions) await this.recordRegion.execute(region, LOADER);
    for (const { code, names, examples } of sectors) {
      await this.recordSector.execute({ code, names, examples: [...examples] }, LOADER);
    }
    for (const { code, names, city, regionCode, kind, manager, status, note } of zones) {
      const zone = { code, names, city, regionCode, kind, manager, status: status as ZoneStatus, note };
      this.zones.keep(code, (await this.recordZone.execute(zone, LOADER)).id);
    }
    for (const holiday of holidays) await this.recordHoliday.execute(holidayOf(holiday), LOADER);
  }

  private async loadIndicators({ indicators }: ProfileContent): Promise<void> {
    for (const { kind, ...indicator } of indicators.indicators) {
      await this.recordIndicator.execute({ ...indicator, nature: kind }, LOADER);
    }
    for (const figure of indicators.figures) {
      const { indicator, sourceUrl, ...rest } = figure;
      const sourceId = sourceUrl === null ? null : this.sources.idOf(sourceUrl);
      await this.recordFigure.execute({ ...rest, indicatorCode: indicator, sourceId }, LOADER);
    }
  }

  private async loadSources({ sources }: ProfileContent): Promise<void> {
    for (const { key, ...source } of sources) {
      const id = await this.recordSource.execute(source, LOADER);
      this.sources.keep(key, id);
      this.sources.keep(source.url, id);
    }
  }

  private async loadNames({ organisations, persons }: ProfileContent): Promise<void> {
    for (const { key, names, kind, country, ice, variants } of organisations) {
      const organisation = {
        names,
        kind,
        country,
        ice,
        variants: [...variants],
        reportingContacts: [],
        note: null,
      };
      const recorded = await this.recordOrganisation.execute(organisation, LOADER);
      this.organisations.keep(key, recorded.id);
    }
    for (const { key, names } of persons) {
      this.persons.keep(key, (await this.recordPerson.execute({ names: [...names], note: null }, LOADER)).id);
    }
  }

  private async loadEvents({ events }: ProfileContent): Promise<void> {
    for (const { key, publishedReference, names, dates, place, amount, note } of events) {
      const event = { publishedReference, names, dates, place, amount, note };
      this.events.keep(key, await this.recordEvent.execute(event, LOADER));
    }
  }

  /** All of it is published: its sources are public. */
  private async loadAgreements({ agreements, links }: ProfileContent): Promise<void> {
    for (const agreement of agreements) {
      const id = await this.logAgreement.execute({
        document: this.documentOf(agreement),
        ownerPositionId: null,
        tags: [],
        published: true,
        actor: LOADER,
      });
      this.agreements.keep(agreement.publishedReference, id);
    }
    for (const { from, to, kind, note } of links) {
      const link = {
        fromAgreementId: this.agreements.idOf(from),
        toAgreementId: this.agreements.idOf(to),
        kind,
        note,
      };
      await this.linkAgreements.execute(link, LOADER);
    }
  }

  private documentOf(agreement: ProfileAgreement): AgreementDocument {
    const { event, ...signing } = agreement.signing;
    return {
      ...agreement,
      signing: { ...signing, eventId: this.events.idOrNull(event) },
      parties: agreement.parties.map(({ organisation, ...party }) => ({
        ...party,
        organisationId: this.organisations.idOrNull(organisation),
      })),
      signatories: agreement.signatories.map(({ person, ...signatory }) => ({
        ...signatory,
        personId: this.persons.idOrNull(person),
      })),
      commitments: agreement.commitments.map(({ place: { zones, ...place }, ...commitment }) => ({
        partOfId: null,
        proofMethod: null,
        ...commitment,
        place: { ...place, zoneIds: zones.map((zone) => this.zones.idOf(zone)) },
      })),
      citations: agreement.citations.map(({ source, ...citation }) => ({
        ...citation,
        locator: citation.locator ?? null,
        readOn: citation.readOn ?? null,
        sourceId: this.sources.idOf(source),
      })),
    };
  }
}

function holidayOf(holiday: ProfileHoliday): Holiday {
  const { key, kind, names, note } = holiday;
  return {
    key,
    kind,
    names,
    note,
    status: holiday.status as Holiday['status'],
    monthDay: kind === 'fixed' ? holiday.monthDay : null,
    sinceYear: kind === 'fixed' ? holiday.sinceYear : null,
    usualDays: kind === 'lunar' ? holiday.usualDays : null,
    feast: kind === 'dated' ? holiday.feast : null,
    firstDay: kind === 'dated' ? (holiday.firstDay as CalendarDate) : null,
    days: kind === 'dated' ? holiday.days : null,
  };
}
