import { ALERTS_ENTITIES, AlertsModule, PlanAlerts, RehearseAlerts } from '@app/alerts';
import { calendarDate } from '@app/kernel';
import { newId } from '@app/platform';
import { REFERENCE_ENTITIES } from '@app/reference';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlertsRegister } from '../../support/alerts-register';
import { deliverDue } from '../../support/deliver-due';
import { UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
let register: AlertsRegister;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mithaq-delegation-'));
  app = await startUseCases({
    modules: [AlertsModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
    now: '2026-11-23T10:00:00Z',
    settings: { DATA_DIR: dataDir },
  });
});
beforeEach(async () => {
  register = new AlertsRegister(app.db);
  await register.begin({ language: 'fr' });
});
afterEach(async () => {
  await app.beginAgain();
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const plan = () => app.get(PlanAlerts).execute();

async function delegate(accountId: string, from: string, until: string, position = register.ownerId) {
  await app.db.query(
    'UPDATE "position" SET delegate_account_id = $2, delegate_from = $3, delegate_until = $4 WHERE id = $1',
    [position, accountId, from, until],
  );
}

async function deputy(email = 'deputy@mithaq.test'): Promise<string> {
  return register.addAccount({ email, language: 'en' });
}

async function headOfUnit(holder: string): Promise<string> {
  const superior = newId();
  await app.db.query(`INSERT INTO "position" (id, name_fr, holder_account_id) VALUES ($1, 'Cheffe', $2)`, [
    superior,
    holder,
  ]);
  await app.db.query('UPDATE "position" SET superior_id = $2 WHERE id = $1', [register.ownerId, superior]);
  return superior;
}

async function mailed(): Promise<string[]> {
  expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
  const mails = await app.db.query<{ line: string }[]>(
    `SELECT language || ' ' || array_to_string(recipients, ' ') AS line FROM sent_mail ORDER BY 1`,
  );
  return mails.map(({ line }) => line);
}

async function states(): Promise<string[]> {
  const rows = await app.db.query<{ line: string }[]>(
    `SELECT concat_ws(' ', split_part(recipient, ':', 1), state, reason) AS line FROM alert_notification ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

describe('while a delegation runs', () => {
  it.each([
    ['the day before it begins', '2026-11-24', '2026-11-30', ['fr owner@mithaq.test']],
    ['on its first day', '2026-11-23', '2026-11-30', ['fr owner@mithaq.test deputy@mithaq.test']],
    ['on its last day', '2026-11-02', '2026-11-23', ['fr owner@mithaq.test deputy@mithaq.test']],
    ['the day after', '2026-11-02', '2026-11-22', ['fr owner@mithaq.test']],
  ])('%s mails go to whom they concern', async (_, from, until, mails) => {
    await delegate(await deputy(), from, until);
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await mailed()).toEqual(mails);
  });

  it('the day of sending decides, not the day of planning', async () => {
    await delegate(await deputy(), '2026-11-24', '2026-11-24');
    app.clock.setTo('2026-11-23T16:45:00Z');
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    app.clock.setTo('2026-11-24T09:00:00Z');
    expect(await mailed()).toEqual(['fr owner@mithaq.test deputy@mithaq.test']);
  });

  it('a delegate who has left is not told', async () => {
    const account = await deputy();
    await delegate(account, '2026-11-01', '2026-11-30');
    await app.db.query('UPDATE account SET active = false WHERE id = $1', [account]);
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await mailed()).toEqual(['fr owner@mithaq.test']);
  });

  it('a vacant position reaches the delegate alone, and nobody once it is over', async () => {
    await app.db.query('UPDATE "position" SET holder_account_id = NULL');
    await delegate(await deputy(), '2026-11-01', '2026-11-23');
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await mailed()).toEqual(['en deputy@mithaq.test']);
    app.clock.setTo('2026-11-24T10:00:00Z');
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await states()).toContain('position suppressed no_holder');
  });

  it('a rehearsal knows from which day on nobody is there', async () => {
    await app.db.query('UPDATE "position" SET holder_account_id = NULL');
    await delegate(await deputy(), '2026-11-01', '2026-11-23');
    await register.watch({ lastDay: '2026-11-30' });
    const [from, until] = [calendarDate('2026-11-23'), calendarDate('2026-11-30')];
    const days = await app.get(RehearseAlerts).execute(from, until);
    const told = days.map(({ date, messages }) => {
      const toOwner = messages.find(({ recipient }) => recipient.startsWith('position:'));
      return `${date} ${toOwner?.suppressed ?? 'told'}`;
    });
    expect(told).toEqual(['2026-11-23 told', '2026-11-30 no_holder']);
  });
});

describe('who acts in two positions', () => {
  const overdue = { lastDay: '2026-11-12', signedOn: '2026-11-01', recordedOn: '2026-11-12' };

  it('is told once: the owner who stands in for the head of unit', async () => {
    const superior = await headOfUnit(await deputy('head@mithaq.test'));
    await delegate(register.ownerAccountId, '2026-11-01', '2026-11-30', superior);
    await register.watch(overdue);
    await plan();
    expect(await mailed()).toEqual(['en head@mithaq.test', 'fr owner@mithaq.test']);
  });

  it('is told once: the head of unit who stands in for the owner', async () => {
    const head = await deputy('head@mithaq.test');
    await headOfUnit(head);
    await delegate(head, '2026-11-01', '2026-11-30');
    await register.watch(overdue);
    await plan();
    expect(await states()).toContain('position suppressed told_as_owner');
    expect(await mailed()).toEqual(['fr owner@mithaq.test head@mithaq.test']);
  });

  it('is told once, when the delegation begins between planning and sending', async () => {
    const head = await deputy('head@mithaq.test');
    await headOfUnit(head);
    await register.watch(overdue);
    await plan();
    await delegate(head, '2026-11-23', '2026-11-23');
    expect(await mailed()).toEqual(['fr owner@mithaq.test head@mithaq.test']);
    expect(await states()).toContain('position suppressed told_as_owner');
  });
});
