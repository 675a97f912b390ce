import { PlanAlerts } from '@app/alerts';
import { AlertsUnderTest } from '../../support/alerts-under-test';
import type { WatchedDeadline } from '../../support/alerts-register';

let alerts: AlertsUnderTest;

beforeAll(async () => {
  alerts = await AlertsUnderTest.start();
});
afterAll(() => alerts.close());
beforeEach(() => alerts.begin());

const report = 'MIT-2026-0001';

describe('a report that is due', () => {
  let watched: WatchedDeadline;
  let id: string;
  beforeEach(async () => {
    watched = await alerts.reporting();
    id = await alerts.reports.ask(watched, '2026-11-23', '2026-12-31');
  });

  it('is told on its working days: to whoever owes it, then to the owner, then above', async () => {
    expect(await alerts.rehearsed('report_due', '2026-11-24', '2027-03-31')).toEqual([
      '2026-12-01 -30 organisation',
      '2026-12-24 -7 organisation',
      '2026-12-31 0 organisation',
      '2027-01-04 3 organisation',
      '2027-01-11 10 organisation',
      '2027-01-11 10 position',
      '2027-02-01 30 organisation',
      '2027-02-01 30 position',
      '2027-02-01 30 director',
    ]);
  });

  it('is in the mail of the next opening, and on its day at once', async () => {
    expect(await alerts.subjects('2026-12-01T00:10:00Z')).toEqual([]);
    expect(await alerts.subjects('2026-12-01T08:30:00Z')).toEqual([
      `contact@company.test: [${report}] report due, 30 days left: more than 1,000 new direct stable jobs`,
    ]);
    expect(await alerts.subjects('2026-12-24T11:00:00Z')).toEqual([]);
    expect(await alerts.subjects('2026-12-25T08:30:00Z')).toHaveLength(1);
    const [mail] = await alerts.arriving('2026-12-31T11:00:00Z');
    expect(mail?.subject).toContain('report due, today is the last day');
    expect(mail?.text).toContain('Period: 23 August 2026 to 22 November 2026');
    expect(mail?.text).toContain('Due: Thursday 31 December 2026');
    expect(mail?.text).toContain(`Open the report: https://m.test/portal/reports/${id}`);
    expect(mail?.text).toContain('your organisation owes this promise; rule: report due.');
  });

  it('says once what is late, for every step before it, and never again', async () => {
    expect(await alerts.plan('2027-01-05T10:00:00Z')).toBe(4);
    expect(await alerts.occurrences('report_due')).toEqual([
      'report_due -30 superseded',
      'report_due -7 superseded',
      'report_due 0 superseded',
      'report_due 3 due',
    ]);
    expect(await alerts.plan('2027-01-05T10:00:00Z')).toBe(0);
    expect(await alerts.plan('2027-01-06T10:00:00Z')).toBe(0);
  });

  it('is over when it is sent in: what waited is withdrawn, and the condition resolved by the fact', async () => {
    await alerts.plan('2026-12-01T11:00:00Z');
    expect(await alerts.conditions('report_due')).toEqual(['open 2026-12-31']);
    await alerts.reports.submit(id, '2026-12-01');
    expect(await alerts.subjects('2026-12-02T08:30:00Z')).toEqual([]);
    expect(await alerts.occurrences('report_due')).toEqual(['report_due -30 cancelled fact_ended']);
    expect(await alerts.conditions('report_due')).toEqual(['resolved 2026-12-31']);
    expect(await alerts.rehearsed('report_due', '2026-12-03', '2027-12-31')).toEqual([]);
  });

  it('is told to whoever may attest where the organisation has no contact', async () => {
    await alerts.app.db.query(`DELETE FROM personal_value WHERE kind = 'contact'`);
    expect(await alerts.subjects('2026-12-01T08:30:00Z')).toEqual([
      expect.stringContaining(`representative@company.test: [${report}] report due`),
    ]);
  });

  it('goes on where it was when it was withdrawn and is asked for again, and repeats nothing', async () => {
    expect(await alerts.subjects('2026-12-01T08:30:00Z')).toHaveLength(1);
    await alerts.reports.withdraw(id, '2026-12-02');
    await alerts.plan('2026-12-02T10:00:00Z');
    await alerts.reports.ask(watched, '2026-11-23', '2026-12-31');
    expect(await alerts.subjects('2026-12-03T08:30:00Z')).toEqual([]);
    expect(await alerts.rehearsed('report_due', '2026-12-04', '2026-12-31')).toEqual([
      '2026-12-24 -7 organisation',
      '2026-12-31 0 organisation',
    ]);
  });

  it('is looked at again when a mail goes out', async () => {
    await alerts.plan('2026-12-01T11:00:00Z');
    await alerts.reports.withdraw(id, '2026-12-01');
    // Nobody plans between the withdrawal and the opening of the sending hours.
    alerts.app.clock.setTo('2026-12-02T08:30:00Z');
    await alerts.deliver();
    expect(alerts.server.taken).toEqual([]);
    expect(await alerts.reasons()).toEqual(['fact_ended']);
  });

  it('is silent while the agreement is suspended, and comes back with it', async () => {
    await alerts.plan('2026-12-24T00:10:00Z');
    await alerts.register.suspend(watched.agreementId, '2026-12-24', 'a dispute', null);
    await alerts.plan('2026-12-24T00:20:00Z');
    expect(await alerts.occurrences('report_due')).toEqual([
      'report_due -30 cancelled suspended',
      'report_due -7 cancelled suspended',
    ]);
    await alerts.register.resume(watched, '2026-12-28', null);
    await alerts.plan('2026-12-28T09:00:00Z');
    expect(await alerts.occurrences('report_due')).toEqual([
      'report_due -30 superseded',
      'report_due -7 due',
    ]);
    expect(await alerts.subjects('2026-12-29T08:30:00Z')).toContainEqual(
      expect.stringContaining(`contact@company.test: [${report}] report due, 2 days left`),
    );
  });

  it('is in the mail of the day again after a suspension, not in one of its own', async () => {
    const others = [watched];
    for (const _ of [2, 3]) {
      const other = await alerts.reporting();
      await alerts.register.letOwe(watched, other);
      await alerts.reports.ask(other, '2026-11-23', '2026-12-31');
      others.push(other);
    }
    await alerts.plan('2026-12-01T09:00:00Z');
    for (const { agreementId } of others) {
      await alerts.register.suspend(agreementId, '2026-12-01', 'a dispute', null);
    }
    await alerts.plan('2026-12-01T09:10:00Z');
    for (const other of others) await alerts.register.resume(other, '2026-12-01', null);
    await alerts.plan('2026-12-01T09:20:00Z');
    expect(await alerts.subjects('2026-12-01T11:00:00Z')).not.toContainEqual(
      expect.stringContaining('report due'),
    );
    expect(await alerts.subjects('2026-12-02T08:30:00Z')).toContain(
      'contact@company.test: 3 matters need your attention',
    );
  });

  it('is one mail of the day for several reports', async () => {
    for (const _ of [2, 3]) {
      const other = await alerts.reporting();
      await alerts.register.letOwe(watched, other);
      await alerts.reports.ask(other, '2026-11-23', '2026-12-31');
    }
    await alerts.plan('2026-12-01T00:10:00Z');
    const late = await alerts.reporting();
    await alerts.register.letOwe(watched, late);
    await alerts.reports.ask(late, '2026-11-23', '2026-12-31');
    await alerts.plan('2026-12-01T00:20:00Z');
    expect(await alerts.subjects('2026-12-01T08:30:00Z')).toEqual([
      'contact@company.test: 4 matters need your attention',
    ]);
  });
});

