import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePublishedDate } from '@app/kernel';
import { PROFILE_FOLDERS, readProfileFiles } from './profile-files';

const files = readProfileFiles('ma');

function agreement(reference: string) {
  const found = files.agreements.find(({ publishedReference }) => publishedReference === reference);
  if (!found) throw new Error(`no agreement ${reference}`);
  return found;
}

function commitment(reference: string, kind: string) {
  const found = agreement(reference).commitments.find((promise) => promise.kind === kind);
  if (!found) throw new Error(`no ${kind} in ${reference}`);
  return found;
}

function citations(reference: string, field: string) {
  return agreement(reference).citations.filter((citation) => citation.field === field);
}

const figures = files.agreements.flatMap(({ commitments }) => commitments.map(({ quantity }) => quantity));

describe('the real register', () => {
  it('is whole', () => {
    expect({
      agreements: files.agreements.length,
      commitments: files.agreements.flatMap(({ commitments }) => commitments).length,
      citations: files.agreements.flatMap((each) => each.citations).length,
      events: files.events.length,
      links: files.links.length,
      sources: files.sources.length,
      regions: files.regions.length,
      zones: files.zones.length,
      sectors: files.sectors.length,
      holidays: files.holidays.filter(({ kind }) => kind !== 'dated').length,
      datedFeasts: files.holidays.filter(({ kind }) => kind === 'dated').length,
      figures: files.indicators.figures.length,
    }).toEqual({
      agreements: 28,
      commitments: 39,
      citations: 48,
      events: 4,
      links: 2,
      sources: 25,
      regions: 12,
      zones: 9,
      sectors: 5,
      holidays: 15,
      datedFeasts: 16,
      figures: 25,
    });
  });

  it('carries a number of jobs or places in 16 papers, one more in words, and a deadline in 13', () => {
    const counted = files.agreements.filter(({ commitments }) =>
      commitments.some(({ quantity }) => quantity && quantity.unit !== 'MAD'),
    );
    const numbered = counted.filter(({ commitments }) =>
      commitments.some(({ quantity }) => quantity?.unit !== 'MAD' && quantity?.value),
    );
    expect([counted.length, numbered.length]).toEqual([17, 16]);
    expect(
      files.agreements.filter(({ commitments }) => commitments.some(({ deadline }) => deadline)),
    ).toHaveLength(13);
  });

  it('has only the promises whose figures agree in a sum', () => {
    const firm = figures.flatMap((quantity) =>
      quantity?.unit === 'jobs' && quantity.level === 'firm' && quantity.basis === 'new'
        ? [quantity.value]
        : [],
    );
    expect(firm).toEqual([150, 700, 200, 500, 600, 1000, 2000, 300, null]);
    for (const quantity of figures)
      if (quantity?.unit === 'jobs' && quantity.level === 'firm') expect(quantity.relation).toBe('direct');
  });

  it('keeps the job promises of GITEX 2025 and their common amount', () => {
    const last = (reference: string) => {
      const { deadline, quantity } = commitment(reference, 'jobs');
      return [quantity?.value, parsePublishedDate(deadline?.stated ?? '')?.lastDay];
    };
    expect(['MA-2025-001', 'MA-2025-002', 'MA-2025-003'].map(last)).toEqual([
      [150, '2029-12-31'],
      [700, '2029-12-31'],
      [200, '2028-12-31'],
    ]);
    expect(files.events[0]).toMatchObject({
      publishedReference: 'EV-2025-GITEX',
      dates: { stated: '2025-04-14/2025-04-16' },
      place: 'Marrakech',
      amount: { value: 180_000_000, currency: 'MAD', qualifier: 'about' },
      members: ['MA-2025-001', 'MA-2025-002', 'MA-2025-003'],
    });
    expect(agreement('MA-2025-001').amount).toBeNull();
    expect(agreement('MA-2025-004').signing).toMatchObject({
      event: 'gitex-africa-2025',
      sharesEventAmount: false,
    });
    expect(files.events.map(({ amount }) => amount && [amount.qualifier, amount.value])).toEqual([
      ['about', 180_000_000],
      ['more_than', 65_000_000],
      ['exactly', 320_000_000],
      null,
    ]);
  });

  it('stores both deadlines of NTT DATA and adopts one', () => {
    expect(citations('MA-2022-001', 'deadline')).toMatchObject([
      { stated: '2026', adopted: true, subjectId: 'c1', source: 'mcinet-four-memoranda' },
      { stated: '2025', adopted: false, subjectId: 'c1', source: 'telquel-2022-04-22', note: 'company' },
    ]);
    expect(commitment('MA-2022-001', 'jobs').deadline).toEqual({ stated: '2026' });
    expect(commitment('MA-2022-001', 'turnover')).toMatchObject({
      quantity: { qualifier: 'about', value: 1_000_000_000, unit: 'MAD' },
      deadline: { stated: '2025' },
    });
    expect(agreement('MA-2022-001').amount).toEqual({
      value: 15_000_000,
      currency: 'MAD',
      qualifier: 'exactly',
    });
    expect(citations('MA-2025-003', 'deadline')).toMatchObject([
      { stated: 'by 2029, the three companies together', adopted: false },
    ]);
  });

  it('keeps baseline, site capacity and words without a number', () => {
    expect(commitment('MA-2022-003', 'jobs')).toMatchObject({
      quantity: { value: 1750, basis: 'additional', stability: 'stable' },
      baseline: { value: 800, unit: 'jobs' },
    });
    expect(commitment('MA-2025-008', 'jobs')).toMatchObject({
      quantity: { value: 20_000, qualifier: 'more_than', basis: 'site_capacity', level: 'capacity' },
      deadline: null,
      deadlineAbsence: 'not_stated',
    });
    expect(commitment('MA-2022-005', 'jobs').quantity).toMatchObject({ value: null, stated: 'thousands' });
    expect(citations('MA-2022-005', 'quantity').map(({ stated, adopted }) => [stated, adopted])).toEqual([
      ['thousands', true],
      ['more than 1,000', false],
    ]);
    expect(commitment('MA-2022-009', 'placement_rate').quantity).toMatchObject({
      value: 80,
      unit: 'percent',
      qualifier: 'at_least',
    });
    expect(commitment('MA-2024-002', 'grants').note).toContain('7,000 DH/month over 3 years');
  });

  it('keeps the programmes beside the firms, with their milestones', () => {
    expect(commitment('MA-2024-001', 'jobs')).toMatchObject({
      quantity: { value: 130_000, stability: 'stable', basis: 'additional', level: 'programme' },
      deadline: { stated: '2030' },
      milestones: [{ standing: 'published', quantity: { value: 50_000 }, deadline: { stated: '2026' } }],
    });
    expect(commitment('MA-2024-001', 'export_revenue')).toMatchObject({
      quantity: { value: null, unit: 'MAD' },
      deadline: null,
      deadlineAbsence: 'not_stated',
      milestones: [
        { standing: 'published', quantity: { value: 25_000_000_000 }, deadline: { stated: '2026' } },
      ],
    });
    const of2016 = agreement('MA-2016-001').commitments.map(({ quantity, deadline }) => [
      quantity?.value,
      quantity?.basis,
      deadline?.stated ?? null,
    ]);
    expect(of2016).toEqual([
      [60_000, 'new', '2020'],
      [123_000, 'headcount_level', '2020'],
      [26_000_000_000, 'not_stated', '2020'],
      [1_500_000_000, 'not_stated', null],
    ]);
    expect(commitment('MA-2016-001', 'export_revenue').baseline?.value).toBe(8_000_000_000);
  });

  it('has duties of the State owed by a public party', () => {
    const owed = ['MA-2016-001', 'MA-2023-001', 'MA-2026-001'].map((reference) => {
      const { obligorPartyId, quantity } = commitment(reference, 'public_support');
      const party = agreement(reference).parties.find(({ id }) => id === obligorPartyId);
      return [party?.role, quantity?.value ?? null];
    });
    expect(owed).toEqual([
      ['public_authority', 1_500_000_000],
      ['public_authority', 10_000_000],
      ['public_authority', null],
    ]);
  });

  it('has the promises of Nokia without a number, and its existing centre is none of them', () => {
    const promises = agreement('MA-2025-004').commitments;
    expect(promises).toHaveLength(5);
    for (const { measure, quantity, deadline, place, title } of promises) {
      expect([measure === 'quantity', quantity, deadline, place.scope]).toEqual([
        false,
        null,
        null,
        'nationwide',
      ]);
      expect(title.en).not.toMatch(/centre/i);
    }
  });

  it('keeps published outcomes as citations', () => {
    expect(citations('MA-2024-005', 'outcome')).toMatchObject([
      { stated: 'pilot 2023-06..2024-06: 1,000 trained, >73% placed' },
    ]);
    expect(citations('MA-2023-001', 'outcome')).toMatchObject([{ stated: '523 jobs against 450 targeted' }]);
  });

  it('keeps parties and signatories that no paper names', () => {
    const [four] = agreement('MA-2023-005').parties;
    expect(four).toMatchObject({ organisation: null, described: { fr: expect.stringContaining('quatre') } });
    expect(commitment('MA-2023-005', 'jobs').obligorPartyId).toBe(four?.id);
    for (const reference of ['MA-2026-001', 'MA-2026-002', 'MA-2026-003'])
      expect(agreement(reference)).toMatchObject({
        partiesAbsence: 'not_published',
        signatoriesAbsence: 'not_published',
      });
    expect(agreement('MA-2026-002').parties.map(({ certainty }) => certainty)).toEqual([
      'presumed',
      'presumed',
    ]);
    expect(agreement('MA-2025-001').signatories[2]).toMatchObject({
      person: null,
      absence: 'not_published',
    });
  });

  it('keeps the spellings', () => {
    const spellings = files.persons.map(({ names }) => names.map(({ value }) => value));
    expect(spellings).toContainEqual(expect.arrayContaining(['Pierre Chaume', 'Pierre Chome']));
    expect(spellings).toContainEqual(expect.arrayContaining(['Karim Zidane', 'Karim Zidan']));
    expect(files.organisations).toContainEqual(
      expect.objectContaining({ key: 'eids-maroc', variants: ['IDS Maroc'] }),
    );
  });

  it('announces what was not signed and signs the rest', () => {
    const announced = files.agreements.filter(({ legalState }) => legalState !== 'signed');
    expect(announced).toMatchObject([
      { publishedReference: 'MA-2025-010', instrumentType: 'announcement', legalState: 'announced' },
    ]);
  });

  it('counts a promise over several regions once', () => {
    expect(agreement('MA-2026-003').commitments).toMatchObject([
      { place: { scope: 'regions', regionCodes: ['MA-09', 'MA-11', 'MA-12'] } },
    ]);
    expect(files.links).toMatchObject([
      { from: 'MA-2025-008', to: 'MA-2026-002', kind: 'same_project' },
      { from: 'MA-2023-006', to: 'MA-2024-005', kind: 'continued_by' },
    ]);
  });

  it('has the feasts since their year and never joins the two export series', () => {
    expect(files.holidays).toContainEqual(
      expect.objectContaining({ kind: 'fixed', monthDay: '01-14', sinceYear: 2024 }),
    );
    expect(files.holidays).toContainEqual(
      expect.objectContaining({ kind: 'fixed', monthDay: '10-31', sinceYear: 2026 }),
    );
    const of2024 = files.indicators.figures.filter(
      ({ indicator, series, period, sectorCode }) =>
        indicator === 'export_revenue' && series === 'new-method' && period === '2024' && sectorCode,
    );
    expect(of2024.reduce((sum, { value }) => sum + Math.round(value * 1000), 0)).toBe(26_219);
    const of2023 = files.indicators.figures.filter(
      ({ indicator, period, sectorCode }) =>
        indicator === 'export_revenue' && period === '2023' && !sectorCode,
    );
    expect(of2023.map(({ series, value }) => [series, value])).toEqual([
      ['old-method', 17.9],
      ['new-method', 26.17],
    ]);
  });

  it('is written without control characters or direction marks', () => {
    for (const file of ['profile.json', 'register/agreements.json', 'register/organisations.json'])
      expect(readFileSync(join(PROFILE_FOLDERS.ma, file), 'utf8')).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
      );
  });
});
