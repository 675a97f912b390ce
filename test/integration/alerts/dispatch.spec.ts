import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { ALERTS_ENTITIES, AlertsModule, DispatchNotification, ListOutbox, PlanAlerts } from '@app/alerts';
import { Outbox, Transactions } from '@app/platform';
import { REFERENCE_ENTITIES } from '@app/reference';
import { callerWith, countryWide } from '../../support/accounts';
import { AlertsRegister } from '../../support/alerts-register';
import { deliverDue } from '../../support/deliver-due';
import { UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
let register: AlertsRegister;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mithaq-dispatch-'));
  app = await startUseCases({
    modules: [AlertsModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
    now: '2026-11-23T10:00:00Z',
    settings: { DATA_DIR: dataDir, PUBLIC_URL: 'https://mithaq.test' },
  });
});
beforeEach(async () => {
  register = new AlertsRegister(app.db);
  await register.begin({ language: 'en' });
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
const mails = async () =>
  (
    await app
      .get(ListOutbox)
      .execute(callerWith([countryWide('officer')]), { limit: 100, cursor: null, exactCount: false })
  ).items;

async function statesOf(table: 'alert_occurrence' | 'alert_notification'): Promise<string[]> {
  const rows = await app.db.query<{ line: string }[]>(
    `SELECT concat_ws(' ', state, reason) AS line FROM ${table} WHERE state <> 'superseded' ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

describe('sending an alert', () => {
  it('writes the mail as a file named for its Message-ID and lists it', async () => {
    const { agreementId } = await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await deliverDue(app)).toEqual([null]);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      to: ['owner@mithaq.test'],
      subject: '[MIT-2026-0001] 7 days left: more than 1,000 new direct stable jobs',
      language: 'en',
      transport: 'file',
      topic: 'deadline_ahead',
      sentAt: '2026-11-23T10:00:00.000Z',
      messages: [
        { rule: 'deadline_ahead', threshold: -7, agreement: { id: agreementId, reference: 'MIT-2026-0001' } },
      ],
    });
    const read = await PostalMime.parse(readFileSync(join(dataDir, 'outbox', mail?.file ?? '')));
    expect(read.messageId).toBe(`<${mail?.messageId}>`);
    expect(mail?.messageId).toMatch(/^[0-9a-f]{64}@mithaq\.test$/);
    expect(read.text).toContain(`https://mithaq.test/agreements/${agreementId}`);
    expect(read.html).toContain('dir="ltr"');
    expect(await statesOf('alert_occurrence')).toEqual(['dispatched']);
    expect(await app.db.query('SELECT FROM outbox')).toHaveLength(0);
  });

  it('sends once, though the job comes twice or twice at once', async () => {
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    await Promise.all([deliverDue(app), deliverDue(app), deliverDue(app)]);
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(await mails()).toHaveLength(1);
    expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(1);
  });

  it('repeats a mail whose sending was not recorded under the same name, over itself', async () => {
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    const [row] =
      await app.db.query<{ id: string; payload: { notificationId: string } }[]>('SELECT * FROM outbox');
    const crash = {
      ...app.get(Outbox).deliveryOf(row?.id ?? ''),
      complete: () => Promise.reject(new Error('killed')),
    };
    await expect(
      app.get(DispatchNotification).execute(row?.payload.notificationId ?? '', crash),
    ).rejects.toThrow('killed');
    const [before] = readdirSync(join(dataDir, 'outbox'));
    expect(await mails()).toHaveLength(0);
    app.clock.setTo('2026-11-23T11:00:00Z');
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(readdirSync(join(dataDir, 'outbox'))).toEqual([before]);
    expect(await mails()).toHaveLength(1);
  });

  it('waits for the next opening when the window is closed', async () => {
    await register.watch({ lastDay: '2026-11-30' });
    await plan();
    app.clock.setTo('2026-11-23T16:30:00Z');
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(await mails()).toHaveLength(0);
    app.clock.setTo('2026-11-24T08:29:59Z');
    expect(await deliverDue(app)).toEqual([]);
    app.clock.setTo('2026-11-24T08:30:00Z');
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(await mails()).toHaveLength(1);
  });

  it('does not say what no longer holds, and says it when it holds again', async () => {
    const watched = await register.watch({ lastDay: '2026-11-30' });
    await plan();
    await register.move(watched, '2029-12-31', '2026-11-23');
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(await statesOf('alert_notification')).toContain('suppressed deadline_moved');
    await register.move(watched, '2026-11-30', '2026-11-23');
    app.clock.setTo('2026-11-23T10:05:00Z');
    await plan();
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      '[MIT-2026-0001] 7 days left: more than 1,000 new direct stable jobs',
    ]);
  });

  it('tells a move with the date people were told before, once, however often it moved meanwhile', async () => {
    const watched = await register.watch({ lastDay: '2026-11-30' });
    await plan();
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    await register.move(watched, '2027-06-30', '2026-11-23');
    app.clock.setTo('2026-11-23T11:00:00Z');
    await plan();
    await register.move(watched, '2027-12-31', '2026-11-23');
    app.clock.setTo('2026-11-23T12:00:00Z');
    await plan();
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    const [told, ...earlier] = await mails();
    expect(earlier).toHaveLength(1);
    expect(told?.topic).toBe('deadline_moved');
    expect(told?.body).toContain('Deadline until now: 30 November 2026');
    expect(told?.body).toContain('New deadline: 31 December 2027');
  });

  it('names the amendment that moved a deadline, by its number and the day from which it holds', async () => {
    const watched = await register.watch({ lastDay: '2026-11-30' });
    await register.amend(watched, '2027-06-30', '2026-11-23', { number: '2 bis', effectiveOn: '2026-11-20' });
    await plan();
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    const [told, ...others] = await mails();
    expect(others).toEqual([]);
    expect(told?.topic).toBe('deadline_moved');
    expect(told?.body).toContain('Deadline until now: 30 November 2026');
    expect(told?.body).toContain('New deadline: 30 June 2027');
    expect(told?.body).toContain(
      'Moved by: amendment 2 bis, in effect from 20 November 2026 (version 2 of the agreement, recorded on 23 November 2026)',
    );
  });

  it('gathers late messages in one mail and marks each of them as sent', async () => {
    for (let each = 0; each < 7; each += 1) await register.watch({ lastDay: '2026-10-20' });
    const gone = await register.watch({ lastDay: '2026-10-20' });
    await plan();
    await register.setLegalState(gone.agreementId, 'suspended');
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('7 deadlines need your attention');
    expect(mail?.messages).toHaveLength(7);
    expect(mail?.topic).toBe('several');
  });

  it('writes to the obligor in the language of its contact, Arabic from right to left', async () => {
    await register.watch({
      lastDay: '2026-11-30',
      obligor: 'named',
      contact: { email: 'taqarir@company.test', language: 'ar' },
    });
    await plan();
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    const mail = (await mails()).find(({ language }) => language === 'ar');
    expect(mail?.to).toEqual(['taqarir@company.test']);
    const read = await PostalMime.parse(readFileSync(join(dataDir, 'outbox', mail?.file ?? '')));
    expect(read.subject).toBe('[MIT-2026-0001] بقيت 7 أيام: أكثر من 1.000 منصب شغل مباشر قار يتم إحداثه');
    expect(read.html).toContain('<html lang="ar" dir="rtl">');
    expect(read.text).toContain('هيئتكم هي الملتزِمة بهذا الالتزام');
  });

  it('does not write to an organisation that owes the promise no longer', async () => {
    const { agreementId } = await register.watch({
      lastDay: '2026-11-30',
      obligor: 'named',
      contact: { email: 'reports@company.test', language: 'fr' },
    });
    await plan();
    await app.db.query('UPDATE commitment SET obligor_party_id = NULL WHERE agreement_id = $1', [
      agreementId,
    ]);
    expect(await deliverDue(app)).not.toContainEqual(expect.any(Error));
    expect(await statesOf('alert_notification')).toContain('suppressed no_longer_obligor');
    expect((await mails()).map(({ to }) => to)).toEqual([['owner@mithaq.test']]);
  });

  it('joins a transaction around it and leaves no trace of a rehearsed one', async () => {
    await register.watch({ lastDay: '2026-11-30' });
    const undone = app.get(Transactions).run(async () => {
      await plan();
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await statesOf('alert_occurrence')).toEqual([]);
  });
});
