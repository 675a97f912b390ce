import type { AgreementDocument, DocumentDifference } from '../changes/parts';

type Citation = NonNullable<AgreementDocument['citations']>[number];

/** First words of the fields that a citation of a field speaks of. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  signing: ['signing', 'legalState', 'legalStateSince'],
  party: ['role', 'organisationId', 'described'],
  name: ['personId', 'organisationId'],
  capacity: ['capacity'],
  quantity: ['quantity'],
  baseline: ['baseline'],
  deadline: ['deadline', 'deadlineAbsence'],
  milestone: ['deadline', 'quantity', 'standing'],
  place: ['place'],
  amount: ['amount'],
};

/** Whether a citation speaks of something that a draft changes, or is itself new or changed. */
export function backs(citation: Citation, changes: readonly DocumentDifference[]): boolean {
  const { id, subjectId = null, field } = citation;
  return changes.some((change) => {
    if (change.path.startsWith(`citations[${id}]`)) return true;
    if (change.path.startsWith('citations[') || (change.subjectId ?? null) !== subjectId) return false;
    if (field === 'whole' || change.field === '') return true;
    const [first = ''] = change.field.split('.');
    return (FIELDS[field ?? ''] ?? []).includes(first);
  });
}
