import { lastAccepted } from './last-accepted';
import type { ListedReport } from './reported';

const report = (id: string, asOf: string, state: string, acceptedValue: number | null) =>
  ({ id, asOf, state, acceptedValue }) as ListedReport;
const CLAIM = report('claim', '2026-06-30', 'submitted', null);

describe('what a claim is read against', () => {
  it('is the accepted value of the latest day until its own', () => {
    const reports = [
      report('older', '2025-12-31', 'accepted', 20),
      CLAIM,
      report('last', '2026-03-31', 'accepted_with_reservation', 30),
      report('later', '2026-09-30', 'accepted', 50),
    ];
    expect(lastAccepted(reports, CLAIM)?.id).toBe('last');
    expect(lastAccepted([CLAIM], CLAIM)).toBeNull();
  });

  it('is no value that was rejected or superseded; one under dispute stays', () => {
    const reports = [
      report('disputed', '2025-12-31', 'disputed', 20),
      report('superseded', '2026-03-31', 'superseded', 30),
      report('rejected', '2026-03-31', 'rejected', null),
    ];
    expect(lastAccepted(reports, CLAIM)?.id).toBe('disputed');
  });
});
