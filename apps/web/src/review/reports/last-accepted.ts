import type { ListedReport } from './reported';

/** States whose accepted figure is the one that the register follows, beside a dispute about it. */
const FOLLOWED: readonly string[] = ['accepted', 'accepted_with_reservation', 'disputed'];

/**
 * The report whose accepted value a claim is read against: of those that the register follows the one for the latest
 * day, not after the claim's own; null when nothing was accepted before.
 */
export function lastAccepted(
  reports: readonly ListedReport[],
  { id, asOf }: ListedReport,
): ListedReport | null {
  const before = reports.filter(
    (other) =>
      other.id !== id &&
      other.acceptedValue !== null &&
      FOLLOWED.includes(other.state) &&
      (asOf === null || (other.asOf ?? '') <= asOf),
  );
  return before.reduce<ListedReport | null>(
    (last, other) => ((other.asOf ?? '') > (last?.asOf ?? '') ? other : last),
    null,
  );
}
