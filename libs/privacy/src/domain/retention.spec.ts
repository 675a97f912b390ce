import fc from 'fast-check';
import { RETAINED_CATEGORIES, countedMore, timesOver } from './retention';

const NOW = new Date('2026-11-23T10:00:00Z');

describe('the times of retention', () => {
  it('are counted back from now, in days', () => {
    expect(timesOver([{ code: 'mails', retentionDays: 2 }], NOW)).toEqual(
      new Map([['mail_addresses', new Date('2026-11-21T10:00:00Z')]]),
    );
  });

  it('touch nothing whose processing has no end, is missing or is not known to the software', () => {
    const processings = [
      { code: 'mails', retentionDays: null },
      { code: 'signatories', retentionDays: 1 },
      { code: null, retentionDays: 1 },
    ];
    expect(timesOver(processings, NOW)).toEqual(new Map());
  });

  it('know no category of public acts', () => {
    expect(Object.values(RETAINED_CATEGORIES)).not.toContain('signatories');
    expect(Object.values(RETAINED_CATEGORIES)).not.toContain('audit_trail');
  });
});

it('counts add up, and nothing is no count', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), (batches) => {
      const counted = batches.reduce((erased, more) => countedMore(erased, 'requesters', more), {});
      const sum = batches.reduce((total, more) => total + more, 0);
      expect(counted).toEqual(sum === 0 ? {} : { requesters: sum });
    }),
  );
});