describe('a report that waits for its review', () => {
  let id: string;
  let watched: WatchedDeadline;
  beforeEach(async () => {
    watched = await alerts.reporting();
    id = await alerts.reports.ask(watched, '2026-11-23', '2026-12-31');
    await alerts.reports.submit(id, '2026-12-01');
  });

  it('climbs after five, ten and fifteen working days', async () => {
    expect(await alerts.rehearsed('report_waiting', '2026-12-02', '2027-02-28')).toEqual([
      '2026-12-08 5 verifier',
      '2026-12-15 10 director',
      '2026-12-15 10 verifier',
      '2026-12-22 15 director',
      '2026-12-22 15 verifier',
    ]);
  });

  it('has a clock that stands while it is returned, and does not begin again', async () => {
    await alerts.plan('2026-12-08T10:00:00Z');
    await alerts.reports.giveBack(id, '2026-12-09', 6);
    expect(await alerts.subjects('2026-12-10T08:30:00Z')).not.toContainEqual(
      expect.stringContaining('waiting'),
    );
    expect(await alerts.conditions('report_waiting')).toEqual(['resolved 2026-12-01']);
    await alerts.reports.submit(id, '2026-12-21');
    await alerts.plan('2026-12-21T10:00:00Z');
    expect(await alerts.conditions('report_waiting')).toEqual(['open 2026-12-01']);
    // Six of ten had passed: four more after the second submission.
    expect(await alerts.rehearsed('report_waiting', '2026-12-22', '2027-01-31')).toEqual([
      '2026-12-25 10 director',
      '2026-12-25 10 verifier',
      '2027-01-01 15 director',
      '2027-01-01 15 verifier',
    ]);
  });

  it('is told with the day of its submission and what it claims to be about', async () => {
    await alerts.plan('2026-12-08T00:10:00Z');
    const [mail] = await alerts.arriving('2026-12-08T08:30:00Z');
    expect(mail?.subject).toBe(
      `[${report}] report waiting for review: more than 1,000 new direct stable jobs`,
    );
    expect(mail?.text).toContain('Submitted: Tuesday 1 December 2026');
    expect(mail?.text).toContain(`Open the report: https://m.test/staff/reports/${id}`);
    expect(mail?.text).toContain('rule: report waiting for review, after 5 working days.');
  });

  it('ends with the decision; an appeal begins another review', async () => {
    await alerts.plan('2026-12-08T10:00:00Z');
    await alerts.reports.reject(id, '2026-12-09');
    await alerts.plan('2026-12-09T10:00:00Z');
    expect(await alerts.occurrences('report_waiting')).toEqual(['report_waiting 5 cancelled fact_ended']);
    await alerts.reports.appeal(id, '2026-12-10');
    expect(await alerts.rehearsed('report_waiting', '2026-12-11', '2026-12-18')).toEqual([
      '2026-12-17 5 verifier',
    ]);
  });

  it('is silent while the agreement is suspended', async () => {
    await alerts.register.suspend(watched.agreementId, '2026-12-02', 'a dispute', null);
    expect(await alerts.rehearsed('report_waiting', '2026-12-03', '2027-02-28')).toEqual([]);
  });
});

