import { AGREEMENTS_ENTITIES, AgreementsInScope } from '@app/agreements';
import {
  AddUpProgress,
  DELIVERY_STATUSES,
  DeliveryModule,
  EVIDENCE_RANKS,
  FUNNEL_STAGES,
  ListCommitments,
  RefreshStandings,
  STANDINGS,
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
  readonly measure: string;
  readonly deadline_absence: string | null;
  readonly unit: string | null;
  readonly reached: string | null;
  readonly observations: readonly { readonly value: number; readonly rank: string }[];
}

/** Read one by one, in a way of their own: what every total of progress must be the sum of. */
const ROWS = `SELECT c.id, c.agreement_id, c.kind, c.value, extract(year FROM c.last_day)::int AS year,
    concat_ws(' ', c.kind, c.unit, c.relation, c.stability, c.basis, c.level) AS axes, c.value IS NULL AS figureless,
    c.measure, c.deadline_absence, c.unit, s.reached,
    c.region_codes AS regions, a.sector_codes AS sectors, a.legal_state,
    coalesce((SELECT jsonb_agg(jsonb_build_object('value', o.value, 'rank', o.rank) ORDER BY o.as_of DESC, o.recorded_on DESC, o.id DESC)
                FROM accepted_observation o WHERE o.commitment_id = c.id AND o.superseded_on IS NULL), '[]') AS observations
  FROM commitment c JOIN agreement a ON a.id = c.agreement_id
  LEFT JOIN delivery_standing s ON s.commitment_id = c.id AND s.replaced_on IS NULL
 WHERE c.unit IS DISTINCT FROM 'percent' ORDER BY c.id`;

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
    await app.db.query(
      `UPDATE agreement SET legal_state = 'suspended'
        WHERE id IN (SELECT DISTINCT agreement_id FROM accepted_observation ORDER BY agreement_id LIMIT 3)`,
    );
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

  /** What stands and counts for itself. */
  const countedRows = async () => {
    const { countedElsewhere } = await app.get(SummarisePromises).execute(EVERYTHING);
    const elsewhere = new Set(countedElsewhere.map(({ commitmentId }) => commitmentId));
    const fallen = ['lapsed', 'terminated', 'superseded'];
    return rows.filter((row) => !elsewhere.has(row.id) && !fallen.includes(row.legal_state));
  };

  it.each(filters)('totals are the sum of their rows, narrowed by %s', async (_, of) => {
    const { filter, holds } = of();
    const counted = (await countedRows()).filter(holds);
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
    const among = (...statuses: string[]) =>
      listed.filter((item) => item.status !== null && statuses.includes(item.status)).length;
    const [kept, not] = [among('met', 'met_late'), among('closed_partial', 'closed_not_met', 'overdue')];
    expect(one.kept).toMatchObject({ numerator: kept, denominator: kept + not });
    // That nobody reported is no failure: these stand beside the rate.
    expect(among('overdue_unreported')).toBeGreaterThan(0);
  });

  it('a promise that delivers or was delivered stands further than its paper', async () => {
    const { funnel } = await progress();
    const at = new Map(funnel.map(({ stage, here }) => [stage, here.commitments]));
    const counted = await countedRows();
    const delivered = counted.filter(({ reached }) => reached !== null);
    const delivering = counted.filter(
      ({ reached, measure, observations: [latest] }) =>
        reached === null && measure !== 'ongoing' && latest !== undefined && latest.value > 0,
    );
    expect([delivered.length > 0, delivering.length > 0]).toEqual([true, true]);
    expect([at.get('delivered'), at.get('delivering')]).toEqual([delivered.length, delivering.length]);
  });

  it('tells the public nothing of what was accepted while suspended, of a duty, or where something is confidential', async () => {
    const isTold = ({ legal_state, measure, deadline_absence, unit }: Row) =>
      legal_state !== 'suspended' &&
      measure !== 'ongoing' &&
      deadline_absence !== 'confidential' &&
      (measure !== 'quantity' || unit !== null);
    const counted = await countedRows();
    const accepted = counted.filter(({ observations }) => observations.length > 0);
    expect(accepted.filter((row) => !isTold(row)).length).toBeGreaterThan(0);
    const { cells } = await app.get(AddUpProgress).execute({
      scope: app.get(AgreementsInScope).conditions,
      statuses: new Map([['any', [{ place: { standings: STANDINGS, decisions: [null] }, window: 'any' }]]]),
      words: { kept: [], takenBack: [], due: [] },
      to: 'public',
    });
    const told = cells.filter(({ band }) => band !== null);
    expect(told.reduce((sum, { commitments }) => sum + commitments, 0)).toBe(accepted.filter(isTold).length);
    const further = cells.filter(({ stage }) => stage === 'delivering' || stage === 'delivered');
    expect(further.reduce((sum, { commitments }) => sum + commitments, 0)).toBe(
      counted.filter((row) => isTold(row) && (row.reached !== null || (row.observations[0]?.value ?? 0) > 0))
        .length,
    );
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
