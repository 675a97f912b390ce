import { type Actor, AuditTrail, SealEntries, auditKind } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import type { UseCases } from './use-cases';

/** A kind of entry that nothing but tests writes. */
export const somethingDone = auditKind<object>('trial.done', 'trial');

/** Writes one entry in a transaction of its own. @returns the id of its subject */
export async function noteOne(
  app: Pick<UseCases, 'get'>,
  payload: object = {},
  actor: Actor = 'system:trial',
): Promise<string> {
  const subjectId = newId();
  await app
    .get(Transactions)
    .run((tx) => app.get(AuditTrail).note(tx, somethingDone, { actor, subjectId, payload }));
  return subjectId;
}

/** Seals until nothing waits. */
export async function sealAll(app: Pick<UseCases, 'get'>): Promise<void> {
  while (await app.get(SealEntries).execute());
}
