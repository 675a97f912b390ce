import type { AcceptedObservation } from '@app/delivery';
import { type CalendarDate, calendarDate } from '@app/kernel';
import { type DeliveryFacts, publicDelivery } from './public-delivery';

const day = (of: string): CalendarDate => calendarDate(of);
const accepted = (asOf: string, value: number): AcceptedObservation => ({
  ...{ asOf: day(asOf), value, rank: 'company_document', recordedOn: day(asOf) },
});

const FACTS: DeliveryFacts = {
  ...{ measure: 'quantity', confidential: false, standing: 'running' },
  ...{ lastDay: day('2026-12-31'), firstLastDay: day('2026-12-31'), target: 500, disputed: false },
  ...{ signedOn: day('2025-01-15'), milestones: [] },
  observations: [accepted('2025-06-30', 100), accepted('2025-12-31', 180)],
};
const BEFORE = day('2026-06-01');

describe('what the public reads of a delivery', () => {
  it('is what was verified, with its evidence, and nothing that was only claimed or forecast', () => {
    const told = publicDelivery(FACTS, BEFORE);
    expect(told).toMatchObject({
      evidence: { value: 180, asOf: '2025-12-31', share: 0.36, rank: 'company_document', band: 'documented' },
      original: { standing: 'ahead', movedDays: 0 },
      promised: { kind: 'straight_assumption' },
    });
    expect(Object.keys(told ?? {}).sort()).toEqual([
      'accepted',
      'disputed',
      'evidence',
      'original',
      'promised',
    ]);
  });

  it.each([
    ['nothing was accepted', { observations: [] }],
    ['the figure or the deadline is confidential', { confidential: true }],
    ['the agreement is suspended', { standing: 'suspended' }],
    ['a duty is judged year by year', { measure: 'ongoing', target: null }],
  ] satisfies [string, Partial<DeliveryFacts>][])('is nothing where %s', (_, change) => {
    expect(publicDelivery({ ...FACTS, ...change }, BEFORE)).toBeNull();
  });

  it('says that whoever promised disputes it', () => {
    expect(publicDelivery({ ...FACTS, disputed: true }, BEFORE)?.disputed).toBe(true);
  });

  it('is told of a promise that was kept, in time or late', () => {
    const kept = [...FACTS.observations, accepted('2026-11-30', 500)];
    expect(publicDelivery({ ...FACTS, observations: kept }, day('2027-01-01'))?.original?.standing).toBe(
      'met',
    );
    const late = [...FACTS.observations, accepted('2027-02-28', 510)];
    expect(publicDelivery({ ...FACTS, observations: late }, day('2027-03-01'))?.original?.standing).toBe(
      'met_late',
    );
  });

  it('is told of a promise without a deadline', () => {
    expect(publicDelivery({ ...FACTS, lastDay: null, firstLastDay: null }, BEFORE)).toMatchObject({
      ...{ original: null, promised: { kind: 'none' } },
    });
  });
});
