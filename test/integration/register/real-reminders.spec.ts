import { PlanAlerts } from '@app/alerts';
import { loadSettings } from '@app/platform';
import { loadFirstContent } from '../../../apps/standalone/src/first-content/load-first-content';
import { main as rehearse } from '../../../apps/standalone/src/commands/rehearse';
import { TestApi, startTestApi } from '../../support/application';

const CLOCK_START = '2026-11-23T10:00:00Z';

let api: TestApi;
let environment: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi({ CLOCK_START });
  environment = { NODE_ENV: 'test', DATABASE_URL: api.databaseUrl, DATA_DIR: api.dataDir, CLOCK_START };
  await loadFirstContent(loadSettings(environment), () => undefined);
});

afterAll(() => api.close());

/** What the command prints on standard output, and what it ends with. */
async function rehearsal(...args: string[]): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((...given: unknown[]) => {
    const done = given.at(-1);
    if (typeof done === 'function') done();
    return true;
  });
  try {
    expect(await rehearse(args, environment)).toBe(0);
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

interface Row {
  readonly deadline: string;
  readonly threshold: number;
  readonly subject: string;
}

describe('the real register under a clock of 23 November 2026', () => {
  it('tells its owner once for each promise due in 2026 and once for each that is late, in one mail', async () => {
    await api.app.get(PlanAlerts).execute();
    const told = await api.dataSource.query<Row[]>(
      `SELECT o.deadline_date AS deadline, o.threshold, o.subject_id AS subject
         FROM alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id
        WHERE n.state = 'queued' AND n.recipient LIKE 'position:%' AND o.rule LIKE 'deadline%' ORDER BY 1, 2`,
    );
    const dueOrLate = await api.dataSource.query<{ subject: string }[]>(
      `SELECT subject_id AS subject FROM live_deadline WHERE last_day <= '2026-12-31'`,
    );
    expect(told.map(({ subject }) => subject).sort()).toEqual(dueOrLate.map(({ subject }) => subject).sort());
    expect(told).toHaveLength(14);
    expect(told.filter(({ threshold }) => threshold > 0).map(({ deadline }) => deadline)).toEqual([
      '2020-12-31',
      '2020-12-31',
      '2020-12-31',
      '2024-06-30',
      '2025-12-31',
    ]);
    expect(
      await api.dataSource.query(
        `SELECT FROM alert_notification WHERE state = 'queued' AND lead_id IS NULL AND NOT digest`,
      ),
    ).toHaveLength(1);
  });

  it('tells its owner in the mail of the day which memoranda no instrument follows', async () => {
    const told = await api.dataSource.query<{ agreement: string; threshold: number }[]>(
      `SELECT o.agreement_id AS agreement, o.threshold
         FROM alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id
        WHERE n.state = 'queued' AND n.recipient LIKE 'position:%' AND n.digest AND o.rule = 'no_follow_up'`,
    );
    const memoranda = await api.dataSource.query<{ agreement: string }[]>(
      `SELECT a.id AS agreement FROM agreement a
        WHERE a.instrument_type = 'memorandum_of_understanding' AND a.legal_state IN ('signed', 'in_force')
          AND a.signed_last_day <= '2026-05-23' AND NOT EXISTS (SELECT FROM agreement_link l
                WHERE l.from_agreement_id = a.id AND l.kind IN ('continued_by', 'implemented_by', 'superseded_by'))`,
    );
    expect(told.map(({ agreement }) => agreement).sort()).toEqual(
      memoranda.map(({ agreement }) => agreement).sort(),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(
      await api.dataSource.query(
        `SELECT FROM alert_notification WHERE state = 'queued' AND lead_id IS NULL AND digest`,
      ),
    ).toHaveLength(told.length > 0 ? 1 : 0);
  });

  it('says nothing more when a worker starts again', async () => {
    expect(await api.app.get(PlanAlerts).execute()).toEqual({ occurrences: 0, notifications: 0 });
  });

  it('records of its obligors that they have no address yet', async () => {
    const reasons = await api.dataSource.query(
      `SELECT DISTINCT split_part(recipient, ':', 1) AS kind, state, reason FROM alert_notification
        WHERE recipient ~ '^(organisation|party):' ORDER BY 1, 3`,
    );
    expect(reasons).toEqual([
      { kind: 'organisation', state: 'suppressed', reason: 'no_address' },
      { kind: 'party', state: 'suppressed', reason: 'obligor_not_named' },
      { kind: 'party', state: 'suppressed', reason: 'obligor_not_stated' },
    ]);
  });
});

describe('npm run rehearse', () => {
  it('prints every message of a period, to whom and why, and what would not be sent', async () => {
    const lines = (await rehearsal('--from', '2026-12-01', '--until', '2030-01-31')).split('\n');
    const of = (name: string) =>
      lines
        .filter((line) => line.includes(name) && line.includes('position'))
        .map((line) => `${line.slice(0, 10)} ${/deadline (?:ahead|passed) [+-]?\d+/.exec(line)?.[0]}`);
    expect(of('2T Services')).toEqual([
      '2027-12-31 deadline ahead -365',
      '2028-07-04 deadline ahead -180',
      '2028-10-02 deadline ahead -90',
      '2028-12-01 deadline ahead -30',
      '2028-12-22 deadline ahead -7',
      '2028-12-29 deadline ahead 0',
      '2029-01-02 deadline passed +1',
      '2029-01-08 deadline passed +7',
      '2029-01-30 deadline passed +30',
      '2029-03-01 deadline passed +60',
      '2029-04-02 deadline passed +90',
      '2029-06-29 deadline passed +180',
      '2029-09-27 deadline passed +270',
      '2029-12-26 deadline passed +360',
    ]);
    for (const name of ['KPMG', 'Arrow ECS']) {
      expect(of(name).map((line) => line.replace(/.* /, ''))).toEqual([
        '-365',
        '-180',
        '-90',
        '-30',
        '-7',
        '0',
        '+1',
        '+7',
        '+30',
      ]);
    }
    expect(lines.filter((line) => line.includes('milestone: 50,000 additional')).length).toBeGreaterThan(4);
    expect(lines.some((line) => line.includes('2028 (2028-12-31)') && line.includes('no: no_address'))).toBe(
      true,
    );
    expect(lines.at(-2)).toMatch(
      /^\d+ messages in \d+ mails would go out on \d+ days; .* Nothing was sent\.$/,
    );
  });

  it('prints the same as JSON', async () => {
    const { days } = JSON.parse(
      await rehearsal('--from', '2028-12-29', '--until', '2028-12-29', '--json'),
    ) as {
      days: { date: string; sendAt: string; messages: Record<string, unknown>[] }[];
    };
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ date: '2028-12-29', sendAt: '2028-12-29T08:30:00.000Z' });
    expect(days[0]?.messages).toContainEqual(
      expect.objectContaining({
        rule: 'deadline_ahead',
        threshold: 0,
        suppressed: null,
        quantity: expect.objectContaining({ value: 200, unit: 'jobs' }),
        deadline: { stated: '2028', precision: 'year', lastDay: '2028-12-31' },
      }),
    );
  });

  it('keeps and sends nothing', async () => {
    const before = await api.dataSource.query('SELECT count(*) FROM alert_notification');
    await rehearsal('--from', '2027-01-01', '--until', '2027-12-31');
    expect(await api.dataSource.query('SELECT count(*) FROM alert_notification')).toEqual(before);
  });

  it.each([
    [[], '--from is missing'],
    [['--from', '2026-12-01'], '--until is missing'],
    [['--from', '2026-02-30', '--until', '2027-01-01'], '--from 2026-02-30 is not a date'],
    [['--from', '2027-01-01', '--until', '2026-01-01'], '--until 2026-01-01 is before --from 2027-01-01'],
    [['--from', '2027-01-01', '--until', '2099-01-01'], 'thirty years at most'],
    [['--form', '2027-01-01'], "Unknown option '--form'"],
  ])('refuses %j in one sentence', async (args, sentence) => {
    await expect(rehearse(args, environment)).rejects.toThrow(sentence);
  });

  it('says where it finds no register', async () => {
    const nowhere = { DATA_DIR: `${api.dataDir}/nowhere` };
    await expect(rehearse(['--from', '2027-01-01', '--until', '2027-01-02'], nowhere)).rejects.toThrow(
      'There is no register to rehearse',
    );
  });
});
