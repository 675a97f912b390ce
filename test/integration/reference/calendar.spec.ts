import { calendarDate } from '@app/kernel';
import {
  BusinessCalendar,
  CountryProfile,
  REFERENCE_ENTITIES,
  RecordHoliday,
  ReferenceModule,
} from '@app/reference';
import { UseCases, startUseCases } from '../../support/use-cases';

const lampDay = {
  key: 'fictional-lamp-day',
  kind: 'fixed',
  names: { ar: null, fr: null, en: 'Lamp Day (fictional)' },
  monthDay: '12-30',
  sinceYear: 2026,
  usualDays: null,
  feast: null,
  firstDay: null,
  days: null,
  status: 'fixed',
  note: null,
} as const;

async function calendarOf(COUNTRY_PROFILE: string): Promise<UseCases> {
  return startUseCases({
    modules: [ReferenceModule],
    entities: REFERENCE_ENTITIES,
    settings: { COUNTRY_PROFILE },
  });
}

describe('the calendar of Morocco', () => {
  let app: UseCases;
  beforeAll(async () => {
    app = await calendarOf('ma');
  });
  afterAll(() => app.close());

  it('shows the legal date, without the hour that was dropped on 20 September 2026', () => {
    const calendar = app.get(BusinessCalendar);
    app.clock.setTo('2026-12-31T23:30:00Z');
    expect(calendar.today()).toBe('2026-12-31');
    app.clock.setTo('2026-08-31T23:30:00Z');
    expect(calendar.today()).toBe('2026-09-01');
  });

  it('opens the sending window on the next working day', async () => {
    const calendar = app.get(BusinessCalendar);
    const next = async (instant: string) =>
      (await calendar.nextSendingInstant(new Date(instant))).toISOString();
    await expect(next('2026-11-23T10:00:00Z')).resolves.toBe('2026-11-23T10:00:00.000Z');
    await expect(next('2026-11-27T17:00:00Z')).resolves.toBe('2026-11-30T08:30:00.000Z');
  });
});

describe('the calendar of a fictional country', () => {
  let app: UseCases;
  beforeAll(async () => {
    app = await calendarOf('test/support/profiles/nuria');
    await app.get(RecordHoliday).execute(lampDay, 'system:first-content');
  });
  afterAll(() => app.close());

  it('has its own zone, weekend and holidays', async () => {
    const calendar = app.get(BusinessCalendar);
    expect(app.get(CountryProfile)).toMatchObject({ code: 'nuria', currency: 'NUR', weekend: [5, 6] });
    app.clock.setTo('2026-12-31T20:30:00Z');
    expect(calendar.today()).toBe('2027-01-01');
    const workingDays = await calendar.workingDays();
    const isWorked = (day: string) => workingDays.isWorkingDay(calendarDate(day));
    expect(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map(isWorked)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(['2025-12-30', '2026-12-30'].map(isWorked)).toEqual([true, false]);
  });

  it('sends nothing on its days off', async () => {
    const from = new Date('2026-12-29T13:00:00Z');
    await expect(app.get(BusinessCalendar).nextSendingInstant(from)).resolves.toEqual(
      new Date('2026-12-31T04:30:00Z'),
    );
  });
});
