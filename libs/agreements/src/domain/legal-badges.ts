import type { AgreementDocument, DocumentSignatory } from './agreement-document';
import { type LegalState, LEGAL_STATES } from './legal-states';

/** What the papers of an agreement do not give. None of it blocks a step; all of it is shown. */
export const LEGAL_BADGES = [
  'text_not_held',
  'signing_date_not_published',
  'signatories_not_published',
  'parties_not_published',
] as const;
export type LegalBadge = (typeof LEGAL_BADGES)[number];

const UNSIGNED: readonly LegalState[] = ['announced', 'under_negotiation', 'lapsed'];

interface Badged extends Pick<
  AgreementDocument,
  'signing' | 'parties' | 'partiesAbsence' | 'signatoriesAbsence'
> {
  readonly signatories: readonly Pick<DocumentSignatory, 'absence'>[];
}

/** The badges of an agreement in the order of the list; what was never signed lacks no text and no signatory. */
export function badgesOf(state: LegalState, document: Badged, textHeld: boolean): LegalBadge[] {
  const { signing, parties, signatories } = document;
  const signed = !UNSIGNED.includes(state) || signing.date !== null;
  const holds: Record<LegalBadge, boolean> = {
    text_not_held: signed && !textHeld,
    signing_date_not_published: signed && signing.date === null,
    signatories_not_published:
      signed &&
      (document.signatoriesAbsence === 'not_published' ||
        signatories.some(({ absence }) => absence === 'not_published')),
    parties_not_published:
      document.partiesAbsence === 'not_published' ||
      parties.some(({ organisationId }) => organisationId === null),
  };
  return LEGAL_BADGES.filter((badge) => holds[badge]);
}

/** Whether a word is a legal state. */
export function isLegalState(word: string): word is LegalState {
  return (LEGAL_STATES as readonly string[]).includes(word);
}
