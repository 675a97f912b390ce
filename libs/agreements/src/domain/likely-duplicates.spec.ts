import * as fc from 'fast-check';
import { calendarDate, localizedText } from '@app/kernel';
import {
  ComparedAgreement,
  DUPLICATE_REASONS,
  DUPLICATE_REASON_NAMES,
  WORTH_A_LOOK,
  couldBeDuplicates,
  likelyDuplicates,
  trigramLikeness,
} from './likely-duplicates';

const day = calendarDate('2025-04-15');
const agreement = (over: Partial<ComparedAgreement> = {}): ComparedAgreement => ({
  id: 'a',
  publishedReference: null,
  title: localizedText({ fr: 'Centre de services partagés', en: 'Shared services centre' }),
  eventId: 'e1',
  signedFirstDay: day,
  signedLastDay: day,
  organisationIds: ['o1'],
  authorityIds: ['m1'],
  figures: ['150 jobs'],
  zoneIds: ['z1'],
  regionCodes: ['MA-06'],
  ...over,
});
const other = agreement({
  id: 'b',
  title: localizedText({ en: 'Engineering of engines' }),
  eventId: null,
  signedFirstDay: calendarDate('2023-01-01'),
  signedLastDay: calendarDate('2023-12-31'),
  organisationIds: ['o2'],
  authorityIds: [],
  figures: ['700 jobs'],
  zoneIds: [],
  regionCodes: [],
});

describe('likely duplicates', () => {
  it.each<[string, Partial<ComparedAgreement>, string[]]>([
    ['nothing in common', {}, []],
    ['the organisation', { organisationIds: ['o3', 'o1'] }, ['same_organisation']],
    ['the ministry', { authorityIds: ['m1'] }, ['same_authority']],
    ['the event', { eventId: 'e1' }, ['same_event']],
    [
      'a date a month apart',
      { signedFirstDay: calendarDate('2025-05-14'), signedLastDay: calendarDate('2025-05-14') },
      ['near_dates'],
    ],
    [
      'a year only',
      { signedFirstDay: calendarDate('2025-01-01'), signedLastDay: calendarDate('2025-12-31') },
      [],
    ],
    ['the figure', { figures: ['1000 MAD', '150 jobs'] }, ['same_figure']],
    ['the zone', { zoneIds: ['z1'] }, ['same_zone']],
    ['the region', { regionCodes: ['MA-02', 'MA-06'] }, ['overlapping_region']],
    ['the title', { title: localizedText({ fr: 'CENTRE DE SERVICES PARTAGES' }) }, ['same_title']],
    ['nearly the title', { title: localizedText({ en: 'Shared service centres' }) }, ['similar_title']],
  ])('have %s', (_what, over, reasons) => {
    expect(likelyDuplicates(agreement(), { ...other, ...over }).reasons).toEqual(reasons);
  });

  it('have one reference in two spellings', () => {
    const [one, two] = [
      agreement({ publishedReference: 'MA-2025-001' }),
      { ...other, publishedReference: 'ma 2025 001' },
    ];
    expect(likelyDuplicates(one, two).reasons).toEqual(['same_reference']);
    expect(likelyDuplicates(agreement(), other).reasons).toEqual([]);
  });

  it('are worth no look for having been signed on one day, with one ministry, for one region', () => {
    const neighbour = {
      ...agreement(),
      ...{ title: other.title, organisationIds: ['o2'], figures: ['700 jobs'], zoneIds: [] },
    };
    expect(likelyDuplicates(agreement(), neighbour).score).toBeLessThan(WORTH_A_LOOK);
    expect(
      likelyDuplicates(agreement(), { ...neighbour, organisationIds: ['o1'] }).score,
    ).toBeGreaterThanOrEqual(WORTH_A_LOOK);
  });

  it('say why in three languages', () => {
    for (const reason of DUPLICATE_REASONS) {
      const { ar, fr, en } = DUPLICATE_REASON_NAMES[reason];
      expect([ar, fr, en].filter(Boolean)).toHaveLength(3);
    }
  });
});

const ids = (...values: string[]) => fc.subarray(values);
const some: fc.Arbitrary<ComparedAgreement> = fc.record({
  id: fc.constant('x'),
  publishedReference: fc.option(fc.constantFrom('MA-1', 'MA 1', 'MA-2')),
  title: fc.record({
    ar: fc.option(fc.constantFrom('مركز', 'منطقة')),
    fr: fc.option(fc.string({ maxLength: 12 })),
    en: fc.option(fc.constantFrom('Centre of jobs', 'Centres of jobs', 'A park')),
  }),
  eventId: fc.option(fc.constantFrom('e1', 'e2')),
  signedFirstDay: fc.constantFrom(null, day),
  signedLastDay: fc.constantFrom(null, day, calendarDate('2025-12-31')),
  organisationIds: ids('o1', 'o2', 'o3'),
  authorityIds: ids('m1', 'm2'),
  figures: ids('150 jobs', '1 MAD'),
  zoneIds: ids('z1'),
  regionCodes: ids('MA-01', 'MA-02'),
});

describe('any two agreements', () => {
  it('are as alike one way as the other, from 0 to 100, and the more reasons the more', () => {
    fc.assert(
      fc.property(some, some, (one, two) => {
        const likeness = likelyDuplicates(one, two);
        expect(likelyDuplicates(two, one)).toEqual(likeness);
        expect(likeness.score >= 0 && likeness.score <= 100).toBe(true);
        expect(likeness.score < WORTH_A_LOOK || couldBeDuplicates(one, two)).toBe(true);
        expect(likeness.score === 0).toBe(likeness.reasons.length === 0);
        const closer = likelyDuplicates(
          { ...one, organisationIds: ['o1'] },
          { ...two, organisationIds: ['o1'] },
        );
        expect(closer.score).toBeGreaterThanOrEqual(likeness.score);
      }),
    );
  });

  it('have titles between nothing and everything in common', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, two) => {
        const likeness = trigramLikeness(one, two);
        expect(likeness >= 0 && likeness <= 1).toBe(true);
        expect(trigramLikeness(two, one)).toBe(likeness);
        expect([0, 1]).toContain(trigramLikeness(one, one));
      }),
    );
  });
});
