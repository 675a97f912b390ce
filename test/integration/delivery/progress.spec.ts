import { AGREEMENTS_ENTITIES } from '@app/agreements';
import {
  DELIVERY_STATUSES,
  DeliveryModule,
  EVIDENCE_RANKS,
  FUNNEL_STAGES,
  ListCommitments,
  RefreshStandings,
  SummariseProgress,
  SummarisePromises,
  bandOf,
} from '@app/delivery';
import { addDays, calendarDate } from '@app/kernel';
import { generateDeliveries } from '../../support/generated-deliveries';
import { generateRegister } from '../../support/generated-register';
import { type UseCases, startUseCases } from '../../support/use-cases';

const PATIENCE = 120_000;
const TODAY = calendarDate('2024-06-03');
const EVERYTHING = { kind: null, region: null, sector: null };

interface Row {
  readonly id: string;
  readonly agreement_id: string;
  readonly kind: string;
  readonly axes: string | null;
  readonly value: number | null;
  readonly year: number | null;
  readonly regions: string[];
  readonly sectors: string[];
  readonly legal_state: string;
  readonly observations: readonly { readonly value: number; readonly rank: string }[];
}

/** Read one by one, in a way of their own: what every total of progress must be the sum of. */
const ROWS = `SELECT c.id, c.agreement_id, c.kind, c.value, extract(year FROM c.last_day)::int AS year,
    concat_ws(' ', c.kind, c.unit, c.relation, c.stability, c.basis, c.level) AS axes, c.unit IS NULL AS figureless,
    c.region_codes AS regions, a.sector_codes AS sectors, a.legal_state,
    coalesce((SELECT jsonb_agg(jsonb_build_object('value', o.value, 'rank', o.rank) ORDER BY o.as_of DESC, o.recorded_on DESC, o.id DESC)
                FROM accepted_observation o WHERE o.commitment_id = c.id AND o.superseded_on IS NULL), '[]') AS observations
  FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE c.unit IS DISTINCT FROM 'percent' ORDER BY c.id`;

