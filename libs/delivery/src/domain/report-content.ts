import { type CalendarDate, type FieldViolation, isExactValue, isMoneyUnit } from '@app/kernel';
import { type EvidenceRank, strongestOf } from './evidence-rank';
import { type CompletionStage, valueOfStage } from './observation';

/** By what a figure is broken down. */
export const BREAKDOWN_AXES = ['site', 'region', 'sex', 'contract', 'relation'] as const;
export type BreakdownAxis = (typeof BREAKDOWN_AXES)[number];

/** The parts of an axis; null where they are named freely (sites) or by the register (codes of regions). */
export const PARTS_OF: Readonly<Record<BreakdownAxis, readonly string[] | null>> = {
  site: null,
  region: null,
  sex: ['women', 'men', 'not_stated'],
  // Permanent contracts that were kept for 18 months are told apart: the employment bonus asks for them.
  contract: [
    ...['permanent', 'permanent_kept_18_months', 'fixed_term', 'temporary_agency', 'apprenticeship'],
    ...['other', 'not_stated'],
  ],
  relation: ['direct', 'indirect', 'not_stated'],
};

/** How an ongoing duty was kept in the year under review, as the value of an observation from 0. */
export const REVIEW_OUTCOMES = ['not_kept', 'partly_kept', 'kept'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What holds a promise up; a duty of the State among them. */
export const OBSTACLE_KINDS = [
  ...([
    'state_duty',
    'land',
    'permits',
    'infrastructure',
    'finance',
    'workforce',
    'market',
    'other',
  ] as const),
];
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/** What evidence may be for: the figure itself, or one of its breakdowns. */
export const REPORTED_FIGURES = ['value', ...BREAKDOWN_AXES] as const;
export type ReportedFigure = (typeof REPORTED_FIGURES)[number];

/** What may be said of evidence without a file. */
export const STATED_EVIDENCE = ['none', 'self_declared'] as const satisfies readonly EvidenceRank[];

export interface Breakdown {
  readonly by: BreakdownAxis;
  /** Whether the parts are some of the total only. */
  readonly partial: boolean;
  readonly parts: readonly { readonly key: string; readonly value: number }[];
}

export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly text: string;
  /** The commitment whose delay blocks this one, where it is a duty of somebody else; null for none that is known. */
  readonly commitmentId: string | null;
}

export interface EvidenceStatement {
  readonly figure: ReportedFigure;
  readonly kind: (typeof STATED_EVIDENCE)[number];
}

/** What a report says, as it is typed: null where nothing was said yet. */
export interface ReportContent {
  /** The day for which the value holds. */
  readonly asOf: CalendarDate | null;
  /** In the unit of the commitment, counted by its rule; of commitments with a figure. */
  readonly value: number | null;
  /** Of commitments that are completed. */
  readonly stage: CompletionStage | null;
  /** Of ongoing duties. */
  readonly review: ReviewOutcome | null;
  readonly breakdowns: readonly Breakdown[];
  readonly narrative: string | null;
  /** Why the value is lower than the last accepted one. */
  readonly fallExplanation: string | null;
  readonly obstacles: readonly Obstacle[];
  readonly evidence: readonly EvidenceStatement[];
}

export const EMPTY_CONTENT: ReportContent = {
  ...{ asOf: null, value: null, stage: null, review: null, breakdowns: [], narrative: null },
  ...{ fallExplanation: null, obstacles: [], evidence: [] },
};

/** What decides whether a report may say something. */
export interface ReportSubject {
  readonly measure: string;
  readonly unit: string | null;
  /** The first day on which the agreement may have been signed; null when nobody published it. */
  readonly signedFrom: CalendarDate | null;
  readonly periodFrom: CalendarDate | null;
  readonly periodUntil: CalendarDate;
  readonly today: CalendarDate;
  readonly regionCodes: ReadonlySet<string>;
  /** Commitments of the same agreement that a public authority owes, those of whoever reports left out. */
  readonly stateDuties: ReadonlySet<string>;
}

/** What cannot be, whoever says it: refused while it is typed. */
export function impossibleParts(content: ReportContent, subject: ReportSubject): FieldViolation[] {
  return [
    ...wrongDay(content, subject),
    ...wrongMeasure(content, subject),
    ...wrongParts(content, subject),
    ...wrongDuties(content, subject),
  ];
}

function wrongDay(
  { asOf }: ReportContent,
  { today, signedFrom, periodFrom, periodUntil }: ReportSubject,
): FieldViolation[] {
  const refuse = (code: string, values = {}) => [{ field: 'asOf', code, values }];
  if (asOf === null) return [];
  if (asOf > today) return refuse('day_in_future');
  if (signedFrom !== null && asOf < signedFrom) return refuse('day_before_signature', { signedFrom });
  if (asOf > periodUntil) return refuse('day_after_period', { periodUntil });
  if (periodFrom !== null && asOf < periodFrom) return refuse('day_before_period', { periodFrom });
  return [];
}

function wrongMeasure(content: ReportContent, { measure, unit }: ReportSubject): FieldViolation[] {
  const { value, stage, review } = content;
  const wrong: FieldViolation[] = [];
  const refuse = (field: string, code: string) => wrong.push({ field, code });
  if (value !== null && measure !== 'quantity') refuse('value', 'not_measured_so');
  if (stage !== null && measure !== 'completion') refuse('stage', 'not_measured_so');
  if (review !== null && measure !== 'ongoing') refuse('review', 'not_measured_so');
  if (value !== null && measure === 'quantity') {
    const code = valueFault(value, unit ?? 'percent');
    if (code) refuse('value', code);
  }
  return wrong;
}

