import { RefreshStandings, flagsOf } from '@app/delivery';
import { calendarDate } from '@app/kernel';
import { AlertsUnderTest } from '../../support/alerts-under-test';
import type { WatchedDeadline } from '../../support/alerts-register';

let alerts: AlertsUnderTest;

beforeAll(async () => {
  alerts = await AlertsUnderTest.start();
});
afterAll(() => alerts.close());
beforeEach(() => alerts.begin());

describe('data that are stale', () => {
  let watched: WatchedDeadline;
  const asked = async (on: string, dueOn: string) => alerts.reports.ask(watched, on, dueOn);
  beforeEach(async () => {
    watched = await alerts.reporting({}, '2026-04-05');
  });

  it('are told to the owner nine months after reporting was opened, on a working day, and once', async () => {
    await asked('2026-04-05', '2026-05-05');
    expect(await alerts.rehearsed('stale_data', '2026-11-24', '2027-12-31')).toEqual([
      '2027-01-05 0 position',
    ]);
    expect(await alerts.plan('2027-01-04T23:00:00Z')).toBeGreaterThan(0);
    expect(await alerts.conditions('stale_data')).toEqual([]);
    await alerts.plan('2027-01-05T00:10:00Z');
    expect(await alerts.conditions('stale_data')).toEqual(['open 2027-01-05']);
    const mails = await alerts.arriving('2027-01-05T08:30:00Z');
    const told = mails.find(({ text }) => text?.includes('Last accepted figure: none so far'));
    expect(told?.to).toMatchObject([{ address: 'owner@mithaq.test' }]);
    expect(told?.text).toContain('rule: no recent figure.');
    expect(await alerts.occurrences('stale_data')).toEqual(['stale_data 0 dispatched']);
    await alerts.plan('2027-03-05T10:00:00Z');
    expect(await alerts.occurrences('stale_data')).toEqual(['stale_data 0 dispatched']);
  });

  it('end with a figure, and are stale anew nine months after the day that it is of', async () => {
    await asked('2026-04-05', '2026-05-05');
    await alerts.plan('2027-01-05T10:00:00Z');
    const report = await asked('2026-10-01', '2026-10-31');
    await alerts.reports.submit(report, '2027-01-11');
    await alerts.reports.accept(report, '2027-01-12');
    await alerts.plan('2027-01-12T10:00:00Z');
    expect(await alerts.conditions('stale_data')).toEqual(['resolved 2027-01-05']);
    expect(await alerts.occurrences('stale_data')).toEqual(['stale_data 0 cancelled fact_ended']);
    expect(await alerts.rehearsed('stale_data', '2027-01-13', '2027-12-31')).toEqual([
      '2027-06-30 0 position',
    ]);
    // The same day as the flag beside the status.
    const { staleSince } = flagsOf(
      {
        observations: [
          {
            ...{ asOf: calendarDate('2026-09-30'), value: 300, rank: 'company_document' },
            recordedOn: calendarDate('2027-01-12'),
          },
        ],
        ...{ reportingOpenedOn: calendarDate('2026-04-05'), owedSince: null, disputed: false },
        ...{ blockedBy: [], rescheduled: { times: 0, days: null } },
      },
      calendarDate('2027-07-01'),
    );
    expect(staleSince).toBe('2027-06-30');
  });

  it('count from the opening also before anything was asked for, and through another calendar in its place', async () => {
    const stale = () => alerts.rehearsed('stale_data', '2026-11-24', '2028-12-31');
    expect(await stale()).toEqual(['2027-01-05 0 position']);
    await alerts.reports.close(watched, '2026-11-23');
    await alerts.reports.open(watched, '2026-11-23');
    expect(await stale()).toEqual(['2027-01-05 0 position']);
  });

  it('are no matter where reporting ended, and count anew where it is opened again', async () => {
    const stale = () => alerts.rehearsed('stale_data', '2026-11-24', '2028-12-31');
    await alerts.reports.close(watched, '2026-10-01');
    expect(await stale()).toEqual([]);
    await alerts.reports.open(watched, '2026-11-23');
    expect(await stale()).toEqual(['2027-08-23 0 position']);
  });

  it('are silent while the agreement is suspended', async () => {
    await asked('2026-04-05', '2026-05-05');
    await alerts.register.suspend(watched.agreementId, '2026-12-01', 'a dispute', null);
    await alerts.plan('2027-01-05T10:00:00Z');
    expect(await alerts.occurrences('stale_data')).toEqual([]);
  });
});

describe('a forecast that crosses the deadline', () => {
  let watched: WatchedDeadline;
  const refresh = (at: string) => {
    alerts.app.clock.setTo(at);
    return alerts.app.get(RefreshStandings).execute();
  };
  const accepted = async (asOf: string, value: number, on: string) => {
    const report = await alerts.reports.ask(watched, asOf, '2026-12-31');
    await alerts.reports.submit(report, on, { value });
    await alerts.reports.accept(report, on);
    return report;
  };
  beforeEach(async () => {
    watched = await alerts.reporting({ lastDay: '2027-06-30' }, '2026-01-05');
    await accepted('2026-04-01', 100, '2026-11-23');
    await accepted('2026-07-01', 150, '2026-11-23');
  });

  it('is told once two evaluations on two days found it, with the forecast in words', async () => {
    await refresh('2026-11-23T10:00:00Z');
    await alerts.plan('2026-11-23T10:05:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual([]);
    await refresh('2026-11-24T00:05:00Z');
    await alerts.plan('2026-11-24T00:10:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual(['open 2026-11-23']);
    const mails = await alerts.arriving('2026-11-24T08:30:00Z');
    const told = mails.filter(({ text }) => text?.includes('likelier to be reached after its last day'));
    expect(told.map(({ to }) => to?.[0]?.address).sort()).toEqual([
      'contact@company.test',
      'owner@mithaq.test',
    ]);
    expect(told[0]?.text).toMatch(/Forecast: .*jobs a month/);
  });

  it('frightens nobody by a slip that is corrected the same day', async () => {
    await refresh('2026-11-23T10:00:00Z');
    await alerts.app.db.query(
      `UPDATE accepted_observation SET superseded_on = '2026-11-23' WHERE value = 150`,
    );
    await refresh('2026-11-23T14:00:00Z');
    await alerts.plan('2026-11-24T00:10:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual([]);
  });

  it('ends when a figure brings the promise back on course, and is told anew when it falls back again', async () => {
    await refresh('2026-11-23T10:00:00Z');
    await alerts.plan('2026-11-24T10:00:00Z');
    await accepted('2026-10-01', 900, '2026-11-24');
    await refresh('2026-11-24T12:00:00Z');
    await alerts.plan('2026-11-24T12:05:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual(['resolved 2026-11-23']);
    expect(await alerts.occurrences('forecast_crosses')).toEqual(['forecast_crosses 0 cancelled fact_ended']);
    await alerts.app.db.query(
      `UPDATE accepted_observation SET superseded_on = '2026-11-25' WHERE value = 900`,
    );
    await refresh('2026-11-25T10:00:00Z');
    await alerts.plan('2026-11-26T10:00:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual(['open 2026-11-25']);
    expect(await alerts.occurrences('forecast_crosses')).toContain('forecast_crosses 0 due');
  });

  it('is no matter once the last day has passed: then the deadline speaks', async () => {
    await refresh('2026-11-23T10:00:00Z');
    await alerts.plan('2027-07-05T10:00:00Z');
    expect(await alerts.conditions('forecast_crosses')).toEqual([]);
  });
});
