/**
 * Kinds of recipient; the ledger names a position, an organisation's contacts or its representatives, a described party,
 * a role, or whoever wrote a draft, never a person.
 */
export const RECIPIENT_KINDS = [
  'position',
  'organisation',
  'representatives',
  'party',
  'role',
  'drafters',
] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** A recipient as the ledger writes it (`position:<id>`), read. */
export interface Recipient {
  readonly kind: RecipientKind;
  readonly id: string;
}

/** Reads a recipient of the ledger. @throws RangeError for a text that is none. */
export function recipientOf(text: string): Recipient {
  const [kind, id] = text.split(':');
  if (!RECIPIENT_KINDS.includes(kind as RecipientKind) || !id)
    throw new RangeError(`not a recipient: ${text}`);
  return { kind: kind as RecipientKind, id };
}

/** Why a recipient of this kind cannot be reached when nobody's address is found. */
export const UNREACHABLE: Readonly<Record<RecipientKind, string>> = {
  position: 'no_holder',
  organisation: 'no_address',
  representatives: 'nobody_represents',
  drafters: 'nobody_drafts',
  party: 'obligor_not_named',
  role: 'nobody_holds_role',
};
