import { ALERTS_ENTITIES, AlertsModule, PlanAlerts, RehearseAlerts } from '@app/alerts';
import { calendarDate } from '@app/kernel';
import { AGREEMENTS_ENTITIES } from '@app/agreements';
import { DELIVERY_ENTITIES, DeliveryModule } from '@app/delivery';
import type { Email } from 'postal-mime';
import { AlertedReports } from './alerted-reports';
import { AlertsRegister, type DeadlineToWatch, type WatchedDeadline } from './alerts-register';
import { deliverDue } from './deliver-due';
import { type MailServer, startMailServer } from './mail-server';
import { type UseCases, startUseCases } from './use-cases';

export const CONTACT = { email: 'contact@company.test', language: 'en' };

/** A register whose alerts are planned and sent to a real mail server, under a clock that a test sets. */
export class AlertsUnderTest {
  private constructor(
    readonly app: UseCases,
    readonly server: MailServer,
    public register: AlertsRegister,
    readonly reports: AlertedReports,
  ) {}

  static async start(now = '2026-11-23T10:00:00Z'): Promise<AlertsUnderTest> {
    const server = await startMailServer();
    const app = await startUseCases({
      modules: [AlertsModule, DeliveryModule],
      entities: [...ALERTS_ENTITIES, ...AGREEMENTS_ENTITIES, ...DELIVERY_ENTITIES],
      now,
      settings: {
        SMTP_URL: server.url,
        MAIL_FROM: 'Mithaq <mithaq@ministry.test>',
        PUBLIC_URL: 'https://m.test',
      },
    });
    return new AlertsUnderTest(app, server, new AlertsRegister(app.db), new AlertedReports(app.db));
  }

  /** Takes out what a test wrote, and begins with an owner who reads English and whoever checks and directs. */
  async begin(): Promise<void> {
    await this.app.beginAgain();
    this.server.taken.length = 0;
    this.register = new AlertsRegister(this.app.db);
    await this.register.begin({ language: 'en' });
    await this.register.addAccount({ email: 'verifier@mithaq.test', language: 'en', roles: ['verifier'] });
    await this.register.addAccount({ email: 'director@mithaq.test', language: 'en', roles: ['director'] });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.close();
  }

  /** A commitment of a company with a contact and a representative, on which it reports. */
  async reporting(
    deadline: Partial<DeadlineToWatch> = {},
    openedOn = '2026-11-23',
  ): Promise<WatchedDeadline> {
    const watched = await this.register.watch({
      ...{ lastDay: '2035-12-31', obligor: 'named', contact: CONTACT, recordedOn: '2026-01-05' },
      ...deadline,
    });
    await this.reports.represent(watched, 'representative@company.test');
    await this.reports.open(watched, openedOn);
    return watched;
  }

  /** Plans at an instant; answers how many occurrences are new. */
  async plan(at: string): Promise<number> {
    this.app.clock.setTo(at);
    return (await this.app.get(PlanAlerts).execute()).occurrences;
  }

  /** What arrives when everything due at an instant is planned and delivered. */
  async arriving(at: string): Promise<Email[]> {
    const before = this.server.taken.length;
    await this.plan(at);
    await this.deliver();
    return this.server.taken.slice(before);
  }

  /** Delivers what may go out now, without planning. */
  async deliver(): Promise<void> {
    expect(await deliverDue(this.app)).not.toContainEqual(expect.any(Error));
  }

  /** Why notifications were ended unsent. */
  async reasons(): Promise<string[]> {
    const rows = await this.app.db.query<{ reason: string }[]>(
      `SELECT reason FROM alert_notification WHERE state = 'suppressed' AND reason IS NOT NULL ORDER BY 1`,
    );
    return rows.map(({ reason }) => reason);
  }

  /** The same as lines of who reads which subject. */
  async subjects(at: string): Promise<string[]> {
    const mails = await this.arriving(at);
    return mails.map((mail) => `${addressesOf(mail)}: ${mail.subject}`).sort();
  }

  /** The ledger as lines: rule, threshold, state, reason. */
  async occurrences(rule?: string): Promise<string[]> {
    const rows = await this.app.db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', rule, threshold, state, reason) AS line FROM alert_occurrence
        WHERE $1::text IS NULL OR rule = $1 ORDER BY rule, threshold, deadline_date`,
      [rule ?? null],
    );
    return rows.map(({ line }) => line);
  }

  /** Conditions of a rule as lines: state, day. */
  async conditions(rule: string): Promise<string[]> {
    const rows = await this.app.db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', state, deadline_date) AS line FROM alert_condition WHERE rule = $1 ORDER BY 1`,
      [rule],
    );
    return rows.map(({ line }) => line);
  }

  /** What would go out by a rule in a period, as lines: day, threshold, kind of recipient, why not. */
  async rehearsed(rule: string, from: string, until: string): Promise<string[]> {
    const days = await this.app.get(RehearseAlerts).execute(calendarDate(from), calendarDate(until));
    return days.flatMap(({ date, messages }) =>
      messages
        .filter((message) => message.rule === rule)
        .map(({ threshold, recipient, suppressed }) => {
          const [kind, role] = recipient.split(':');
          return `${date} ${threshold} ${kind === 'role' ? role : kind}${suppressed ? ` (${suppressed})` : ''}`;
        }),
    );
  }
}

function addressesOf({ to }: Email): string {
  return (to ?? []).map(({ address }) => address).join(', ');
}
