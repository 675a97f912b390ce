import { isProblem } from '../../api/problem';
import type { DraftContent, DraftDocument } from './document';
import type { DraftShape, DraftState, DraftStore, KeptDraft } from './draft-store';
import { adopt, idsSent, mergeDocuments, withIds } from './merge';
import { type DraftRecord, contentOf, documentOf } from './request';

export type AgreementDraftStore = DraftStore<DraftRecord, DraftContent, DraftDocument>;
export type AgreementDraftState = DraftState<DraftRecord, DraftContent, DraftDocument>;
export type KeptAgreementDraft = KeptDraft<DraftContent>;

/** The draft of a version of an agreement: two people's changes of its document are joined part by part. */
export const AGREEMENT_DRAFT: DraftShape<DraftRecord, DraftContent, DraftDocument> = {
  contentOf,
  theirsOf: ({ document }) => documentOf(document),
  adopt: (sent, record) => adopt(sent, contentOf(record)),
  rebase: (typed, sent, record) => {
    // What was typed meanwhile goes on under the ids that the server gave.
    const received = contentOf(record);
    const ids = idsSent(sent, received);
    const { document } = mergeDocuments(
      withIds(sent, ids).document,
      adopt(sent, received).document,
      withIds(typed, ids).document,
    );
    return { ...withIds(typed, ids), document };
  },
  merge: (saved, theirs, yours, choices) => {
    const { document, conflicts } = mergeDocuments(saved.document, theirs, yours.document, choices);
    return { content: { ...yours, document }, conflicts };
  },
  withTheirs: (content, document) => ({ ...content, document }),
  theirsIn: (error) => {
    if (!isProblem(error, 'draft_conflict')) return null;
    const { revision, theirs } = error as { revision: number; theirs: DraftRecord['document'] };
    return { revision, theirs: documentOf(theirs) };
  },
  closedCode: 'draft_is_under_review',
};