/** Why the register cannot keep a value; null when it can. */
function valueFault(value: number, unit: string): string | null {
  if (value < 0) return 'value_negative';
  if (isExactValue(value, unit)) return null;
  return isMoneyUnit(unit) || unit === 'percent' ? 'value_too_precise' : 'value_not_whole';
}

function wrongParts({ breakdowns, evidence }: ReportContent, subject: ReportSubject): FieldViolation[] {
  const wrong: FieldViolation[] = [];
  breakdowns.forEach(({ by, parts }, index) => {
    const field = `breakdowns[${index}]`;
    if (breakdowns.findIndex((other) => other.by === by) < index) {
      wrong.push({ field: `${field}.by`, code: 'repeated' });
    }
    if (subject.measure !== 'quantity') wrong.push({ field: `${field}.by`, code: 'not_measured_so' });
    parts.forEach(({ key, value }, place) => {
      const known = by === 'region' ? [...subject.regionCodes] : PARTS_OF[by];
      const part = `${field}.parts[${place}]`;
      if (known !== null && !known.includes(key)) {
        wrong.push({ field: `${part}.key`, code: 'unknown_part', values: { choices: known.join(', ') } });
      }
      if (parts.findIndex((other) => other.key === key) < place) {
        wrong.push({ field: `${part}.key`, code: 'repeated' });
      }
      const code = valueFault(value, subject.unit ?? 'percent');
      if (code) wrong.push({ field: `${part}.value`, code });
    });
  });
  evidence.forEach(({ figure }, index) => {
    if (evidence.findIndex((other) => other.figure === figure) < index) {
      wrong.push({ field: `evidence[${index}].figure`, code: 'repeated' });
    }
  });
  return wrong;
}

/** A commitment blocks another as a duty of the State, and of the same agreement alone. */
function wrongDuties({ obstacles }: ReportContent, { stateDuties }: ReportSubject): FieldViolation[] {
  return obstacles.flatMap(({ kind, commitmentId }, index) =>
    commitmentId === null || (kind === 'state_duty' && stateDuties.has(commitmentId))
      ? []
      : [{ field: `obstacles[${index}].commitmentId`, code: 'no_duty_of_state' }],
  );
}

/** The value that a report claims, as the value of an observation; null while it says none. */
export function claimedValue({ value, stage, review }: ReportContent, measure: string): number | null {
  if (measure === 'quantity') return value;
  if (measure === 'completion') return stage === null ? null : valueOfStage(stage);
  return review === null ? null : REVIEW_OUTCOMES.indexOf(review);
}

/** What else decides whether a report may be submitted. */
export interface SubmissionFacts {
  readonly measure: string;
  /** The last accepted value of a day up to that of the report; null for none. */
  readonly lastAccepted: number | null;
  /** Figures that a file supports. */
  readonly supported: readonly string[];
}

const CLAIM_FIELD: Readonly<Record<string, string>> = {
  quantity: 'value',
  completion: 'stage',
  ongoing: 'review',
};

/** How the claimed figure itself is proven: by its files and by what is said where there is none. */
export function rankOf(
  content: ReportContent,
  files: readonly { readonly figure: string; readonly kind: EvidenceRank }[],
): EvidenceRank {
  return strongestOf(
    [...content.evidence, ...files].filter(({ figure }) => figure === 'value').map(({ kind }) => kind),
  );
}

/** What is missing before a report can be attested, or does not add up. */
export function missingParts(content: ReportContent, facts: SubmissionFacts): FieldViolation[] {
  const { measure, lastAccepted, supported } = facts;
  const wrong: FieldViolation[] = [];
  const refuse = (field: string, code: string, values = {}) => wrong.push({ field, code, values });
  const claimed = claimedValue(content, measure);
  if (content.asOf === null) refuse('asOf', 'required');
  if (claimed === null) refuse(CLAIM_FIELD[measure] ?? 'value', 'required');
  if (!supported.includes('value') && !content.evidence.some(({ figure }) => figure === 'value')) {
    refuse('evidence', 'evidence_required');
  }
  if (
    claimed !== null &&
    lastAccepted !== null &&
    claimed < lastAccepted &&
    content.fallExplanation === null
  ) {
    refuse('fallExplanation', 'fall_needs_explanation', { value: lastAccepted });
  }
  content.breakdowns.forEach(({ partial, parts }, index) => {
    if (content.value === null) return;
    // In hundredths: the sum of exact values is exact.
    const sum = parts.reduce((total, { value }) => total + Math.round(value * 100), 0) / 100;
    const values = { sum, total: content.value };
    if (sum > content.value) refuse(`breakdowns[${index}]`, 'parts_exceed_total', values);
    else if (!partial && sum < content.value) refuse(`breakdowns[${index}]`, 'parts_below_total', values);
  });
  return wrong;
}

/** What a report begins with: what was accepted last, as of the last day of its period. */
export function prefilled(
  last: Pick<ReportContent, 'value' | 'stage' | 'review'> | null,
  periodUntil: CalendarDate,
  today: CalendarDate,
): ReportContent {
  const { value = null, stage = null, review = null } = last ?? {};
  return { ...EMPTY_CONTENT, asOf: periodUntil < today ? periodUntil : today, value, stage, review };
}
