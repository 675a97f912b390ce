import { Injectable } from '@nestjs/common';
import type { AgreementScope } from '@app/agreements';
import type { Condition } from '@app/platform';
import type { StatusCase } from '../domain/derive-status';
import {
  type Cohort,
  type CohortWords,
  type FunnelStep,
  type ProgressCell,
  type ProgressSum,
  cohortsOf,
  funnelOf,
  progressSums,
} from '../domain/progress-summary';
import type { SummaryFilter } from '../domain/promised-summary';
import { ProgressSummaryRepository } from '../persistence/progress-summary.repository';
import type { ToldTo } from '../persistence/stage.sql';
import { UncountedFigures } from './uncounted-figures';

/** Whose progress is added up, and in which words it is told. */
export interface ProgressToAddUp<Status extends string> {
  /** The part of the register in which promises count once. */
  readonly scope: AgreementScope;
  readonly filter?: SummaryFilter;
  /** What chooses among them besides, as conditions on the promise `c` and its agreement `a`. */
  readonly narrowed?: readonly Condition[];
  readonly statuses: ReadonlyMap<Status, readonly StatusCase[]>;
  readonly words: CohortWords<Status>;
  /** The public is told nothing of what was accepted where its record says nothing. */
  readonly to: ToldTo;
}

/** How far the promises of a part of the register have come. */
export interface AddedUpProgress<Status extends string> {
  /** What it is made of: every total is the sum of some of these. */
  readonly cells: readonly ProgressCell<Status>[];
  readonly delivered: readonly ProgressSum[];
  readonly funnel: readonly FunnelStep[];
  readonly closeOut: readonly Cohort<Status>[];
}

const EVERYTHING = { kind: null, region: null, sector: null };

/** Adds up how far promises have come, for whoever asks for a part of the register. */
@Injectable()
export class AddUpProgress {
  constructor(
    private readonly progress: ProgressSummaryRepository,
    private readonly uncountedFigures: UncountedFigures,
  ) {}

  async execute<Status extends string>({
    scope,
    filter = EVERYTHING,
    narrowed = [],
    statuses,
    words,
    to,
  }: ProgressToAddUp<Status>): Promise<AddedUpProgress<Status>> {
    const question = { filter, scope, narrowed };
    const { uncounted } = await this.uncountedFigures.find(scope);
    const cells = await this.progress.cells(question, uncounted, statuses, to);
    const agreements = await this.progress.agreements(question, uncounted, to);
    const standing = cells.filter(({ status }) => !words.takenBack.includes(status));
    return {
      cells,
      delivered: progressSums(standing),
      funnel: funnelOf(standing, agreements),
      closeOut: cohortsOf(cells, [...statuses.keys()], words),
    };
  }
}
