import { ALERTS_ENTITIES, AlertsModule, ListOutbox, PlanAlerts } from '@app/alerts';
import { REFERENCE_ENTITIES } from '@app/reference';
import { callerWith, countryWide } from '../../support/accounts';
import { AlertsRegister, type WatchedDeadline } from '../../support/alerts-register';
import { deliverDue } from '../../support/deliver-due';
import { type MailServer, startMailServer } from '../../support/mail-server';
import { type UseCases, startUseCases } from '../../support/use-cases';

const CONTACT = { email: 'contact@company.test', language: 'en' };

let app: UseCases;
let server: MailServer;
let register: AlertsRegister;

beforeEach(async () => {
  server = await startMailServer();
  app = await startUseCases({
    modules: [AlertsModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
    now: '2026-11-23T10:00:00Z',
    settings: {
      SMTP_URL: server.url,
      MAIL_FROM: 'Mithaq <mithaq@ministry.test>',
      PUBLIC_URL: 'https://m.test',
    },
  });
  register = new AlertsRegister(app.db);
  await register.begin({ language: 'en' });
});

afterEach(async () => {
  await app.close();
  await server.close();
});

const planAndSend = async (at: string) => {
  app.clock.setTo(at);
  const before = server.taken.length;
  await app.get(PlanAlerts).execute();
  expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
  return server.taken.slice(before);
};
const subjects = (mails: Awaited<ReturnType<typeof planAndSend>>) =>
  mails.map(({ subject, to }) => `${to?.[0]?.address}: ${subject}`).sort();
const occurrences = async () =>
  (
    await app.db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', rule, threshold, state, reason) AS line FROM alert_occurrence ORDER BY 1`,
    )
  ).map(({ line }) => line);

describe('what is told of an agreement as a whole', () => {
  const suspended = async (): Promise<WatchedDeadline> => {
    const watched = await register.watch({ lastDay: '2026-11-30', obligor: 'named', contact: CONTACT });
    await planAndSend('2026-11-23T10:00:00Z');
    await register.suspend(watched.agreementId, '2026-11-23', 'a dispute about land', '2027-03-01');
    return watched;
  };

  it('tells a suspension once, to the owner with its ground and to whoever owes a promise without', async () => {
    await suspended();
    const told = await planAndSend('2026-11-23T11:00:00Z');
    expect(subjects(told)).toEqual([
      'contact@company.test: [MIT-2026-0001] agreement suspended: Fictional agreement 0001',
      'owner@mithaq.test: [MIT-2026-0001] agreement suspended: Fictional agreement 0001',
    ]);
    const of = (address: string) => told.find(({ to }) => to?.[0]?.address === address)?.text;
    expect(of('owner@mithaq.test')).toContain('Ground: a dispute about land');
    expect(of('owner@mithaq.test')).toContain('Expected end: 1 March 2027');
    expect(of('contact@company.test')).toContain('Since: 23 November 2026');
    expect(of('contact@company.test')).not.toContain('a dispute about land');
    expect(subjects(await planAndSend('2026-11-30T11:00:00Z'))).toEqual([]);
    expect(
      await app.db.query(`SELECT state FROM alert_condition WHERE rule = 'agreement_suspended'`),
    ).toEqual([{ state: 'open' }]);
  });

  it('suppresses what waited, with the reason', async () => {
    const { agreementId } = await register.watch({ lastDay: '2026-11-30' });
    await app.get(PlanAlerts).execute();
    await register.suspend(agreementId, '2026-11-23', 'a dispute about land', null);
    await planAndSend('2026-11-23T11:00:00Z');
    expect(await occurrences()).toContain('deadline_ahead -7 cancelled suspended');
    expect(subjects(await planAndSend('2026-11-23T11:10:00Z'))).toEqual([]);
  });

  it('tells one summary of a resumption, which stands for what is crossed at the new dates', async () => {
    const watched = await suspended();
    await planAndSend('2026-11-23T11:00:00Z');
    await register.resume(watched, '2026-12-17', '2026-12-24');
    const told = await planAndSend('2026-12-17T11:00:00Z');
    expect(subjects(told)).toEqual([
      'contact@company.test: [MIT-2026-0001] agreement resumed: Fictional agreement 0001',
      'owner@mithaq.test: [MIT-2026-0001] agreement resumed: Fictional agreement 0001',
    ]);
    expect(told[0]?.text).toContain('Jobs: from 30 November 2026 to 24 December 2026');
    expect(await occurrences()).toContain('agreement_resumed 2 dispatched');
    expect((await occurrences()).filter((line) => line.startsWith('deadline_moved'))).toEqual([]);
    expect(subjects(await planAndSend('2026-12-17T12:00:00Z'))).toEqual([]);
    expect(subjects(await planAndSend('2026-12-24T12:00:00Z'))).toHaveLength(2);
  });

  it('tells a later amendment with the date that the summary told', async () => {
    const watched = await suspended();
    await register.resume(watched, '2026-12-17', '2026-12-24');
    await planAndSend('2026-12-17T11:00:00Z');
    await register.move(watched, '2027-06-30', '2026-12-18');
    const [told] = await planAndSend('2026-12-18T11:00:00Z');
    expect(told?.text).toContain('Deadline until now: 24 December 2026');
    expect(told?.text).toContain('New deadline: 30 June 2027');
    expect(subjects(await planAndSend('2026-12-18T11:10:00Z'))).toEqual([]);
  });

  it('tells the summary alone when it amended, was suspended and resumed while nobody planned', async () => {
    const watched = await register.watch({ lastDay: '2027-11-30' });
    await planAndSend('2026-11-23T10:00:00Z');
    await register.move(watched, '2028-01-31', '2026-11-24');
    await register.suspend(watched.agreementId, '2026-11-25', 'a dispute about land', null);
    await register.resume(watched, '2026-12-15', '2028-02-20');
    const told = await planAndSend('2026-12-16T11:00:00Z');
    expect(subjects(told)).toEqual([
      'owner@mithaq.test: [MIT-2026-0001] agreement resumed: Fictional agreement 0001',
    ]);
    expect(told[0]?.text).toContain('Jobs: from 30 November 2027 to 20 February 2028');
    expect(await occurrences()).toContain('agreement_suspended 1 suppressed no_longer_so');
  });

  it('loses nothing when the queue is flushed, and repeats nothing when it is planned again', async () => {
    await suspended();
    await app.get(PlanAlerts).execute();
    await app.get(PlanAlerts).execute();
    expect((await occurrences()).filter((line) => line.startsWith('agreement_suspended'))).toEqual([
      'agreement_suspended 1 due',
    ]);
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(server.taken.filter(({ subject }) => subject?.includes('suspended'))).toHaveLength(2);
  });
});

