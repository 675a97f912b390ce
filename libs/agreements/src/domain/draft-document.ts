import type { LocalizedText } from '@app/kernel';
import type {
  AgreementDocument,
  DocumentCitation,
  DocumentCommitment,
  DocumentMilestone,
  DocumentParty,
  DocumentQuantity,
  DocumentSignatory,
  StatedDate,
} from './agreement-document';

/** The same, with some of its values still to be filled in. */
type Unfilled<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: T[K] | null };

export type DraftParty = Unfilled<DocumentParty, 'role'>;
export type DraftSignatory = Unfilled<DocumentSignatory, 'role'>;
export type DraftQuantity = Unfilled<DocumentQuantity, 'qualifier'>;
export type DraftCitation = Unfilled<DocumentCitation, 'sourceId' | 'subject' | 'field'>;
export type DraftMilestone = Omit<DocumentMilestone, 'standing' | 'title' | 'quantity' | 'deadline'> & {
  readonly standing: DocumentMilestone['standing'] | null;
  readonly title: LocalizedText | null;
  readonly quantity: DraftQuantity | null;
  readonly deadline: StatedDate | null;
};
export type DraftCommitment = Omit<
  DocumentCommitment,
  'kind' | 'title' | 'measure' | 'quantity' | 'milestones'
> & {
  readonly kind: DocumentCommitment['kind'] | null;
  readonly title: LocalizedText | null;
  readonly measure: DocumentCommitment['measure'] | null;
  readonly quantity: DraftQuantity | null;
  readonly milestones: readonly DraftMilestone[];
};

/**
 * A document as it is typed: what is there is right, and what only a whole document needs may still be missing.
 * Every whole document is one.
 */
export type DraftDocument = Omit<
  AgreementDocument,
  'title' | 'instrumentType' | 'legalState' | 'parties' | 'signatories' | 'commitments' | 'citations'
> & {
  readonly title: LocalizedText | null;
  readonly instrumentType: AgreementDocument['instrumentType'] | null;
  readonly legalState: AgreementDocument['legalState'] | null;
  readonly parties: readonly DraftParty[];
  readonly signatories: readonly DraftSignatory[];
  readonly commitments: readonly DraftCommitment[];
  readonly citations: readonly DraftCitation[];
};
