import {
  type CalendarDate,
  type FieldViolation,
  type LocalizedText,
  calendarDate,
  correctedText,
  isWritten,
} from '@app/kernel';

/** Key of the position that owns the register's first content; its first holder is the first account. */
export const REGISTER_OWNER = 'register-owner';

/** Somebody in a position, or standing in for its holder. */
export interface PositionAccount {
  readonly id: string;
  readonly name: string | null;
  readonly active: boolean;
}

/** Who stands in for the holder from one day to another, both included. */
export interface Delegation {
  readonly account: PositionAccount;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** An office that owns agreements, whoever holds it. */
export interface Position {
  readonly id: string;
  readonly revision: number;
  /** What the software knows it by; null for those that people made. */
  readonly key: string | null;
  readonly names: LocalizedText;
  readonly superior: { readonly id: string; readonly names: LocalizedText } | null;
  readonly holder: PositionAccount | null;
  readonly delegation: Delegation | null;
}

/** What somebody says of a position. */
export interface PositionContent {
  readonly names: LocalizedText;
  readonly superiorId: string | null;
  readonly holderAccountId: string | null;
  readonly delegateAccountId: string | null;
  readonly delegateFrom: CalendarDate | null;
  readonly delegateUntil: CalendarDate | null;
}

/** Who acts in a position on a day: the delegate while the delegation runs, else the holder; null when it is vacant. */
export function actingOn(
  { holder, delegation }: Pick<Position, 'holder' | 'delegation'>,
  day: CalendarDate,
): { readonly as: 'holder' | 'delegate'; readonly account: PositionAccount } | null {
  const runs = delegation !== null && delegation.from <= day && day <= delegation.until;
  if (runs && delegation.account.active) return { as: 'delegate', account: delegation.account };
  return holder?.active ? { as: 'holder', account: holder } : null;
}

/** What the fields of a position say that cannot be, as far as they say it by themselves. */
export function positionViolations(content: PositionContent): FieldViolation[] {
  const { delegateAccountId, delegateFrom, delegateUntil, holderAccountId } = content;
  const found: FieldViolation[] = [];
  if (!isWritten(content.names)) found.push({ field: 'names', code: 'required' });
  if (delegateFrom !== null && delegateUntil !== null && delegateUntil < delegateFrom)
    found.push({ field: 'delegate.until', code: 'ends_before_it_begins' });
  if (delegateAccountId !== null && delegateAccountId === holderAccountId)
    found.push({ field: 'delegate.accountId', code: 'delegate_is_holder' });
  return found;
}

/** The content of a position as it is. */
export function contentOf({ names, superior, holder, delegation }: Position): PositionContent {
  return {
    names,
    superiorId: superior?.id ?? null,
    holderAccountId: holder?.id ?? null,
    delegateAccountId: delegation?.account.id ?? null,
    delegateFrom: delegation?.from ?? null,
    delegateUntil: delegation?.until ?? null,
  };
}

/** A position as somebody asks for it. In a change, what is left out stays and null takes away. */
export interface PositionToKeep {
  readonly names?: Partial<LocalizedText> | null;
  readonly superiorId?: string | null;
  readonly holderAccountId?: string | null;
  readonly delegate?: {
    readonly accountId: string;
    readonly from: string;
    readonly until: string;
  } | null;
}

const NOTHING: PositionContent = {
  names: { ar: null, fr: null, en: null },
  superiorId: null,
  holderAccountId: null,
  delegateAccountId: null,
  delegateFrom: null,
  delegateUntil: null,
};

/** The content after what was asked for; a new position begins from nothing. */
export function contentAfter(asked: PositionToKeep, before: PositionContent = NOTHING): PositionContent {
  const { superiorId = before.superiorId, holderAccountId = before.holderAccountId, delegate } = asked;
  const kept = { ...before, names: correctedText(before.names, asked.names), superiorId, holderAccountId };
  if (delegate === undefined) return kept;
  return {
    ...kept,
    delegateAccountId: delegate?.accountId ?? null,
    delegateFrom: delegate && calendarDate(delegate.from),
    delegateUntil: delegate && calendarDate(delegate.until),
  };
}