describe('a report that was decided about', () => {
  let id: string;
  beforeEach(async () => {
    const watched = await alerts.reporting();
    id = await alerts.reports.ask(watched, '2026-11-23', '2026-12-31');
  });
  const news = async (at: string) =>
    (await alerts.subjects(at)).filter((line) => !line.includes('report due'));

  it('is told at once to whoever may attest, with both figures and the reason, and never again', async () => {
    await alerts.reports.submit(id, '2026-12-01', { value: 320 });
    await alerts.reports.accept(id, '2026-12-02', 280);
    const [mail] = await alerts.arriving('2026-12-02T11:00:00Z');
    expect(mail?.to).toMatchObject([{ address: 'representative@company.test' }]);
    expect(mail?.subject).toBe(
      `[${report}] report accepted with another figure: more than 1,000 new direct stable jobs`,
    );
    expect(mail?.text).toContain('Reported: 320 new direct stable jobs');
    expect(mail?.text).toContain('Accepted: 280 new direct stable jobs');
    expect(mail?.text).toContain('Reason: the payroll says so');
    expect(mail?.text).toContain('you represent the organisation that reports on this promise');
    expect(await alerts.arriving('2026-12-02T11:10:00Z')).toHaveLength(0);
    expect(await alerts.conditions('report_decided')).toHaveLength(1);
  });

  it('reaches the owner too when an officer sent it in on behalf', async () => {
    await alerts.reports.submit(id, '2026-12-01', { onBehalf: true });
    await alerts.reports.accept(id, '2026-12-02');
    expect(await news('2026-12-02T11:00:00Z')).toEqual([
      `owner@mithaq.test: [${report}] report accepted: more than 1,000 new direct stable jobs`,
      `representative@company.test: [${report}] report accepted: more than 1,000 new direct stable jobs`,
    ]);
  });

  it('says only the last decision after an outage', async () => {
    await alerts.reports.submit(id, '2026-12-01');
    await alerts.reports.giveBack(id, '2026-12-02', 1);
    await alerts.reports.submit(id, '2026-12-03');
    await alerts.reports.accept(id, '2026-12-04');
    expect(await news('2026-12-09T11:00:00Z')).toEqual([
      `representative@company.test: [${report}] report accepted: more than 1,000 new direct stable jobs`,
    ]);
    expect(await alerts.occurrences('report_decided')).toEqual([
      'report_decided 3 suppressed no_longer_so',
      'report_decided 5 dispatched',
    ]);
  });

  it('offers an appeal after the first rejection, and none after the second', async () => {
    await alerts.reports.submit(id, '2026-12-01');
    await alerts.reports.reject(id, '2026-12-02');
    const [first] = await alerts.arriving('2026-12-02T11:00:00Z');
    expect(first?.text).toContain('rejected; one appeal is open');
    await alerts.reports.appeal(id, '2026-12-03');
    await alerts.reports.reject(id, '2026-12-04');
    const [second] = await alerts.arriving('2026-12-04T11:00:00Z');
    expect(second?.subject).toContain('report rejected on appeal');
    expect(second?.text).toContain('rejected, also on appeal');
    expect(second?.text).not.toContain('appeal is open');
  });

  it('says so where nobody may attest', async () => {
    await alerts.app.db.query(`UPDATE account SET active = false WHERE kind = 'investor'`);
    await alerts.reports.submit(id, '2026-12-01');
    await alerts.reports.accept(id, '2026-12-02');
    expect(await news('2026-12-02T11:00:00Z')).toEqual([]);
    expect(await alerts.occurrences('report_decided')).toEqual([
      'report_decided 3 suppressed nobody_reachable',
    ]);
  });

  it('reminds of a returned one after five and ten working days, until it is sent in again', async () => {
    await alerts.reports.submit(id, '2026-12-01');
    await alerts.reports.giveBack(id, '2026-12-02', 1);
    const [told] = await alerts.arriving('2026-12-02T11:00:00Z');
    expect(told?.subject).toContain('report returned with questions');
    expect(told?.text).toContain('Questions: Which sites?');
    expect(await alerts.rehearsed('report_returned', '2026-12-03', '2027-01-31')).toEqual([
      '2026-12-09 5 representatives',
      '2026-12-16 10 representatives',
    ]);
    const [reminded] = await alerts.arriving('2026-12-09T11:00:00Z');
    expect(reminded?.text).toContain('Returned: Wednesday 2 December 2026');
    expect(reminded?.text).toContain('rule: report returned with questions, after 5 working days.');
    await alerts.reports.submit(id, '2026-12-10');
    expect(await alerts.rehearsed('report_returned', '2026-12-11', '2027-01-31')).toEqual([]);
  });

  it('reminds of no returned one whose promise was decided about', async () => {
    await alerts.reports.submit(id, '2026-12-01');
    await alerts.reports.giveBack(id, '2026-12-02', 1);
    await alerts.plan('2026-12-02T11:00:00Z');
    await alerts.reports.waive(id, '2026-12-03');
    expect(await alerts.rehearsed('report_returned', '2026-12-04', '2027-01-31')).toEqual([]);
  });
});

