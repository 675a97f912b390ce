import {
  type CalendarDate,
  type FieldViolation,
  type PublishedDate,
  parsePublishedDate,
  publishedDate,
} from '@app/kernel';
import type { AgreementDocument, DocumentSigning, LoggedLegalState, StatedDate } from './agreement-document';
import type { LegalAction } from './agreement-workflow';
import type { NewDeadline, ShiftRule } from './shift-deadlines';
import type { CommitmentFate } from './successor-mapping';

/** How an instrument was signed, and what reports it. */
export interface SigningPart {
  readonly date: StatedDate | null;
  readonly dateAbsence: 'not_published' | null;
  readonly place: string | null;
  /** The signed text, a file of this agreement. */
  readonly fileId: string | null;
  /** A source that reports the signing. */
  readonly sourceId: string | null;
}

/** What single steps bring along, beside what all have. */
export interface LegalStepParts {
  readonly signing: SigningPart | null;
  readonly suspension: { readonly ground: string; readonly expectedEnd: CalendarDate | null } | null;
  readonly shift: { readonly rule: ShiftRule; readonly dates: readonly NewDeadline[] } | null;
  readonly successor: {
    readonly agreementId: string;
    readonly commitments: readonly CommitmentFate[];
  } | null;
}

/** A step as somebody asks for it. */
export interface WantedStep extends LegalStepParts {
  readonly action: LegalAction;
  readonly reason: string | null;
  /** When it happened, as stated; the day of recording when null. */
  readonly on: string | null;
}

/** Which step each part belongs to, and whether that step needs it. */
const PARTS: Readonly<Record<keyof LegalStepParts, { readonly of: LegalAction; readonly needed: boolean }>> =
  {
    signing: { of: 'sign', needed: false },
    suspension: { of: 'suspend', needed: true },
    shift: { of: 'resume', needed: true },
    successor: { of: 'supersede', needed: true },
  };

/** Intervals are counted in days, so these steps happen on one. */
const ON_A_DAY: readonly LegalAction[] = ['suspend', 'resume'];
/** What can happen before a signature, or is one. */
const BEFORE_SIGNING: readonly LegalAction[] = ['negotiate', 'sign', 'lapse', 'reopen'];

/** What bounds the date of a step. */
export interface StepCalendar {
  readonly today: CalendarDate;
  /** The signature, as far as it is dated. */
  readonly signedOn: PublishedDate | null;
  /** Start of the suspension that runs, or end of the one before. */
  readonly suspendedSince: CalendarDate | null;
}

/** What is wrong with a step as it is asked for, whatever the agreement: parts of other steps, impossible dates. */
export function checkStep(wanted: WantedStep, calendar: StepCalendar): FieldViolation[] {
  return [...checkParts(wanted), ...checkSigningPart(wanted, calendar), ...checkDay(wanted, calendar)];
}

function checkParts(wanted: WantedStep): FieldViolation[] {
  return (Object.keys(PARTS) as (keyof LegalStepParts)[]).flatMap((field) => {
    const { of, needed } = PARTS[field];
    if (wanted[field] !== null) {
      return wanted.action === of ? [] : [{ field, code: 'part_of_other_step', values: { action: of } }];
    }
    return wanted.action === of && needed ? [{ field, code: 'required' }] : [];
  });
}

function checkSigningPart({ signing, on }: WantedStep, { today }: StepCalendar): FieldViolation[] {
  if (signing === null || signing.date === null) return [];
  if (signing.dateAbsence !== null) return [{ field: 'signing.dateAbsence', code: 'fact_or_absence' }];
  const date = parsePublishedDate(signing.date.stated);
  if (date === null) return [{ field: 'signing.date.stated', code: 'not_a_date' }];
  if (date.firstDay > today) return [{ field: 'signing.date', code: 'day_in_future' }];
  return on !== null && on !== signing.date.stated ? [{ field: 'on', code: 'date_disagrees' }] : [];
}

function checkDay(wanted: WantedStep, calendar: StepCalendar): FieldViolation[] {
  const { action, suspension } = wanted;
  if (wanted.on !== null && parsePublishedDate(wanted.on) === null)
    return [{ field: 'on', code: 'not_a_date' }];
  if (wanted.signing?.date && parsePublishedDate(wanted.signing.date.stated) === null) return [];
  const on = dateOfStep(wanted, calendar.today);
  if (ON_A_DAY.includes(action) && on.precision !== 'day') return [{ field: 'on', code: 'not_a_day' }];
  if (on.firstDay > calendar.today) return [{ field: 'on', code: 'day_in_future' }];
  const { signedOn, suspendedSince } = calendar;
  if (signedOn !== null && !BEFORE_SIGNING.includes(action) && on.lastDay < signedOn.firstDay) {
    return [{ field: 'on', code: 'before_signature', values: { day: signedOn.stated } }];
  }
  if (ON_A_DAY.includes(action) && suspendedSince !== null && on.lastDay < suspendedSince) {
    return [{ field: 'on', code: 'before_suspension', values: { day: suspendedSince } }];
  }
  const end = suspension?.expectedEnd ?? null;
  return end !== null && end <= on.lastDay
    ? [{ field: 'suspension.expectedEnd', code: 'end_before_start' }]
    : [];
}

/** When a step happened: as stated, else when the instrument was signed, else today. */
export function dateOfStep({ on, signing }: WantedStep, today: CalendarDate): PublishedDate {
  return publishedDate(on ?? signing?.date?.stated ?? today);
}

/**
 * The document after an instrument was negotiated, signed or put in force: its state, since when, and how it was
 * signed. A source that reports the signing is cited.
 */
export function documentAfter(
  document: AgreementDocument,
  wanted: WantedStep,
  { to, newId }: { readonly to: LoggedLegalState; readonly newId: () => string },
): AgreementDocument {
  const { signing: signed } = wanted;
  const since = wanted.on ?? signed?.date?.stated ?? null;
  return {
    ...document,
    legalState: to,
    legalStateSince: since === null ? null : { stated: since },
    signing: signed === null ? document.signing : signingAfter(document.signing, signed),
    citations: signed?.sourceId
      ? [...document.citations, citationOf(document, signed, signed.sourceId, newId())]
      : document.citations,
  };
}

function signingAfter(before: DocumentSigning, { date, dateAbsence, place }: SigningPart): DocumentSigning {
  const stated = date !== null || dateAbsence !== null ? { date, dateAbsence } : {};
  return { ...before, ...stated, place: place ?? before.place };
}

function citationOf(
  { citations }: AgreementDocument,
  { date }: SigningPart,
  sourceId: string,
  id: string,
): AgreementDocument['citations'][number] {
  const ofSigning = citations.filter(({ subject, field }) => subject === 'agreement' && field === 'signing');
  return {
    id,
    sourceId,
    subject: 'agreement',
    subjectId: null,
    field: 'signing',
    stated: date?.stated ?? null,
    adopted: ofSigning.every(({ adopted }) => !adopted),
    note: null,
  };
}
