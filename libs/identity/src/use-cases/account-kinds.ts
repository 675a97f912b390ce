import { type Changed, type ChangedField, type Personal, type RecordsRead, auditKind } from '@app/audit';
import type { CalendarDate, LocalizedText } from '@app/kernel';

/** Somebody looked at a page of accounts: the subject is the reader. */
export const accountsListed = auditKind<RecordsRead>('account.listed', 'account');

/** Somebody looked at one account. */
export const accountRead = auditKind('account.read', 'account');

/** An account was changed, from what to what; its name is personal. */
export const accountChanged = auditKind<
  Changed & { readonly name?: { readonly from: Personal | null; readonly to: Personal | null } }
>('account.changed', 'account');

/** A lost second factor was taken away, so that its holder can enrol another. */
export const secondFactorReset = auditKind('account.second_factor_reset', 'account');

/** What a position says, for the trail: accounts by their ids. */
export interface AuditedPosition {
  readonly names: LocalizedText;
  readonly superiorId: string | null;
  readonly holderAccountId: string | null;
  readonly delegateAccountId: string | null;
  readonly delegateFrom: CalendarDate | null;
  readonly delegateUntil: CalendarDate | null;
}

export const positionRecorded = auditKind<AuditedPosition>('position.recorded', 'position');

/** A position was changed, from what to what: another holder is one of these changes. */
export const positionChanged = auditKind<{ readonly changed: Record<string, ChangedField> }>(
  'position.changed',
  'position',
);

/** The accounts of a demonstration were made or brought back; the subject is the position that owns what it brings. */
export const demonstrationOpened = auditKind<{ readonly accounts: number }>(
  'demonstration.opened',
  'position',
);

/** An account of a demonstration was closed. */
export const demonstrationClosed = auditKind('demonstration.closed', 'account');