describe('what is told of reports after a merge of organisations', () => {
  it('goes to the one that stays, also what waited for the one that went', async () => {
    const watched = await alerts.reporting();
    await alerts.reports.ask(watched, '2026-11-23', '2026-12-31');
    await alerts.plan('2026-12-24T00:10:00Z');
    await alerts.register.mergeObligor(watched, { email: 'kept@company.test', language: 'en' });
    // As the merge asks for, for each agreement of which something waits.
    alerts.app.clock.setTo('2026-12-24T00:20:00Z');
    await alerts.app.get(PlanAlerts).execute({ agreementId: watched.agreementId });
    expect(await alerts.subjects('2026-12-24T08:30:00Z')).toEqual([
      `kept@company.test: [${report}] report due, 7 days left: more than 1,000 new direct stable jobs`,
    ]);
    expect(await alerts.reasons()).toEqual(['no_longer_obligor']);
  });
});

describe('a report of which the register knows no step', () => {
  it('is told to nobody, and keeps nobody else from being told', async () => {
    const watched = await alerts.reporting();
    const unknown = await alerts.reports.ask(watched, '2026-11-02', '2026-12-31');
    await alerts.app.db.query(
      `UPDATE report SET revision = revision + 1, state = 'submitted', submitted_by = 'account:editor', as_of = period_until,
         submitted_on = '2026-11-03', claimed_value = 1, waiting_since = '2026-11-03' WHERE id = $1`,
      [unknown],
    );
    await alerts.reports.ask(watched, '2026-11-23', '2026-12-24');
    await alerts.plan('2026-12-24T10:00:00Z');
    expect(await alerts.occurrences('report_waiting')).toEqual([]);
    expect(await alerts.occurrences('report_due')).toContain('report_due 0 due');
  });
});
