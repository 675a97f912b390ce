import { AGREEMENTS_ENTITIES } from '@app/agreements';
import { type CalendarDate, addDays, calendarDate } from '@app/kernel';
import {
  type CommitmentView,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  DeliveryModule,
  FindCommitment,
  ListCommitments,
  RefreshStandings,
  SummarisePromises,
  crossesDeadline,
  deliveredOf,
  deriveStatus,
  reportedOf,
  standingOf,
} from '@app/delivery';
import { generateDeliveries } from '../../support/generated-deliveries';
import { generateRegister } from '../../support/generated-register';
import { type UseCases, startUseCases } from '../../support/use-cases';

const AGREEMENTS = 150;
const PATIENCE = 120_000;
const TODAY = calendarDate('2024-06-03');

interface Reported {
  readonly id: string;
  readonly target: number | null;
  readonly measure: string;
  readonly observations: Parameters<typeof deliveredOf>[0]['observations'];
  readonly claims: Parameters<typeof deliveredOf>[0]['claims'];
  readonly blocked: boolean;
}

describe('the column by which lists are filtered', () => {
  let app: UseCases;
  let all: CommitmentView[];
  let expected: Map<string, DeliveryStatus>;

  beforeAll(async () => {
    app = await startUseCases({
      modules: [DeliveryModule],
      entities: AGREEMENTS_ENTITIES,
      now: `${TODAY}T09:00:00Z`,
    });
    await generateRegister(app.db, { agreements: AGREEMENTS, documents: false });
    await generateDeliveries(app.db, TODAY);
    await app.get(RefreshStandings).execute();
    all = await walk({});
    expected = await derived();
  }, PATIENCE);
  afterAll(() => app.close());

  async function walk(question: Parameters<ListCommitments['execute']>[0]): Promise<CommitmentView[]> {
    const seen: CommitmentView[] = [];
    for (let cursor: string | null = null; ;) {
      const page: Awaited<ReturnType<ListCommitments['execute']>> = await app
        .get(ListCommitments)
        .execute(question, { limit: 100, cursor, exactCount: false });
      seen.push(...page.items);
      cursor = page.nextCursor;
      if (cursor === null) return seen;
    }
  }

  /** What the function says of each commitment, from facts that are read here in a way of their own. */
  async function derived(): Promise<Map<string, DeliveryStatus>> {
    const rows = await app.db.query<Reported[]>(
      `SELECT c.id, c.value AS target, c.measure,
              coalesce((SELECT jsonb_agg(jsonb_build_object('asOf', o.as_of, 'value', o.value, 'rank', o.rank,
                'recordedOn', o.recorded_on)) FROM accepted_observation o WHERE o.commitment_id = c.id), '[]') AS observations,
              coalesce((SELECT jsonb_agg(jsonb_build_object('asOf', r.as_of, 'value', r.claimed_value)) FROM report r
                WHERE r.commitment_id = c.id AND r.state = 'submitted'), '[]') AS claims,
              coalesce((SELECT r.content ? 'obstacles' FROM report r WHERE r.commitment_id = c.id AND r.state = 'accepted'
                ORDER BY r.as_of DESC LIMIT 1), false) AS blocked
         FROM commitment c`,
    );
    const reported = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      all.map(({ id, deadline, decision, agreement }) => {
        const row = reported.get(id);
        if (!row) throw new Error(`no commitment ${id}`);
        const lastDay = deadline?.lastDay ?? null;
        const target = { quantity: row.target, completion: 3 }[row.measure] ?? null;
        const question = { ...row, target, lastDay };
        const crosses = crossesDeadline(question) === true;
        const delivered = deliveredOf(question, { crosses, blocked: row.blocked });
        const facts = { lastDay, standing: standingOf(agreement.legalState), decision };
        return [id, deriveStatus({ ...facts, reported: reportedOf(delivered, lastDay) }, TODAY)];
      }),
    );
  }

  it('agrees with the function for every commitment of a generated population', () => {
    expect(all.map(({ id, status }) => [id, status])).toEqual([...expected]);
    const found = new Set(expected.values());
    for (const status of [
      'met',
      'met_late',
      'overdue',
      'awaiting_verification',
      'at_risk',
      'on_track',
      'not_started',
    ]) {
      expect(found).toContain(status);
    }
  });

  it(
    'finds by each status, and by several, those that have it, in every order',
    async () => {
      const choices: DeliveryStatus[][] = [
        ...DELIVERY_STATUSES.map((status) => [status]),
        ['met', 'overdue'],
        ['at_risk', 'due_soon', 'on_track'],
        ['unreported', 'no_deadline', 'overdue_unreported'],
      ];
      for (const status of choices) {
        const ids = [...expected].filter(([, one]) => status.includes(one)).map(([id]) => id);
        for (const sort of ['lastDay', '-lastDay'] as const) {
          expect((await walk({ status, sort })).map(({ id }) => id).sort()).toEqual([...ids].sort());
        }
      }
    },
    PATIENCE,
  );

  it('counts them in the summary', async () => {
    const counted = (status: DeliveryStatus) => [...expected.values()].filter((one) => one === status).length;
    const { statuses } = await app.get(SummarisePromises).execute({ kind: null, region: null, sector: null });
    expect(statuses.map(({ status, commitments }) => [status, commitments])).toEqual(
      DELIVERY_STATUSES.map((status) => [status, counted(status)]),
    );
  });

  it('changes by nothing when it is derived again', async () => {
    expect(await app.get(RefreshStandings).execute()).toBe(0);
  });

  it('follows what is followed no longer, and keeps what held before for the past', async () => {
    const [id] = [...expected].find(([, status]) => status === 'met') ?? [];
    const standings = () =>
      app.db.query(
        `SELECT reached, recorded_on, replaced_on FROM delivery_standing WHERE commitment_id = $1 ORDER BY recorded_on`,
        [id],
      );
    const earlier = addDays(TODAY, -10);
    await app.db.query('UPDATE delivery_standing SET recorded_on = $2 WHERE commitment_id = $1', [
      id,
      earlier,
    ]);
    await app.db.query('UPDATE accepted_observation SET superseded_on = $2 WHERE commitment_id = $1', [
      id,
      TODAY,
    ]);
    expect(await app.get(RefreshStandings).execute()).toBe(1);
    expect(await standings()).toEqual([
      { reached: 'met', recorded_on: earlier, replaced_on: TODAY },
      { reached: null, recorded_on: TODAY, replaced_on: null },
    ]);
    const statusAt = async (asOf: CalendarDate | null) =>
      (await app.get(FindCommitment).execute(id ?? '', asOf)).status;
    expect(await statusAt(null)).not.toBe('met');
    expect(await statusAt(addDays(TODAY, -1))).toBe('met');
  });
});
