import { DecidingLink, UncountedFigure, wayBetween } from '../domain/count-once';
import type { CountingLinks } from '../persistence/counting-links.repository';

/** The way of links from a figure to the one that counts: over promises as far as they lead, then over instruments. */
export function decidedBy(
  { instruments, promises }: CountingLinks,
  { commitmentId, agreementId, countedIn, countedCommitmentId }: UncountedFigure & { agreementId: string },
): readonly DecidingLink[] {
  const between = instruments.map(({ id, kind, fromAgreementId: from, toAgreementId: to }) => ({
    ...{ id, kind, from, to },
    between: 'agreements' as const,
  }));
  if (countedCommitmentId === null) return wayBetween(between, agreementId, countedIn);
  const ofPromises = promises.map(({ id, kind, fromCommitmentId: from, toCommitmentId: to }) => ({
    ...{ id, kind, from, to },
    between: 'promises' as const,
  }));
  const direct = wayBetween(ofPromises, commitmentId, countedCommitmentId);
  if (direct.length > 0) return direct;
  // The promise was found again in an instrument whose family counts another: both kinds of links lead there.
  const holds = promises.flatMap((link) => [
    [link.fromAgreementId, link.fromCommitmentId] as const,
    [link.toAgreementId, link.toCommitmentId] as const,
  ]);
  const inside = holds.map(([to, from]) => ({
    ...{ id: '', kind: '', from, to },
    between: 'agreements' as const,
  }));
  return wayBetween([...ofPromises, ...between, ...inside], commitmentId, countedIn).filter(
    ({ id }) => id !== '',
  );
}
