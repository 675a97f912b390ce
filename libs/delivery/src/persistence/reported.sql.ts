import { type ReportedPlace, liesInReported } from '../domain/derive-status';
import { UNREPORTED } from '../domain/reported';

/** Whether what reports make of the promise of the row `c` is among what a status asks for. */
export function reportedAs(place: ReportedPlace | null): string {
  return liesInReported(place, UNREPORTED) ? 'true' : 'false';
}
