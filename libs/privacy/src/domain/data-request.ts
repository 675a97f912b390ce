import { CalendarDate, FieldViolation, addDays, looksLikeIdentityNumber } from '@app/kernel';

/** What somebody may ask about their own data (law 09-08, articles 7 to 9). */
export const DATA_REQUEST_KINDS = ['access', 'rectification', 'opposition', 'erasure'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** How the identity of a requester was checked; no copy of a paper is kept. */
export const IDENTITY_CHECKS = [
  'known_account',
  'in_person',
  'work_address',
  'signed_letter',
  'mandate',
] as const;
export type IdentityCheckKind = (typeof IDENTITY_CHECKS)[number];

export const DECISIONS = ['granted', 'granted_in_part', 'refused'] as const;
export type DecisionOutcome = (typeof DECISIONS)[number];

export const DATA_REQUEST_STATES = ['open', 'granted', 'closed'] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];

export interface IdentityCheck {
  readonly how: IdentityCheckKind;
  readonly on: CalendarDate;
}

/** Whose data a request is about. */
export type RequestSubject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'unknown'; readonly id: null };

/** Who asks, and in which words; null once erased, and what was not given. */
export interface Requester {
  readonly name: string | null;
  readonly contact: string | null;
  readonly words: string | null;
}

export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly reason: string | null;
  readonly by: string;
  readonly on: CalendarDate;
  /** Whether an erasure takes the names in public acts too. */
  readonly erasesPublicNames: boolean;
}

/** A request of a person about their own data. */
export interface DataRequest {
  readonly id: string;
  readonly revision: number;
  readonly kind: DataRequestKind;
  readonly requester: Requester;
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly subject: RequestSubject;
  readonly identityCheck: IdentityCheck | null;
  readonly decision: Decision | null;
  readonly closedAt: Date | null;
  /** When the requester's values were erased because their time was over. */
  readonly erasedAt: Date | null;
  readonly recordedBy: string;
}

/** A request as whoever received it records it. */
export interface DataRequestToRecord {
  readonly kind: DataRequestKind;
  readonly requester: {
    readonly name: string;
    readonly contact?: string | null;
    readonly words?: string | null;
  };
  readonly receivedOn: CalendarDate;
  readonly personId?: string | null;
  readonly accountId?: string | null;
  readonly identityCheck?: IdentityCheck | null;
}

/** What may be filled in later; a field left out stays as it is. */
export interface DataRequestCorrection {
  readonly personId?: string | null;
  readonly accountId?: string | null;
  readonly identityCheck?: IdentityCheck | null;
}

/** A decision as it is taken. */
export interface DecisionToTake {
  readonly outcome: DecisionOutcome;
  readonly reason?: string | null;
  readonly erasesPublicNames?: boolean | null;
}

/** The last day on which a request is answered in time: calendar days from the day after it was received. */
export function dueDateOf(receivedOn: CalendarDate, days: number): CalendarDate {
  return addDays(receivedOn, days);
}

/** Where a request stands: open until it is decided, granted until it is carried out. */
export function stateOf({
  decision,
  closedAt,
}: Pick<DataRequest, 'decision' | 'closedAt'>): DataRequestState {
  if (closedAt !== null) return 'closed';
  return decision === null ? 'open' : 'granted';
}

/** Whether the day on which it had to be answered is over and it is not. */
export function isOverdue(
  { dueOn, closedAt }: Pick<DataRequest, 'dueOn' | 'closedAt'>,
  today: CalendarDate,
): boolean {
  return closedAt === null && dueOn < today;
}

/** Whose data it is about, from two ids of which one at most is there. */
export function subjectOf(
  personId: string | null | undefined,
  accountId: string | null | undefined,
): RequestSubject {
  if (personId) return { kind: 'person', id: personId };
  return accountId ? { kind: 'account', id: accountId } : { kind: 'unknown', id: null };
}

/** What keeps the register from accepting a request; empty when nothing does. */
export function dataRequestViolations(
  {
    requester,
    receivedOn,
    personId,
    accountId,
    identityCheck,
  }: Partial<DataRequestToRecord> & Pick<DataRequestToRecord, 'receivedOn'>,
  today: CalendarDate,
): FieldViolation[] {
  const texts = Object.entries(requester ?? {}).filter(([, text]) => looksLikeIdentityNumber(text ?? ''));
  return [
    ...texts.map(([name]) => ({ field: `requester.${name}`, code: 'identity_number' })),
    ...(receivedOn > today ? [{ field: 'receivedOn', code: 'day_to_come' }] : []),
    ...(personId && accountId ? [{ field: 'accountId', code: 'one_subject' }] : []),
    ...(identityCheck && identityCheck.on > today
      ? [{ field: 'identityCheck.on', code: 'day_to_come' }]
      : []),
  ];
}

/**
 * What keeps a decision from being taken. A refusal, and a grant in part, are given with the reason; so is an erasure of
 * names in public acts, which the register else keeps under the legal basis of their processing.
 */
export function decisionViolations(kind: DataRequestKind, decision: DecisionToTake): FieldViolation[] {
  const { outcome, reason = null, erasesPublicNames } = decision;
  const found: FieldViolation[] = [];
  if (reason === null && (outcome !== 'granted' || erasesPublicNames))
    found.push({ field: 'reason', code: 'decision_reason_required' });
  if (looksLikeIdentityNumber(reason ?? '')) found.push({ field: 'reason', code: 'identity_number' });
  if (erasesPublicNames && (kind !== 'erasure' || outcome === 'refused'))
    found.push({ field: 'erasesPublicNames', code: 'only_granted_erasure' });
  return found;
}
