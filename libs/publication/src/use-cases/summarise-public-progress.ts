import { Injectable } from '@nestjs/common';
import { PUBLISHED_AGREEMENTS } from '@app/agreements';
import {
  AddUpProgress,
  type Cohort,
  EVIDENCE_BANDS,
  type EvidenceBand,
  FUNNEL_STAGES,
  type FunnelStep,
  type ProgressSum,
} from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { type PublicQuestion, statusesAskedFor } from '../domain/public-question';
import { PUBLIC_STATUSES, type PublicStatus, publicCases } from '../domain/public-status';
import {
  type PublicFigure,
  type PublicRate,
  acceptedOf,
  agreementsOf,
  countOf,
  sumOf,
} from '../domain/public-summary';
import { PublicSelection } from './public-selection';

/** What was promised and accepted of one kind and one set of axes, each number with the way to its rows. */
export interface PublicProgressSum extends Pick<ProgressSum, 'kind' | 'axes'> {
  readonly promised: PublicFigure;
  /** With a promised figure. */
  readonly commitments: PublicFigure;
  readonly accepted: PublicFigure;
  /** Of which a figure was accepted. */
  readonly withAccepted: PublicFigure;
  readonly bands: readonly {
    readonly band: EvidenceBand;
    readonly accepted: PublicFigure;
    readonly commitments: PublicFigure;
  }[];
  readonly delivered: PublicRate;
}

/** What was promised by those that reached a stage, of one kind and one set of axes. */
export interface PublicReachedSum extends Pick<ProgressSum, 'kind' | 'axes'> {
  readonly commitments: PublicFigure;
  readonly reached: PublicFigure;
  readonly ofAll: PublicRate;
}

/** A stage of the funnel with the way to its rows. */
export interface PublicFunnelStep {
  readonly stage: FunnelStep['stage'];
  readonly here: PublicFigure;
  /** Here or further. */
  readonly reached: PublicFigure;
  readonly agreements: PublicFigure;
  /** Of the stage before; null at the first. */
  readonly ofPrevious: PublicRate | null;
  readonly ofAll: PublicRate;
  readonly sums: readonly PublicReachedSum[];
}

/** Promises of one deadline year. */
export interface PublicCohort {
  readonly year: number;
  /** Without what was taken back. */
  readonly commitments: PublicFigure;
  readonly outcomes: readonly { readonly status: PublicStatus; readonly commitments: PublicFigure }[];
  /** Null where the statuses chosen leave out a part of what is rated: of the rest it would be another rate. */
  readonly kept: PublicRate | null;
  readonly sums: readonly PublicProgressSum[];
}

/** How far published promises have come, on a day; each part names its definition. */
export interface PublicProgress {
  readonly asOf: CalendarDate;
  readonly definitions: typeof DEFINITIONS;
  readonly delivered: readonly PublicProgressSum[];
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
const ANY_BAND = EVIDENCE_BANDS.join(',');

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
      delivered: delivered.map((sum) => progressOf(sum, { ...question, stage: STANDING })),
      funnel: funnel.map((step, index) =>
        stepOf(step, { first: funnel[0], before: funnel[index - 1] }, question),
      ),
      closeOut: closeOut.map((cohort) => cohortOf(cohort, asked, question)),
    };
  }
}

type Axed = Pick<ProgressSum, 'kind' | 'axes'>;

/** Promises of one kind and one set of axes with a figure that counts. */
function figured({ kind, axes }: Axed, question: PublicQuestion): PublicQuestion {
  const { unit, relation, stability, basis, level } = axes;
  return { ...question, ...{ kind, unit, relation, stability, basis, level }, counting: 'counted' };
}

