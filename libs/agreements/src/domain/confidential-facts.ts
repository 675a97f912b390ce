import { partKey } from './claims';
import type { StoredDocument } from './stored-document';

/**
 * The facts of a document that are marked confidential, each as the part and the field that citations speak of: who reads the public part is told that there is one, and nothing of what it is.
 */
export function confidentialFacts(document: StoredDocument): ReadonlySet<string> {
  const keys = new Set<string>();
  const mark = (absence: string | null, ...facts: readonly Parameters<typeof partKey>[0][]) => {
    if (absence === 'confidential') for (const fact of facts) keys.add(partKey(fact));
  };
  const whole = { subject: 'agreement', subjectId: null } as const;
  mark(document.signing.dateAbsence, { ...whole, field: 'signing' });
  mark(document.partiesAbsence, { ...whole, field: 'party' });
  mark(document.signatoriesAbsence, { ...whole, field: 'name' }, { ...whole, field: 'capacity' });
  for (const { id, absence } of document.signatories) {
    const signatory = { subject: 'signatory', subjectId: id } as const;
    mark(absence, { ...signatory, field: 'name' }, { ...signatory, field: 'capacity' });
  }
  for (const { id, deadlineAbsence } of document.commitments) {
    mark(deadlineAbsence, { subject: 'commitment', subjectId: id, field: 'deadline' });
  }
  return keys;
}
