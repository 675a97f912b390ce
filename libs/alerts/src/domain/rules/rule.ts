import { CalendarDate, addDays, addMonths } from '@app/kernel';

/** What a deadline belongs to. */
export const SUBJECT_TYPES = ['commitment', 'milestone'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** What an alert can be about: a deadline, a report, a draft of a version, an agreement as a whole, or what the nightly search found in it. */
export type AlertedSubject = SubjectType | 'report' | 'draft' | 'agreement' | 'finding';

/** Whether what it is about belongs to one promise, and not to its agreement as a whole. */
export function hasPromise(subject: AlertedSubject): boolean {
  return subject === 'commitment' || subject === 'milestone' || subject === 'report';
}

/**
 * Whom a rule addresses, by duty and not by name: the position that owns the agreement, the party that owes the
 * promise, whoever verifies, the superior of the owning position (else whoever directs), whoever directs, whoever
 * administers, whoever sees to what was signed; of a report whoever may attest for its organisation, and the desk that
 * sent it in, which is the owner's where an officer did it on behalf; of a draft whoever wrote it.
 */
export const ADDRESSEES = [
  'owner',
  'obligor',
  'verifier',
  'head_of_unit',
  'director',
  'admin',
  'representatives',
  'submitter',
  'legal',
  'drafter',
] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** When a threshold counts for a subject. */
export const THRESHOLD_CONDITIONS = ['always', 'long_term', 'recorded_late'] as const;
export type ThresholdCondition = (typeof THRESHOLD_CONDITIONS)[number];

/** A term longer than this many months is a long one. */
export const LONG_TERM_MONTHS = 18;

/** One step of a rule: so many days from the deadline (negative before it), for whom, and when it counts. */
export interface Threshold {
  readonly days: number;
  /** When it counts for each type of subject; a type left out is not told at this step. */
  readonly when: Readonly<Partial<Record<SubjectType, ThresholdCondition>>>;
  readonly to: readonly Addressee[];
}

/** A rule that speaks at fixed distances from a deadline. Its version is recorded beside what it caused. */
export interface ThresholdRule {
  readonly kind: 'threshold';
  readonly code: 'deadline_ahead' | 'deadline_passed';
  readonly version: number;
  readonly thresholds: readonly Threshold[];
}

/** A rule that speaks once for each event, whenever it happens. */
export interface EventRule {
  readonly kind: 'event';
  readonly code: 'deadline_moved';
  readonly version: number;
  readonly to: readonly Addressee[];
}

/** A rule that speaks once for each event of an agreement as a whole, of a report, or for each finding. */
export interface NoticeRule {
  readonly kind: 'notice';
  readonly code:
    'impossible_data' | 'agreement_suspended' | 'agreement_resumed' | 'agreement_amended' | 'report_decided';
  readonly version: number;
  readonly to: readonly Addressee[];
}

/** In which mail it is told: with everything else of the day at the opening of the sending hours, or as soon as may be. */
export const TELLING_MODES = ['digest', 'at_once'] as const;
export type TellingMode = (typeof TELLING_MODES)[number];

/** One step of a rule about a fact that lasts. */
export interface FactStep {
  /** So many days, or months, from the day that the fact counts from; negative before it. */
  readonly at: number;
  readonly to: readonly Addressee[];
  readonly mode: TellingMode;
}

/**
 * A rule that speaks at fixed distances from the day of a fact, for as long as the fact holds. What begins and ends it
 * stands in the register alone: nobody resolves it by a click.
 */
export interface FactRule {
  readonly kind: 'fact';
  readonly code:
    | 'report_due'
    | 'report_waiting'
    | 'report_returned'
    | 'stale_data'
    | 'forecast_crosses'
    | 'version_submitted'
    | 'version_verified'
    | 'version_returned'
    | 'no_follow_up'
    | 'suspension_ends';
  readonly version: number;
  /**
   * In calendar days, a day off moving the step as it moves those of a deadline; in working days that passed; or in
   * months that passed, told on a working day.
   */
  readonly counted: 'days' | 'working_days' | 'months';
  readonly steps: readonly FactStep[];
}

export type AlertRule = ThresholdRule | EventRule | NoticeRule | FactRule;
export type RuleCode = AlertRule['code'];

/** What a threshold's condition looks at. */
export interface Term {
  readonly deadline: CalendarDate;
  /** The signature's last possible day, else the day of recording. */
  readonly termStart: CalendarDate;
  readonly recordedOn: CalendarDate;
}

/**
 * Whether a threshold counts for this term: always, when the term is longer than eighteen months, or when the
 * subject was recorded after the threshold's own day, so that one logged late is not silent until the next.
 */
export function conditionHolds(condition: ThresholdCondition, days: number, term: Term): boolean {
  switch (condition) {
    case 'always':
      return true;
    case 'long_term':
      return term.deadline > addMonths(term.termStart, LONG_TERM_MONTHS);
    case 'recorded_late':
      return term.recordedOn >= addDays(term.deadline, days);
  }
}
