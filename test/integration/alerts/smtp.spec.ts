import { ALERTS_ENTITIES, AlertsModule, PlanAlerts } from '@app/alerts';
import { REFERENCE_ENTITIES } from '@app/reference';
import { AlertsRegister } from '../../support/alerts-register';
import { deliverDue } from '../../support/deliver-due';
import { MailServer, startMailServer } from '../../support/mail-server';
import { UseCases, startUseCases } from '../../support/use-cases';

let app: UseCases;
let server: MailServer;

beforeEach(async () => {
  server = await startMailServer();
  app = await startUseCases({
    modules: [AlertsModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
    now: '2026-11-23T10:00:00Z',
    settings: {
      SMTP_URL: server.url,
      MAIL_FROM: 'Mithaq <mithaq@ministry.test>',
      PUBLIC_URL: 'https://mithaq.test',
    },
  });
  const register = new AlertsRegister(app.db);
  await register.begin({ language: 'fr' });
  await register.watch({ lastDay: '2026-11-30' });
  await app.get(PlanAlerts).execute();
});

afterEach(async () => {
  await app.close();
  await server.close();
});

interface NotificationRow {
  state: string;
  reason: string | null;
  attempts: number;
  last_error: string | null;
  message_id: string | null;
}

async function notification(): Promise<NotificationRow | undefined> {
  const [row] = await app.db.query<NotificationRow[]>(
    `SELECT state, reason, attempts, last_error, message_id FROM alert_notification WHERE recipient LIKE 'position:%'`,
  );
  return row;
}

async function availableAt(): Promise<string | undefined> {
  const [row] = await app.db.query<{ available_at: Date }[]>('SELECT available_at FROM outbox');
  return row?.available_at.toISOString();
}

describe('an SMTP conversation', () => {
  it('delivers text and HTML with the Message-ID of the ledger, and keeps no body', async () => {
    expect(await deliverDue(app)).toEqual([null]);
    const [mail] = server.taken;
    const { message_id: messageId } = (await notification()) ?? {};
    expect(mail?.messageId).toBe(`<${messageId}>`);
    expect(mail?.from?.address).toBe('mithaq@ministry.test');
    expect(mail?.to?.map(({ address }) => address)).toEqual(['owner@mithaq.test']);
    expect(mail?.subject).toContain('il reste 7 jours');
    expect(mail?.text).toContain('Échéance telle que publiée : 30 novembre 2026');
    expect(mail?.html).toContain('<html lang="fr" dir="ltr">');
    expect(mail?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    expect(await app.db.query('SELECT transport, file, body FROM sent_mail')).toEqual([
      { transport: 'smtp', file: null, body: null },
    ]);
  });

  it('tries again later when the server cannot take it now, waiting longer each time', async () => {
    server.refuse({ code: 451, text: 'greylisted' });
    const [error] = await deliverDue(app);
    // The server's own words may repeat addresses, so only its codes are kept.
    expect(error?.message).toContain('451');
    expect(error?.message).not.toContain('greylisted');
    expect(await notification()).toMatchObject({ state: 'retry', attempts: 1 });
    expect(await availableAt()).toBe('2026-11-23T10:05:00.000Z');
    await app.db.query('UPDATE alert_notification SET attempts = 9');
    app.clock.setTo('2026-11-23T16:00:00Z');
    await deliverDue(app);
    // Forty minutes later the window is closed: the next opening.
    expect(await availableAt()).toBe('2026-11-24T08:30:00.000Z');
    server.refuse(null);
    app.clock.setTo('2026-11-24T08:30:00Z');
    expect(await deliverDue(app)).toEqual([null]);
    expect(await notification()).toMatchObject({ state: 'sent', attempts: 10 });
    expect(server.taken).toHaveLength(1);
  });

  it('gives up after many attempts and says so', async () => {
    server.refuse({ code: 451, text: 'try later' });
    await app.db.query('UPDATE alert_notification SET attempts = 29');
    expect(await deliverDue(app)).toEqual([null]);
    expect(await notification()).toMatchObject({ state: 'dead', reason: 'attempts_exhausted', attempts: 30 });
    expect(await app.db.query('SELECT state, reason FROM alert_occurrence WHERE threshold = -7')).toEqual([
      { state: 'suppressed', reason: 'nobody_reached' },
    ]);
    expect(await availableAt()).toBeUndefined();
  });

  it('takes a refusal for good as final', async () => {
    server.refuse({ code: 550, text: 'no such mailbox' });
    expect(await deliverDue(app)).toEqual([null]);
    const bounced = await notification();
    expect(bounced?.state).toBe('bounced');
    expect(bounced?.reason).toBe('550');
    expect(await availableAt()).toBeUndefined();
  });

  it('keeps trying when there is no server at all', async () => {
    await server.close();
    const [error] = await deliverDue(app);
    expect(error?.message).toBe('the mail server cannot be used: ESOCKET');
    expect(await notification()).toMatchObject({ state: 'retry', attempts: 1 });
  });
});
