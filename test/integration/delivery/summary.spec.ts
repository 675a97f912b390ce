import { randomUUID } from 'node:crypto';
import { AGREEMENTS_ENTITIES } from '@app/agreements';
import { DeliveryModule, PromisedByLevel, SummarisePromises } from '@app/delivery';
import { FieldsRefused } from '@app/kernel';
import { generateRegister } from '../../support/generated-register';
import { type UseCases, startUseCases } from '../../support/use-cases';

const EVERYTHING = { kind: null, region: null, sector: null };

interface Promised {
  value?: number | null;
  kind?: string;
  unit?: string | null;
  relation?: string;
  stability?: string;
  basis?: string;
  level?: string;
  qualifier?: string;
  lastDay?: string | null;
  regions?: string[];
  scope?: string;
}

describe('the summary of what was promised', () => {
  let app: UseCases;
  let owner: string;

  const summarise = (filter = {}) => app.get(SummarisePromises).execute({ ...EVERYTHING, ...filter });
  const firm = ({ firm: totals }: PromisedByLevel) =>
    totals.map(({ axes, total, commitments }) => ({
      unit: axes.unit,
      basis: axes.basis,
      total,
      commitments,
    }));

  beforeAll(async () => {
    app = await startUseCases({ modules: [DeliveryModule], entities: AGREEMENTS_ENTITIES });
    await app.db.transaction((tx) => generateRegister(tx, { agreements: 1, companies: 1 }));
    const [position] = await app.db.query<[{ id: string }]>('SELECT id FROM "position"');
    owner = position.id;
  });
  afterAll(() => app.close());
  beforeEach(() => app.asOwner('DELETE FROM agreement'));

  let numbers = 0;
  /** An agreement with its promises, signed on a day or only announced; answers its id. */
  async function agreement(signedOn: string | null, ...promises: Promised[]): Promise<string> {
    const id = randomUUID();
    numbers += 1;
    await app.db.query(
      `INSERT INTO agreement (id, reference, title_fr, title_status, instrument_type, legal_state, signed_stated,
         signed_precision, signed_first_day, signed_last_day, sector_codes, sourcing, owner_position_id, version_number,
         recorded_on, recorded_at, search_source)
       VALUES ($1, $2, $2, 'descriptive', 'announcement', CASE WHEN $3::date IS NULL THEN 'announced' ELSE 'signed' END,
         $3::text, CASE WHEN $3::date IS NOT NULL THEN 'day' END, $3::date, $3::date, '{ITO}', 'one_source', $4, 1,
         '2026-01-01', '2026-01-01T09:00:00Z', '')`,
      [id, `MIT-2026-${String(numbers).padStart(4, '0')}`, signedOn, owner],
    );
    for (const [rank, promise] of promises.entries()) await commit(id, rank, promise);
    return id;
  }

  async function commit(agreementId: string, rank: number, promise: Promised): Promise<void> {
    const {
      kind = 'jobs',
      unit = 'jobs',
      relation = 'direct',
      stability = 'not_stated',
      basis = 'new',
    } = promise;
    const { level = 'firm', qualifier = 'exactly', lastDay = '2029-12-31', regions = [] } = promise;
    const value = promise.value === undefined ? 100 : promise.value;
    const scope = promise.scope ?? (regions.length > 0 ? 'regions' : 'not_stated');
    const axes =
      unit === null ? [null, null, null, null, null] : [qualifier, relation, stability, basis, level];
    await app.db.query(
      `INSERT INTO commitment (id, agreement_id, rank, kind, title_fr, measure, qualifier, value, unit, relation, stability,
         basis, level, quantity_stated, deadline_stated, deadline_precision, last_day, deadline_absence, place_scope,
         region_codes, recorded_on, search_source)
       VALUES ($1, $2, $3, $4, 'Promesse', CASE WHEN $7::text IS NULL THEN 'completion' ELSE 'quantity' END, $5, $6, $7,
         $8, $9, $10, $11, CASE WHEN $7::text IS NOT NULL AND $6::numeric IS NULL THEN 'milliers' END, $12::date::text,
         CASE WHEN $12::date IS NOT NULL THEN 'day' END, $12::date,
         CASE WHEN $12::date IS NULL THEN 'not_stated' END, $13, $14, '2026-01-01', '')`,
      [
        randomUUID(),
        agreementId,
        rank,
        kind,
        axes[0],
        unit === null ? null : value,
        unit,
        ...axes.slice(1),
        lastDay,
        scope,
        regions,
      ],
    );
  }

  const link = (from: string, to: string) =>
    app.db.query(
      `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind) VALUES ($1, $2, $3, 'continued_by')`,
      [randomUUID(), from, to],
    );

  it('adds figures only when unit, relation, stability, basis and level agree', async () => {
    await agreement('2025-04-15', { value: 150 }, { value: 200, basis: 'additional' });
    await agreement(
      '2025-04-15',
      { value: 700 },
      { value: 30, relation: 'indirect' },
      { value: 5, stability: 'stable' },
    );
    await agreement('2025-04-15', { value: 1_000_000, unit: 'MAD', kind: 'investment' });
    const { promised } = await summarise();
    expect(
      promised.firm.map(({ axes, total }) => [axes.unit, axes.relation, axes.stability, axes.basis, total]),
    ).toEqual([
      ['MAD', 'direct', 'not_stated', 'new', 1_000_000],
      ['jobs', 'direct', 'not_stated', 'additional', 200],
      ['jobs', 'direct', 'not_stated', 'new', 850],
      ['jobs', 'direct', 'stable', 'new', 5],
      ['jobs', 'indirect', 'not_stated', 'new', 30],
    ]);
  });

  it('never adds money of different purposes, nor percentages at all', async () => {
    await agreement(
      '2025-04-15',
      { value: 0.1, unit: 'MAD', kind: 'investment' },
      { value: 0.2, unit: 'MAD', kind: 'investment' },
      { value: 5, unit: 'MAD', kind: 'turnover' },
      { value: 60, unit: 'percent', kind: 'placement_rate' },
      { value: 70, unit: 'percent', kind: 'placement_rate' },
    );
    const { promised } = await summarise();
    expect(promised.firm.map(({ kind, total, commitments }) => [kind, total, commitments])).toEqual([
      ['investment', 0.3, 2],
      ['placement_rate', null, 2],
      ['turnover', 5, 1],
    ]);
  });

  it('keeps firm promises, programmes and capacities apart', async () => {
    await agreement(
      '2025-04-15',
      { value: 150 },
      { value: 130_000, level: 'programme' },
      { value: 5000, level: 'capacity' },
    );
    const { promised } = await summarise();
    expect(
      [promised.firm, promised.programme, promised.capacity].map((totals) =>
        totals.map(({ total }) => total),
      ),
    ).toEqual([[150], [130_000], [5000]]);
  });

  it('says how the papers qualify the figures and how many give words only', async () => {
    await agreement(
      '2025-04-15',
      { value: 100, qualifier: 'more_than' },
      { value: 50 },
      { value: null, qualifier: 'about' },
    );
    const { promised, coverage } = await summarise();
    expect(promised.firm).toMatchObject([
      {
        total: 150,
        commitments: 2,
        agreements: 1,
        qualifiers: { exactly: 1, more_than: 1 },
        withoutValue: 1,
      },
    ]);
    expect(coverage).toEqual({
      commitments: 3,
      counted: 2,
      withoutValue: 1,
      withoutFigure: 0,
      countedElsewhere: 0,
      noLongerPromised: 0,
      cancelledOrWaived: 0,
    });
  });

  it('counts linked instruments once: the figure of the one signed last that carries it', async () => {
    const memorandum = await agreement('2023-01-10', { value: 500 }, { value: 40, basis: 'additional' });
    const convention = await agreement('2024-06-01', { value: 450 }, { value: 60, level: 'capacity' });
    const amendment = await agreement('2025-02-01', { unit: null });
    const alone = await agreement('2025-02-01', { value: 7 });
    await link(memorandum, convention);
    await link(amendment, convention);
    const { promised, coverage, countedElsewhere } = await summarise();
    expect(firm(promised)).toEqual([
      { unit: 'jobs', basis: 'additional', total: 40, commitments: 1 },
      { unit: 'jobs', basis: 'new', total: 457, commitments: 2 },
    ]);
    expect(countedElsewhere).toMatchObject([
      { agreement: { id: memorandum }, countedIn: { id: convention }, value: 500, axes: { basis: 'new' } },
    ]);
    expect(coverage).toEqual({
      commitments: 6,
      counted: 4,
      withoutValue: 0,
      withoutFigure: 1,
      countedElsewhere: 1,
      noLongerPromised: 0,
      cancelledOrWaived: 0,
    });
    expect(alone).toBeTruthy();
  });

  it('prefers a signed instrument to an announcement, and words never to a figure', async () => {
    const announced = await agreement(null, { value: 900 });
    const signed = await agreement('2020-01-01', { value: 300 });
    const later = await agreement('2024-01-01', { value: null });
    await link(announced, signed);
    await link(signed, later);
    const { promised, coverage } = await summarise();
    expect(firm(promised)).toMatchObject([{ total: 300, commitments: 1 }]);
    expect(coverage).toMatchObject({ counted: 1, withoutValue: 0, countedElsewhere: 2 });
  });

  it('says which part nobody has signed', async () => {
    await agreement(null, { value: 900 });
    await agreement('2025-01-01', { value: 100 });
    const { promised } = await summarise();
    expect(promised.firm).toMatchObject([{ total: 1000, notYetSigned: { total: 900, commitments: 1 } }]);
  });

  it('counts a suspended promise, and none of an instrument that fell', async () => {
    const fall = (id: string, state: string) =>
      app.db.query('UPDATE agreement SET legal_state = $2 WHERE id = $1', [id, state]);
    await fall(await agreement('2025-01-01', { value: 1, lastDay: '2026-01-01' }), 'suspended');
    await fall(await agreement('2025-01-01', { value: 2 }), 'expired');
    await fall(await agreement('2025-01-01', { value: 4 }, { unit: null }), 'terminated');
    await fall(await agreement(null, { value: 8 }), 'lapsed');
    const replaced = await agreement('2023-01-01', { value: 16 }, { value: 5, basis: 'additional' });
    await link(replaced, await agreement('2025-01-01', { value: 32 }));
    await fall(replaced, 'superseded');
    const { promised, coverage, countedElsewhere, statuses } = await summarise();
    expect(firm(promised)).toEqual([{ unit: 'jobs', basis: 'new', total: 35, commitments: 3 }]);
    expect(promised.firm).toMatchObject([{ notYetSigned: { total: 0, commitments: 0 } }]);
    expect(countedElsewhere).toEqual([]);
    expect(coverage).toEqual({
      commitments: 8,
      counted: 3,
      withoutValue: 0,
      withoutFigure: 0,
      countedElsewhere: 0,
      noLongerPromised: 5,
      cancelledOrWaived: 0,
    });
    expect(statuses.filter(({ commitments }) => commitments > 0)).toMatchObject([
      { status: 'suspended', commitments: 1 },
      { status: 'ended', commitments: 6 },
      { status: 'unreported', commitments: 1 },
    ]);
  });

  it('divides by year of the deadline and by place without loss', async () => {
    await agreement(
      '2025-04-15',
      { value: 1, lastDay: '2026-12-31', regions: ['MA-06'] },
      { value: 2, lastDay: '2026-06-30', regions: ['MA-06', 'MA-02'] },
      { value: 4, lastDay: null, scope: 'nationwide' },
      { value: 8, lastDay: '2029-12-31' },
    );
    const { byDeadlineYear, byRegion } = await summarise();
    expect(byDeadlineYear.map(({ year, promised }) => [year, firm(promised)[0]?.total])).toEqual([
      [2026, 3],
      [2029, 8],
      [null, 4],
    ]);
    expect(byRegion).toHaveLength(15);
    const withPromises = byRegion.filter(({ promised }) => promised.firm.length > 0);
    expect(
      withPromises.map(({ place, region, promised }) => [place, region?.code, firm(promised)[0]?.total]),
    ).toEqual([
      ['region', 'MA-06', 1],
      ['several_regions', undefined, 2],
      ['nationwide', undefined, 4],
      ['not_stated', undefined, 8],
    ]);
  });

  it('counts statuses on the business date, with their names', async () => {
    await agreement(
      '2025-04-15',
      { lastDay: '2026-11-22' },
      { lastDay: '2026-11-23' },
      { lastDay: '2027-02-21' },
      { lastDay: '2027-02-22' },
      { lastDay: null },
    );
    const { asOf, statuses } = await summarise();
    expect(asOf).toBe('2026-11-23');
    expect(statuses.map(({ status, commitments }) => [status, commitments])).toEqual([
      ['cancelled', 0],
      ['waived', 0],
      ['suspended', 0],
      ['met', 0],
      ['met_late', 0],
      ['closed_partial', 0],
      ['closed_not_met', 0],
      ['closed_unknown', 0],
      ['ended', 0],
      ['no_deadline', 1],
      ['awaiting_verification', 0],
      ['overdue', 0],
      ['overdue_unreported', 1],
      ['at_risk', 0],
      ['due_soon', 2],
      ['on_track', 0],
      ['not_started', 0],
      ['unreported', 1],
    ]);
  });

  it('narrows by kind, region and sector, and adds parts up to the whole', async () => {
    const first = await agreement('2023-01-01', { value: 500, regions: ['MA-06'] });
    const second = await agreement('2024-01-01', { value: 400, regions: ['MA-02'] });
    await agreement('2024-01-01', { value: 9, unit: 'trainees', kind: 'training', regions: ['MA-02'] });
    await link(first, second);
    const total = async (filter: object) => firm((await summarise(filter)).promised).map((one) => one.total);
    expect(await total({})).toEqual([400, 9]);
    expect(await total({ region: 'MA-06' })).toEqual([]);
    expect(await total({ region: 'MA-02' })).toEqual([400, 9]);
    expect(await total({ kind: 'training' })).toEqual([9]);
    expect(await total({ sector: 'ITO' })).toEqual([400, 9]);
    expect(await total({ sector: 'BPO' })).toEqual([]);
    await expect(summarise({ region: 'MA-99' })).rejects.toThrow(FieldsRefused);
  });
});