describe('what the nightly search found', () => {
  const find = async (query: string, agreementId: string, on: string) => {
    await app.db.query(
      `INSERT INTO finding (id, query, agreement_id, subject_type, subject_id, detail, first_seen_on, last_seen_on)
       VALUES (gen_random_uuid(), $1, $2, 'agreement', $2, 'signed', $3, $3)`,
      [query, agreementId, on],
    );
    await app.db.query(
      `INSERT INTO finding_run (id, ran_on, started_at, finished_at) VALUES (gen_random_uuid(), $1::date, $1::date, $1::date)
       ON CONFLICT DO NOTHING`,
      [on],
    );
  };

  it('goes to those who administer, all of a night in one mail, and never twice', async () => {
    await register.addAccount({ email: 'admin@mithaq.test', language: 'en', roles: ['admin'] });
    const { agreementId } = await register.watch({ lastDay: '2035-11-30' });
    await find('signed_without_party', agreementId, '2026-11-23');
    await find('signed_without_signatory', agreementId, '2026-11-23');
    const told = await planAndSend('2026-11-23T11:00:00Z');
    expect(subjects(told)).toEqual(['admin@mithaq.test: 2 new findings of impossible data']);
    expect(told[0]?.text).toContain('What is wrong: ');
    expect(subjects(await planAndSend('2026-11-24T11:00:00Z'))).toEqual([]);
    await find('version_missing', agreementId, '2026-11-25');
    expect(subjects(await planAndSend('2026-11-25T11:00:00Z'))).toEqual([
      'admin@mithaq.test: [MIT-2026-0001] impossible data: Fictional agreement 0001',
    ]);
    await app.db.query(`UPDATE finding SET resolved_on = '2026-11-26'`);
    expect(subjects(await planAndSend('2026-11-26T11:00:00Z'))).toEqual([]);
    expect(
      await app.db.query(`SELECT FROM alert_condition WHERE rule = 'impossible_data' AND state = 'resolved'`),
    ).toHaveLength(3);
    const { items } = await app
      .get(ListOutbox)
      .execute(callerWith([countryWide('admin')]), { limit: 10, cursor: null, exactCount: false });
    expect(items[0]?.messages[0]).toMatchObject({
      rule: 'impossible_data',
      subjectType: 'finding',
      recipient: 'role:admin',
    });
  });

  it('reaches an administrator who also follows the agreement', async () => {
    await app.db.query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
       VALUES (gen_random_uuid(), $1, 'staff', 'admin', 'country', '2026-01-01')`,
      [register.ownerAccountId],
    );
    const { agreementId } = await register.watch({ lastDay: '2035-11-30' });
    await find('signed_without_party', agreementId, '2026-11-23');
    expect(subjects(await planAndSend('2026-11-23T11:00:00Z'))).toHaveLength(1);
  });
});
