import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import type { LocalizedText } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { BusinessCalendar, FindZone } from '@app/reference';
import { readCommitmentFilter } from '../domain/commitment-filter';
import { CommitmentView } from '../domain/commitment-view';
import { PromisedByLevel, byLevel } from '../domain/promised-summary';
import { CommitmentRepository } from '../persistence/commitment.repository';
import { PromisedSummaryRepository } from '../persistence/promised-summary.repository';
import { UncountedFigures } from './uncounted-figures';

/** What a zone can hold and what was promised in it, side by side and never added. */
export interface ZonePromises extends Page<CommitmentView> {
  readonly zone: { readonly id: string; readonly code: string; readonly names: LocalizedText };
  /** Why there is no capacity to compare with; null where a paper states one. */
  readonly capacityAbsence: 'not_stated' | null;
  readonly promised: PromisedByLevel;
  /** Promises over this zone and others, which belong to none of them alone. */
  readonly overSeveralZones: PromisedByLevel;
}

/** Finds the tenants of a zone: what firms promised there beside what it can hold. @throws RecordNotFound */
@Injectable()
export class FindZonePromises {
  constructor(
    private readonly findZone: FindZone,
    private readonly commitments: CommitmentRepository,
    private readonly summary: PromisedSummaryRepository,
    private readonly uncountedFigures: UncountedFigures,
    private readonly calendar: BusinessCalendar,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(zoneId: string, page: PageRequest): Promise<ZonePromises> {
    const { id, code, names } = await this.findZone.execute(zoneId);
    const scope = this.inScope.conditions;
    const { uncounted } = await this.uncountedFigures.find(scope);
    const promised = async (zones: 'alone' | 'with_others') => {
      const filter = { kind: null, region: null, sector: null, zone: { id, zones } };
      const totals = await this.summary.totals({ filter, scope }, uncounted);
      return byLevel(totals.filter(({ group }) => group === 'all').map(({ total }) => total));
    };
    const inZone = await promised('alone');
    const found = await this.commitments.list(readCommitmentFilter({ zone: id }), page, {
      today: this.calendar.today(),
      synonyms: [],
      scope,
    });
    return {
      ...found,
      zone: { id, code, names },
      capacityAbsence: inZone.capacity.some(({ commitments }) => commitments > 0) ? null : 'not_stated',
      promised: inZone,
      overSeveralZones: await promised('with_others'),
    };
  }
}
