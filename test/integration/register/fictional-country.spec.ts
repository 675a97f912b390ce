import { join } from 'node:path';
import { RehearseAlerts } from '@app/alerts';
import { calendarDate } from '@app/kernel';
import { loadSettings } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { loadFirstContent } from '../../../apps/standalone/src/first-content/load-first-content';
import { TestApi, startTestApi } from '../../support/application';

const NURIA = join(__dirname, '../../support/profiles/nuria');

describe('a country that is only data', () => {
  let api: TestApi;

  beforeAll(async () => {
    // One in the morning of 5 March 2027 in Nuria, still the evening of the 4th in Morocco.
    const country = { COUNTRY_PROFILE: NURIA, CLOCK_START: '2027-03-04T21:00:00Z' };
    api = await startTestApi(country);
    const settings = loadSettings({
      NODE_ENV: 'test',
      DATABASE_URL: api.databaseUrl,
      DATA_DIR: api.dataDir,
      ...country,
    });
    await loadFirstContent(settings, () => undefined);
  });
  afterAll(() => api.close());

  it('has its own legal date, weekend and sending window', async () => {
    const calendar = api.app.get(BusinessCalendar);
    const workingDays = await calendar.workingDays();
    expect(calendar.today()).toBe('2027-03-05');
    expect(workingDays.isWorkingDay(calendarDate('2027-03-05'))).toBe(false);
    expect(workingDays.isWorkingDay(calendarDate('2027-03-07'))).toBe(true);
    const next = await calendar.nextSendingInstant(new Date('2027-03-04T21:00:00Z'));
    expect(next.toISOString()).toBe('2027-03-07T04:30:00.000Z');
  });

  it('has its own regions, currency and language', async () => {
    const regions = await api.http<{ items: { code: string }[] }>('GET', '/regions');
    expect(regions.body.items.every(({ code }) => code.startsWith('XN-'))).toBe(true);
    const money = await api.http<{ items: { quantity: { unit: string; value: number } }[] }>(
      'GET',
      '/commitments?kind=investment',
    );
    expect(money.body.items.map(({ quantity }) => [quantity.unit, quantity.value])).toEqual([
      ['NUR', 250000.75],
    ]);
    const refusal = await api.http('GET', '/agreements', {
      anonymous: true,
      headers: { 'accept-language': '' },
    });
    expect(refusal.headers['content-language']).toBe('en');
  });

  it('moves a reminder past its own weekend', async () => {
    const days = await api.app
      .get(RehearseAlerts)
      .execute(calendarDate('2027-07-01'), calendarDate('2027-08-31'));
    const told = days.flatMap(({ date, messages }) =>
      messages
        .filter(({ recipient }) => recipient.startsWith('position:'))
        .map(({ deadline, threshold }) => [deadline?.lastDay, threshold, date]),
    );
    // Thirty days after 30 June 2027 is a Friday, which Nuria has off with the Saturday.
    expect(told).toContainEqual(['2027-06-30', 30, '2027-08-01']);
  });
});