function progressOf(sum: ProgressSum, standing: PublicQuestion): PublicProgressSum {
  const { kind, axes, bands, delivered } = sum;
  const rows = figured(sum, standing);
  const withFigure = { ...rows, band: ANY_BAND };
  const promised = sumOf({ value: sum.promised, among: sum.commitments }, `total.${axes.level}`, rows);
  const accepted = acceptedOf(
    { value: sum.accepted, among: sum.withAccepted },
    DEFINITIONS.delivered,
    withFigure,
  );
  return {
    ...{ kind, axes, promised, accepted },
    commitments: countOf(sum.commitments, 'counting.counted', rows),
    withAccepted: countOf(sum.withAccepted, DEFINITIONS.delivered, withFigure),
    bands: bands.map(({ band, ...one }) => ({
      band,
      accepted: acceptedOf({ value: one.accepted, among: one.commitments }, `band.${band}`, {
        ...rows,
        band,
      }),
      commitments: countOf(one.commitments, `band.${band}`, { ...rows, band }),
    })),
    delivered: { numerator: accepted, denominator: promised, value: delivered.value },
  };
}

/** Those at a stage or further. */
function onwardsFrom(stage: FunnelStep['stage'], question: PublicQuestion): PublicQuestion {
  return { ...question, stage: FUNNEL_STAGES.slice(FUNNEL_STAGES.indexOf(stage)).join(',') };
}

function reachedIn({ stage, reached }: FunnelStep, question: PublicQuestion): PublicFigure {
  return countOf(reached.commitments, `funnel.${stage}`, onwardsFrom(stage, question));
}

function stepOf(
  step: FunnelStep,
  { first = step, before }: { first?: FunnelStep; before?: FunnelStep },
  question: PublicQuestion,
): PublicFunnelStep {
  const { stage, here, reached, ofPrevious, ofAll, sums } = step;
  const numerator = reachedIn(step, question);
  return {
    stage,
    here: countOf(here.commitments, `funnel.${stage}`, { ...question, stage }),
    reached: numerator,
    agreements: agreementsOf(
      reached.agreements,
      'number.agreements_of_commitments',
      onwardsFrom(stage, question),
    ),
    ofPrevious:
      before && ofPrevious
        ? { numerator, denominator: reachedIn(before, question), value: ofPrevious.value }
        : null,
    ofAll: { numerator, denominator: reachedIn(first, question), value: ofAll.value },
    sums: sums.map((sum) => reachedSumOf(sum, step, question)),
  };
}

function reachedSumOf(
  sum: FunnelStep['sums'][number],
  { stage }: FunnelStep,
  question: PublicQuestion,
): PublicReachedSum {
  const { kind, axes, ofAll } = sum;
  const rows = figured(sum, onwardsFrom(stage, question));
  // Of a kind that is promised, none at a stage is a zero that was counted.
  const reached = sumOf({ value: sum.reached, among: 1 }, `funnel.${stage}`, rows);
  const all = figured(sum, { ...question, stage: STANDING });
  return {
    ...{ kind, axes, reached },
    commitments: countOf(sum.commitments, `funnel.${stage}`, rows),
    ofAll: {
      numerator: reached,
      denominator: sumOf({ value: ofAll.denominator, among: 1 }, `total.${axes.level}`, all),
      value: ofAll.value,
    },
  };
}

function cohortOf(
  { year, outcomes, kept, sums }: Cohort<PublicStatus>,
  asked: readonly PublicStatus[],
  question: PublicQuestion,
): PublicCohort {
  const ofYear = { ...question, year: String(year) };
  const standing = { ...ofYear, stage: STANDING };
  const isBack = (status: PublicStatus) => TAKEN_BACK.includes(status);
  const rated = [...WORDS.kept, ...WORDS.due];
  const among = (value: number, statuses: readonly PublicStatus[]) =>
    countOf(value, DEFINITIONS.kept, { ...standing, status: statuses.join(',') });
  return {
    year,
    sums: sums.map((sum) => progressOf(sum, standing)),
    kept: rated.every((status) => asked.includes(status))
      ? {
          numerator: among(kept.numerator, WORDS.kept),
          denominator: among(kept.denominator, rated),
          value: kept.value,
        }
      : null,
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
