import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  AddUpProgress,
  type Cohort,
  FUNNEL_STAGES,
  type FunnelStep,
  type ProgressSum,
  type Rate,
} from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { type PublicQuestion, statusesAskedFor } from '../domain/public-question';
import { PUBLIC_STATUSES, type PublicStatus, publicCases } from '../domain/public-status';
import { type PublicFigure, agreementsOf, countOf } from '../domain/public-summary';
import { PublicSelection } from './public-selection';

/** A stage of the funnel with the way to its rows. */
export interface PublicFunnelStep extends Pick<FunnelStep, 'stage' | 'ofPrevious' | 'ofAll' | 'sums'> {
  readonly here: PublicFigure;
  /** Here or further. */
  readonly reached: PublicFigure;
  readonly agreements: PublicFigure;
}

/** Promises of one deadline year. */
export interface PublicCohort {
  readonly year: number;
  /** Without what was taken back. */
  readonly commitments: PublicFigure;
  readonly outcomes: readonly { readonly status: PublicStatus; readonly commitments: PublicFigure }[];
  readonly kept: Rate;
  readonly sums: readonly ProgressSum[];
}

/** How far published promises have come, on a day; each part names its definition. */
export interface PublicProgress {
  readonly asOf: CalendarDate;
  readonly definitions: typeof DEFINITIONS;
  readonly delivered: readonly ProgressSum[];
  readonly funnel: readonly PublicFunnelStep[];
  readonly closeOut: readonly PublicCohort[];
}

const DEFINITIONS = {
  delivered: 'progress.delivered',
  funnel: 'progress.funnel',
  closeOut: 'progress.close_out',
  kept: 'progress.kept',
} as const;

const TAKEN_BACK: readonly PublicStatus[] = ['cancelled', 'waived'];

/**
 * How the public reads the outcomes of a cohort. Past its last day alone nothing is held to be unkept: of what nobody
 * verified the outcome is not known, and before the right of reply has run nobody is blamed, by a rate as little as by
 * a word.
 */
const WORDS = { kept: ['met', 'met_late'], takenBack: TAKEN_BACK, due: ['closed_not_met'] } as const;

/** At any stage: what stands and counts for itself. */
const STANDING = FUNNEL_STAGES.join(',');

/**
 * Adds up how far published promises have come, in the words of the public register. Every count leads to its rows.
 * @throws FieldsRefused
 */
@Injectable()
export class SummarisePublicProgress {
  constructor(
    private readonly selection: PublicSelection,
    private readonly addUp: AddUpProgress,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(question: PublicQuestion): Promise<PublicProgress> {
    const today = this.calendar.today();
    const { agreement, promise } = await this.selection.execute(question, today);
    const cases = publicCases(today);
    const asked = statusesAskedFor(question.status) ?? PUBLIC_STATUSES;
    const { delivered, funnel, closeOut } = await this.addUp.execute<PublicStatus>({
      scope: PUBLISHED_AGREEMENTS,
      narrowed: [...agreement, ...promise],
      statuses: new Map(asked.map((status) => [status, cases[status]])),
      words: WORDS,
      to: 'public',
    });
    return {
      asOf: today,
      definitions: DEFINITIONS,
      delivered,
      funnel: funnel.map((step) => stepOf(step, question)),
      closeOut: closeOut.map((cohort) => cohortOf(cohort, question)),
    };
  }
}

function stepOf(
  { stage, here, reached, ofPrevious, ofAll, sums }: FunnelStep,
  question: PublicQuestion,
): PublicFunnelStep {
  const onwards = { ...question, stage: FUNNEL_STAGES.slice(FUNNEL_STAGES.indexOf(stage)).join(',') };
  const definition = `funnel.${stage}`;
  return {
    ...{ stage, ofPrevious, ofAll, sums },
    here: countOf(here.commitments, definition, { ...question, stage }),
    reached: countOf(reached.commitments, definition, onwards),
    agreements: agreementsOf(reached.agreements, 'number.agreements_of_commitments', onwards),
  };
}

function cohortOf(
  { year, outcomes, kept, sums }: Cohort<PublicStatus>,
  question: PublicQuestion,
): PublicCohort {
  const ofYear = { ...question, year: String(year) };
  const standing = { ...ofYear, stage: STANDING };
  const isBack = (status: PublicStatus) => TAKEN_BACK.includes(status);
  return {
    ...{ year, kept, sums },
    commitments: countOf(
      outcomes.reduce((sum, { status, commitments }) => sum + (isBack(status) ? 0 : commitments), 0),
      DEFINITIONS.closeOut,
      standing,
    ),
    outcomes: outcomes.map(({ status, commitments }) => ({
      status,
      commitments: countOf(commitments, `status.${status}`, {
        ...(isBack(status) ? { ...ofYear, counting: 'cancelled_or_waived' } : standing),
        status,
      }),
    })),
  };
}