describe('how far promises have come', () => {
  let app: UseCases;
  let rows: Row[];

  beforeAll(async () => {
    app = await startUseCases({
      modules: [DeliveryModule],
      entities: AGREEMENTS_ENTITIES,
      now: `${TODAY}T09:00:00Z`,
    });
    await generateRegister(app.db, { agreements: 120, documents: false });
    await generateDeliveries(app.db, TODAY);
    await app.get(RefreshStandings).execute();
    rows = (await app.db.query<(Row & { figureless: boolean })[]>(ROWS)).map((row) => ({
      ...row,
      axes: row.figureless ? null : row.axes,
    }));
  }, PATIENCE);
  afterAll(() => app.close());

  const progress = (filter = {}) => app.get(SummariseProgress).execute({ ...EVERYTHING, ...filter });

  const first = (list: (row: Row) => readonly string[]) => {
    const code = rows.flatMap(list)[0];
    if (!code) throw new Error('the population has none');
    return code;
  };
  const filters: readonly [string, () => { filter: object; holds: (row: Row) => boolean }][] = [
    ['nothing', () => ({ filter: {}, holds: () => true })],
    ['a kind', () => ({ filter: { kind: 'jobs' }, holds: ({ kind }) => kind === 'jobs' })],
    [
      'a region',
      () => {
        const region = first(({ regions }) => regions);
        return { filter: { region }, holds: ({ regions }) => regions.includes(region) };
      },
    ],
    [
      'a sector and a kind',
      () => {
        const sector = first(({ sectors }) => sectors);
        return {
          filter: { sector, kind: 'jobs' },
          holds: ({ sectors, kind }) => sectors.includes(sector) && kind === 'jobs',
        };
      },
    ],
  ];

  it.each(filters)('totals are the sum of their rows, narrowed by %s', async (_, of) => {
    const { filter, holds } = of();
    const { countedElsewhere } = await app.get(SummarisePromises).execute(EVERYTHING);
    const elsewhere = new Set(countedElsewhere.map(({ commitmentId }) => commitmentId));
    const fallen = ['lapsed', 'terminated', 'superseded'];
    const counted = rows.filter(
      (row) => holds(row) && !elsewhere.has(row.id) && !fallen.includes(row.legal_state),
    );
    expect(counted.length).toBeGreaterThan(5);
    const { delivered, funnel, closeOut } = await progress(filter);

    for (const { kind, axes, promised, accepted, bands, withAccepted } of delivered) {
      const { unit, relation, stability, basis, level } = axes;
      const own = counted.filter(
        (row) => row.axes === [kind, unit, relation, stability, basis, level].join(' '),
      );
      const last = own.flatMap(({ observations: [latest] }) => (latest ? [latest] : []));
      const sum = (values: readonly (number | null)[]) =>
        values.reduce<number>((total, value) => total + Math.round((value ?? 0) * 100), 0) / 100;
      expect([promised, accepted, withAccepted]).toEqual([
        sum(own.map(({ value }) => value)),
        sum(last.map(({ value }) => value)),
        last.length,
      ]);
      for (const { band, accepted: ofBand, commitments } of bands) {
        const behind = last.filter(
          ({ rank }) => bandOf(EVIDENCE_RANKS.find((one) => one === rank) ?? 'none') === band,
        );
        expect([ofBand, commitments]).toEqual([sum(behind.map(({ value }) => value)), behind.length]);
      }
    }
    expect(
      new Set(
        delivered.map(({ kind, axes: a }) =>
          [kind, a.unit, a.relation, a.stability, a.basis, a.level].join(' '),
        ),
      ),
    ).toEqual(new Set(counted.flatMap(({ axes }) => (axes === null ? [] : [axes]))));
    expect(funnel.map(({ stage }) => stage)).toEqual(FUNNEL_STAGES);
    expect(funnel[0]?.reached).toEqual({
      commitments: funnel.reduce((total, { here }) => total + here.commitments, 0),
      agreements: new Set(counted.map((row) => row.agreement_id)).size,
    });
    expect(funnel[0]?.reached.commitments).toBe(counted.length);
    const ofYears = new Map(closeOut.map(({ year, commitments }) => [year, commitments]));
    const expected = new Map<number, number>();
    for (const { year } of counted) if (year !== null) expected.set(year, (expected.get(year) ?? 0) + 1);
    expect([...ofYears].sort()).toEqual([...expected].sort());
  });

  it('a cohort has the statuses that the list of commitments has', async () => {
    const { closeOut } = await progress();
    const one = closeOut.find(({ year }) => year === 2023);
    if (!one) throw new Error('nothing is due in 2023');
    const { items: listed } = await app
      .get(ListCommitments)
      .execute(
        { dueFrom: calendarDate('2023-01-01'), dueTo: calendarDate('2023-12-31') },
        { limit: 100, cursor: null, exactCount: true },
      );
    const found = DELIVERY_STATUSES.flatMap((status) => {
      const commitments = listed.filter((item) => item.status === status).length;
      return commitments > 0 ? [{ status, commitments }] : [];
    });
    expect(one.outcomes).toEqual(found);
    expect(found.map(({ status }) => status)).toContain('met');
    expect(one.kept.denominator).toBeGreaterThanOrEqual(one.kept.numerator);
  });

  it('a promise that delivers or was delivered stands further than its paper', async () => {
    const { funnel } = await progress();
    const at = new Map(funnel.map(({ stage, here }) => [stage, here.commitments]));
    expect(at.get('delivered')).toBeGreaterThan(0);
    expect(at.get('delivering')).toBeGreaterThan(0);
  });

  it('looks back at a day on which less was known', async () => {
    const before = await app.get(SummariseProgress).execute(EVERYTHING, addDays(TODAY, -400));
    const now = await progress();
    const accepted = ({ delivered }: typeof now) =>
      delivered.reduce((total, { withAccepted }) => total + withAccepted, 0);
    expect(before.asOf).toBe(addDays(TODAY, -400));
    expect(accepted(before)).toBeLessThan(accepted(now));
  });
});
