import { RecordHoliday, RecordRegion, RecordSector, RecordZone } from '@app/reference';
import { calendarDate } from '@app/kernel';
import { TestApi, startTestApi } from '../../support/application';

const actor = 'system:first-content';
const names = { ar: 'سلا', fr: 'Salé', en: null };

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('the lists of the country, over HTTP', () => {
  let api: TestApi;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    api = await startTestApi();
    const { app } = api;
    ids.regions = (await app.get(RecordRegion).execute({ code: 'MA-04', names, seat: 'Rabat' }, actor)).id;
    await app.get(RecordRegion).execute({ code: 'MA-06', names, seat: null }, actor);
    ids.zones = (
      await app.get(RecordZone).execute(
        {
          code: 'technopolis',
          names,
          city: 'Salé',
          regionCode: 'MA-04',
          kind: 'primary_p2i',
          manager: null,
          status: 'operating',
          note: null,
        },
        actor,
      )
    ).id;
    ids.sectors = (await app.get(RecordSector).execute({ code: 'ITO', names, examples: ['a'] }, actor)).id;
    const feast = {
      key: 'aid-al-fitr',
      kind: 'lunar',
      names,
      monthDay: null,
      sinceYear: null,
      usualDays: 2,
      feast: null,
      firstDay: null,
      days: null,
      status: 'announced_yearly',
      note: null,
    } as const;
    await app.get(RecordHoliday).execute(feast, actor);
    const dated = { ...feast, kind: 'dated', usualDays: null, feast: 'aid-al-fitr', days: 2 } as const;
    ids.holidays = (
      await app
        .get(RecordHoliday)
        .execute(
          { ...dated, key: 'aid-al-fitr-2027', firstDay: calendarDate('2027-03-10'), status: 'estimated' },
          actor,
        )
    ).id;
  });
  afterAll(() => api.close());

  it.each([
    ['regions', 2, { code: 'MA-04', names, seat: 'Rabat' }],
    [
      'zones',
      1,
      { code: 'technopolis', regionCode: 'MA-04', kind: 'primary_p2i', manager: null, status: 'operating' },
    ],
    ['sectors', 1, { code: 'ITO', examples: ['a'] }],
    ['holidays', 2, { key: 'aid-al-fitr', kind: 'lunar', usualDays: 2, firstDay: null }],
  ])('%s are listed and read one by one', async (path, total, first) => {
    const list = await api.http<{ items: { id: string }[] }>('GET', `/${path}`);
    expect(list).toMatchObject({ status: 200, body: { total, nextCursor: null } });
    expect(list.body.items[0]).toMatchObject({ ...first, revision: 1 });
    const { id } = list.body.items[0] ?? { id: '' };
    const one = await api.http('GET', `/${path}/${id}`);
    expect(one).toMatchObject({
      status: 200,
      body: list.body.items[0],
      headers: { etag: expect.stringMatching(/^"1-/) as string },
    });
    const again = await api.http('GET', `/${path}/${id}`, {
      headers: { 'if-none-match': one.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each(['regions', 'zones', 'sectors', 'holidays'])(
    '%s change in the revision that was read',
    async (path) => {
      const url = `/${path}/${ids[path]}`;
      const body = { names: { en: 'Corrected' } };
      await expect(api.http('PATCH', url, { body })).resolves.toMatchObject({ status: 428 });
      const changed = await api.http('PATCH', url, { body, headers: { 'if-match': '"1"' } });
      expect(changed).toMatchObject({
        status: 200,
        body: { names: { ...names, en: 'Corrected' }, revision: 2 },
        headers: { etag: expect.stringMatching(/^"2-/) as string },
      });
      const stale = await api.http<Problem>('PATCH', url, {
        body: { nonsense: 1 },
        headers: { 'if-match': '"1"' },
      });
      expect(stale).toMatchObject({ status: 412, body: { code: 'stale_record' } });
      const unknown = await api.http<Problem>('PATCH', url, {
        body: { code: 'X' },
        headers: { 'if-match': '"2"' },
      });
      expect(unknown).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'code', code: 'unknown_field' }] },
      });
      const [entry] = await api.dataSource.query<{ actor: string }[]>(
        `SELECT actor FROM audit_entry WHERE subject_id = $1 AND action LIKE '%.corrected'`,
        [ids[path]],
      );
      expect(entry?.actor).toMatch(/^account:/);
    },
  );

  it('pages follow each other', async () => {
    const first = await api.http<{ nextCursor: string }>('GET', '/regions?limit=1');
    const second = await api.http('GET', `/regions?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ code: 'MA-06' }], total: 2, nextCursor: null });
    await expect(api.http('GET', '/regions?limit=0')).resolves.toMatchObject({ status: 400 });
    await expect(api.http('GET', '/regions?q=x')).resolves.toMatchObject({ status: 400 });
  });

  it('an announcement replaces the estimate of a feast', async () => {
    const { body } = await api.http<{ revision: number }>('GET', `/holidays/${ids.holidays}`);
    const announced = await api.http('PATCH', `/holidays/${ids.holidays}`, {
      body: { firstDay: '2027-03-09', days: 2, status: 'announced' },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(announced).toMatchObject({ status: 200, body: { firstDay: '2027-03-09', status: 'announced' } });
  });

  it('a feast of a year not yet known is announced once', async () => {
    const body = { feast: 'aid-al-fitr', firstDay: '2031-01-25' };
    const announced = await api.http('POST', '/holidays', { body });
    expect(announced).toMatchObject({
      status: 201,
      body: { key: 'aid-al-fitr-2031', days: 2, status: 'announced', feast: 'aid-al-fitr' },
    });
    await expect(api.http('POST', '/holidays', { body })).resolves.toMatchObject({
      status: 409,
      body: { code: 'holiday_already_recorded' },
    });
  });

  it('a wrong field of a holiday is named in the language of the caller', async () => {
    const { body } = await api.http<{ revision: number }>('GET', `/holidays/${ids.holidays}`);
    const refused = await api.http<Problem>('PATCH', `/holidays/${ids.holidays}`, {
      body: { monthDay: '07-30' },
      headers: { 'if-match': `"${body.revision}"`, 'accept-language': 'ar' },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: [{ field: 'monthDay', code: 'not_for_this_kind', message: expect.stringMatching(/العطل/) }],
      },
    });
    const noDay = await api.http<Problem>('POST', '/holidays', { body: { firstDay: '2031-02-30' } });
    expect(noDay).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'firstDay', code: 'not_a_day' }] },
    });
  });

  it('nobody reads or changes them without a session', async () => {
    await expect(api.http('GET', '/regions', { anonymous: true })).resolves.toMatchObject({ status: 401 });
    await expect(
      api.http('PATCH', `/regions/${ids.regions}`, { anonymous: true, body: {} }),
    ).resolves.toMatchObject({ status: 401 });
  });
});
