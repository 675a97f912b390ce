import { calendarDate, FieldsRefused, RecordIsStale, RecordNotFound } from '@app/kernel';
import { newId } from '@app/platform';
import {
  AnnounceHoliday,
  BusinessCalendar,
  CorrectHoliday,
  Holiday,
  HolidayAlreadyRecorded,
  ListHolidays,
  REFERENCE_ENTITIES,
  RecordHoliday,
  ReferenceModule,
} from '@app/reference';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const page = { limit: 100, cursor: null, exactCount: false };

const feast: Holiday = {
  key: 'aid-al-fitr',
  kind: 'lunar',
  names: { ar: 'عيد الفطر', fr: 'Aïd al-Fitr', en: 'Aid al-Fitr' },
  monthDay: null,
  sinceYear: null,
  usualDays: 2,
  feast: null,
  firstDay: null,
  days: null,
  status: 'announced_yearly',
  note: null,
};
const estimate: Holiday = {
  ...feast,
  key: 'aid-al-fitr-2027',
  kind: 'dated',
  usualDays: null,
  feast: 'aid-al-fitr',
  firstDay: calendarDate('2027-03-10'),
  days: 2,
  status: 'estimated',
};
const unityDay: Holiday = {
  ...feast,
  key: 'unity-day',
  kind: 'fixed',
  usualDays: null,
  monthDay: '10-31',
  sinceYear: 2026,
  status: 'fixed',
};

