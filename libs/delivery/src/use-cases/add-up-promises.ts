import { Injectable } from '@nestjs/common';
import type { AgreementScope } from '@app/agreements';
import type { LocalizedText } from '@app/kernel';
import type { Condition } from '@app/platform';
import type { CountedElsewhere, SummaryCoverage } from '../domain/promised-summary';
import type { StatusCase } from '../domain/derive-status';
import {
  GroupedCount,
  GroupedTotal,
  Grouping,
  PromisedSummaryRepository,
} from '../persistence/promised-summary.repository';
import { decidedBy } from './deciding-links';
import { UncountedFigures } from './uncounted-figures';

/** What is added up. */
export interface PromisesToAddUp<Status extends string> {
  /** The part of the register in which promises count once. */
  readonly scope: AgreementScope;
  /** What chooses among them, as conditions on the promise `c` and its agreement `a`. */
  readonly narrowed: readonly Condition[];
  readonly groupings: readonly Grouping[];
  readonly statuses: ReadonlyMap<Status, readonly StatusCase[]>;
}

export interface AddedUpPromises<Status extends string> {
  readonly totals: readonly GroupedTotal[];
  readonly counts: readonly GroupedCount[];
  readonly coverage: SummaryCoverage;
  readonly statuses: ReadonlyMap<Status, number>;
  readonly countedElsewhere: readonly CountedElsewhere[];
  /** The names of all regions, by code. */
  readonly regions: ReadonlyMap<string, LocalizedText>;
}

const EVERYTHING = { kind: null, region: null, sector: null };

/** Adds up the promises of a part of the register by the rules of all totals, for features to the right. */
@Injectable()
export class AddUpPromises {
  constructor(
    private readonly summary: PromisedSummaryRepository,
    private readonly uncountedFigures: UncountedFigures,
  ) {}

  async execute<Status extends string>({
    scope,
    narrowed,
    groupings,
    statuses,
  }: PromisesToAddUp<Status>): Promise<AddedUpPromises<Status>> {
    const question = { filter: EVERYTHING, scope, narrowed };
    const { links, uncounted } = await this.uncountedFigures.find(scope);
    return {
      totals: await this.summary.totals(question, uncounted, groupings),
      counts: await this.summary.counts(question, groupings),
      coverage: await this.summary.coverage(question, uncounted),
      statuses: await this.summary.countCases(question, statuses),
      countedElsewhere: await this.summary.describeUncounted(question, uncounted, (figure) =>
        decidedBy(links, figure),
      ),
      regions: await this.summary.regions(),
    };
  }
}

export type { GroupedCount, GroupedTotal, Grouping } from '../persistence/promised-summary.repository';
