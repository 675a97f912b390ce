import { type CalendarDate, type Hindrance, type Judgement, type Permission, addDays } from '@app/kernel';
import type { EvidenceRank } from './evidence-rank';
import type { ReportGuard } from './report-workflow';

/** Days after a rejection in which whoever reported may appeal, once. */
export const APPEAL_DAYS = 30;

/** Sizes from which a figure takes two verifiers, or somebody who saw it on the site. */
export interface SecondVerifierSizes {
  readonly jobs: number;
  /** In the currency of the promise. */
  readonly amount: number;
}

/** What decides about a step of a report. */
export interface ReportFacts {
  readonly legalState: string;
  /** Who wants to take the step. */
  readonly actor: string;
  readonly writtenBy: readonly string[];
  readonly submittedBy: string | null;
  readonly rejectedBy: string | null;
  readonly rejectedOn: CalendarDate | null;
  readonly appealed: boolean;
  /** Whether another figure of its period is being written, waits, or took the place of what it corrects. */
  readonly overtaken: boolean;
  /** The first of two verifiers and the figure they would accept; null before they looked. */
  readonly reviewedBy: string | null;
  readonly reviewedValue: number | null;
  /** The figure that is to be accepted; null where the step accepts none. */
  readonly proposedValue: number | null;
  readonly today: CalendarDate;
}

/** Judges the steps of one report for one caller. */
export function judgeReport(
  facts: ReportFacts,
  permission: (permission: Permission) => Hindrance | null,
): Judgement<ReportGuard> {
  return { permission, guard: (guard) => GUARDS[guard](facts) };
}

const NEVER_BOUND = ['announced', 'under_negotiation', 'lapsed'];

const GUARDS: Readonly<Record<ReportGuard, (facts: ReportFacts) => Hindrance | null>> = {
  agreement_binds: ({ legalState }) =>
    NEVER_BOUND.includes(legalState) ? { code: 'reporting_needs_signature' } : null,
  has_not_written_it: ({ actor, writtenBy, submittedBy }) =>
    writtenBy.includes(actor) || submittedBy === actor ? { code: 'writer_does_not_verify' } : null,
  has_not_rejected_it: ({ actor, appealed, rejectedBy }) =>
    appealed && rejectedBy === actor ? { code: 'appeal_needs_another_verifier' } : null,
  has_not_reviewed_it: ({ actor, reviewedBy }) =>
    reviewedBy === actor ? { code: 'second_verifier_needed' } : null,
  reviewers_agree: ({ reviewedValue, proposedValue }) =>
    reviewedValue === null || proposedValue === null || reviewedValue === proposedValue
      ? null
      : { code: 'reviewers_disagree', values: { value: reviewedValue } },
  appeal_is_open: ({ appealed, overtaken, rejectedOn, today }) => {
    if (appealed) return { code: 'appeal_taken' };
    if (overtaken) return { code: 'appeal_overtaken' };
    const until = rejectedOn === null ? null : addDays(rejectedOn, APPEAL_DAYS);
    return until !== null && today > until ? { code: 'appeal_over', values: { until } } : null;
  },
  taken_by_the_register: () => ({ code: 'taken_by_the_register' }),
};

/** What a figure's promise is, for the number of people who look at it. */
export interface PromisedSize {
  readonly target: number | null;
  readonly unit: string | null;
}

/** Whether a second verifier has to look at the figure: a large one that nobody saw on the site. */
export function needsSecondVerifier(
  { target, unit }: PromisedSize,
  rank: EvidenceRank,
  sizes: SecondVerifierSizes,
): boolean {
  // A visit is recorded by the house alone; a file that an obligor calls an audit is no second pair of eyes.
  if (target === null || unit === null || rank === 'site_visit') return false;
  if (unit === 'jobs') return target >= sizes.jobs;
  return /^[A-Z]{3}$/.test(unit) && target >= sizes.amount;
}
