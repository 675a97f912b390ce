import { createContext, useContext, useSyncExternalStore } from 'react';
import { fieldErrorsOf, problemOf } from '@/api/problem';
import type { AgreementDraftState, AgreementDraftStore } from './agreement-draft';
import type { DraftContent, DraftDocument } from './document';

import { type Lock, lockOf, lockOfList } from './locks';
import { fieldOfPath, valueAt, withValueAt } from './paths';

export interface DraftOfPage {
  readonly agreementId: string;
  readonly store: AgreementDraftStore;
  /** The version that the draft was opened on; null for a first one. */
  readonly base: DraftDocument | null;
}

export const DraftContext = createContext<DraftOfPage | null>(null);

export function useDraft(): DraftOfPage & { readonly state: AgreementDraftState } {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('a section is rendered outside a draft');
  return { ...draft, state: useSyncExternalStore(draft.store.subscribe, draft.store.snapshot) };
}

/** Changes the document as a whole. */
export function useEdit(): (edit: (document: DraftDocument) => DraftDocument) => void {
  const { store } = useDraft();
  return (edit) => store.change((content) => ({ ...content, document: edit(content.document) }));
}

export interface DraftValue<Value> {
  readonly value: Value | null;
  readonly set: (value: Value | null, unread?: string) => void;
  readonly unread: string | undefined;
  /** What the server found wrong with it. */
  readonly error: string | null;
  readonly lock: Lock | null;
}

/** One value of the draft, by the path of its field. */
export function useDraftValue<Value>(path: string): DraftValue<Value> {
  const { store, state, base } = useDraft();
  const { content, record, error } = state;
  return {
    value: valueAt(content, path) as Value | null,
    set: (value, unread) => store.change((now) => withValueAt(now, path, value), { [path]: unread }),
    unread: state.unread[path],
    error: refusalsOf(error, content).get(path) ?? null,
    lock: lockOf(path, { kind: record.kind, state: record.state, content, base }),
  };
}

/** Whether parts may come and go in a list. */
export function useListLock(list: Parameters<typeof lockOfList>[0]): Lock | null {
  const { state, base } = useDraft();
  const { content, record } = state;
  return lockOfList(list, { kind: record.kind, state: record.state, content, base });
}

/** What the server refused, by the path of the field; statements of dates belong to their date. */
export function refusalsOf(error: unknown, content: DraftContent): ReadonlyMap<string, string> {
  if (!problemOf(error)) return new Map();
  return new Map(
    [...fieldErrorsOf(error)].map(([path, message]) => [
      fieldOfPath(path, content).replace(/\.(stated|regionCodes\[\d+\])$/, ''),
      message,
    ]),
  );
}