describe('the holiday table', () => {
  let app: UseCases;

  beforeAll(async () => {
    app = await startUseCases({ modules: [ReferenceModule], entities: REFERENCE_ENTITIES });
  });
  beforeEach(async () => {
    for (const holiday of [feast, estimate, unityDay]) await app.get(RecordHoliday).execute(holiday, actor);
  });
  afterEach(() => app.db.query('DELETE FROM holiday'));
  afterAll(() => app.close());

  const recorded = async (key: string) => {
    const { items } = await app.get(ListHolidays).execute(page);
    const found = items.find((holiday) => holiday.key === key);
    if (!found) throw new Error(`no holiday ${key}`);
    return found;
  };
  const isWorked = async (day: string) =>
    (await app.get(BusinessCalendar).workingDays()).isWorkingDay(calendarDate(day));

  it('lists feasts, then the days of every year, then those of one year', async () => {
    const { items, total } = await app.get(ListHolidays).execute(page);
    expect(items.map(({ key }) => key)).toEqual(['aid-al-fitr', 'unity-day', 'aid-al-fitr-2027']);
    expect(total).toBe(3);
  });

  it('makes the working days, the weekend of the country among them', async () => {
    expect(await isWorked('2027-03-09')).toBe(true);
    expect(await isWorked('2027-03-10')).toBe(false);
    expect(await isWorked('2027-03-11')).toBe(false);
    expect(await isWorked('2025-10-31')).toBe(true);
    expect(await isWorked('2028-10-31')).toBe(false);
    expect(await isWorked('2026-11-21')).toBe(false);
  });

  it('takes the yearly announcement in the place of the estimate, at once', async () => {
    expect(await isWorked('2027-03-10')).toBe(false);
    const before = await recorded('aid-al-fitr-2027');
    const after = await app
      .get(CorrectHoliday)
      .execute(before, { firstDay: '2027-03-09', days: 3, status: 'announced' }, actor);
    expect(after).toMatchObject({ firstDay: '2027-03-09', days: 3, status: 'announced', revision: 2 });
    expect(await recorded('aid-al-fitr-2027')).toEqual(after);
    expect([await isWorked('2027-03-09'), await isWorked('2027-03-12')]).toEqual([false, true]);
    const [entry] = await app.db.query<[{ payload: unknown; at: Date }]>(
      `SELECT payload, at FROM audit_entry WHERE action = 'holiday.corrected' AND subject_id = $1`,
      [before.id],
    );
    expect(entry.at.toISOString()).toBe('2026-11-23T10:00:00.000Z');
    expect(entry.payload).toEqual({
      changed: {
        firstDay: { from: '2027-03-10', to: '2027-03-09' },
        days: { from: 2, to: 3 },
        status: { from: 'estimated', to: 'announced' },
      },
    });
  });

  it('says nothing in the trail about a correction that changes nothing', async () => {
    const before = await recorded('unity-day');
    await expect(app.get(CorrectHoliday).execute(before, { monthDay: '10-31' }, actor)).resolves.toEqual(
      before,
    );
    const corrections = `SELECT 1 FROM audit_entry WHERE action = 'holiday.corrected' AND subject_id = $1`;
    await expect(app.db.query(corrections, [before.id])).resolves.toEqual([]);
  });

  it('refuses a correction of another revision and of no record', async () => {
    const before = await recorded('unity-day');
    const correct = app.get(CorrectHoliday);
    await correct.execute(before, { note: 'since 2026' }, actor);
    await expect(correct.execute(before, { note: 'other' }, actor)).rejects.toThrow(RecordIsStale);
    await expect(correct.execute({ id: newId(), revision: 1 }, {}, actor)).rejects.toThrow(RecordNotFound);
  });

  it('lets one of two corrections at once win', async () => {
    const before = await recorded('unity-day');
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map((note) => app.get(CorrectHoliday).execute(before, { note }, actor)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes an announcement of days that were never estimated', async () => {
    const announced = await app
      .get(AnnounceHoliday)
      .execute({ feast: 'aid-al-fitr', firstDay: '2031-01-25' }, actor);
    expect(announced).toMatchObject({
      key: 'aid-al-fitr-2031',
      kind: 'dated',
      days: 2,
      status: 'announced',
      names: feast.names,
    });
    expect(await recorded('aid-al-fitr-2031')).toEqual(announced);
    expect(await isWorked('2031-01-24')).toBe(true);
    expect(await isWorked('2031-01-27')).toBe(true);
  });

  it('takes a feast that comes twice in one year of the sun', async () => {
    const announce = app.get(AnnounceHoliday);
    const first = await announce.execute({ feast: 'aid-al-fitr', firstDay: '2033-01-02' }, actor);
    const second = await announce.execute({ feast: 'aid-al-fitr', firstDay: '2033-12-23' }, actor);
    expect([first.key, second.key]).toEqual(['aid-al-fitr-2033', 'aid-al-fitr-2033-12-23']);
  });

  it('takes an exceptional day off that belongs to no feast', async () => {
    const announce = app.get(AnnounceHoliday);
    await announce.execute(
      { names: { fr: 'Journée fériée exceptionnelle' }, firstDay: '2027-01-04', days: 1 },
      actor,
    );
    expect(await isWorked('2027-01-04')).toBe(false);
    await expect(announce.execute({ firstDay: '2027-01-05', days: 1 }, actor)).rejects.toThrow(FieldsRefused);
    await expect(announce.execute({ names: { fr: 'x' }, firstDay: '2027-01-05' }, actor)).rejects.toThrow(
      FieldsRefused,
    );
  });

  it('keeps the same days of a feast once', async () => {
    await expect(
      app.get(AnnounceHoliday).execute({ feast: 'aid-al-fitr', firstDay: '2027-03-10' }, actor),
    ).rejects.toThrow(HolidayAlreadyRecorded);
  });

  it.each([
    ['no day of the calendar', { feast: 'aid-al-fitr', firstDay: '2031-02-30' }, 'firstDay', 'not_a_day'],
    ['a feast nobody knows', { feast: 'unity-day', firstDay: '2031-02-01' }, 'feast', 'feast_unknown'],
  ])('refuses an announcement of %s', async (_, announcement, field, code) => {
    await expect(app.get(AnnounceHoliday).execute(announcement, actor)).rejects.toMatchObject({
      violations: [{ field, code }],
    });
  });
});
