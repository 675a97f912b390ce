import { RecordIndicator, RecordIndicatorFigure } from '@app/indicators';
import { TestApi, startTestApi } from '../../support/application';

const actor = 'system:first-content';
const names = { ar: null, fr: "Emplois de l'offshoring", en: 'Jobs in offshoring' };

describe('national figures, over HTTP', () => {
  let api: TestApi;
  let id: string;

  beforeAll(async () => {
    api = await startTestApi();
    const indicator = { code: 'offshoring_jobs', names, nature: 'stock', note: null } as const;
    await api.app.get(RecordIndicator).execute(indicator, actor);
    const figure = {
      indicatorCode: 'offshoring_jobs',
      kind: 'observation',
      nature: 'stock',
      series: 'ministry',
      period: '2023',
      periodAbsence: null,
      value: 141_000,
      unit: 'jobs',
      qualifier: 'not_stated',
      sectorCode: null,
      note: null,
      sourceId: null,
      sourceAbsence: 'not_stated',
    } as const;
    id = await api.app.get(RecordIndicatorFigure).execute(figure, actor);
    await api.app
      .get(RecordIndicatorFigure)
      .execute({ ...figure, kind: 'target', period: '2030', value: 270_000 }, actor);
  });
  afterAll(() => api.close());

  it('are listed flat and read one by one', async () => {
    const list = await api.http<{ items: unknown[] }>('GET', '/indicators?indicator=offshoring_jobs');
    expect(list).toMatchObject({ status: 200, body: { total: 2, nextCursor: null } });
    const item = {
      id,
      indicator: { code: 'offshoring_jobs', names, nature: 'stock' },
      kind: 'observation',
      nature: 'stock',
      series: 'ministry',
      period: '2023',
      periodAbsence: null,
      value: 141_000,
      unit: 'jobs',
      qualifier: 'not_stated',
      sectorCode: null,
      note: null,
      source: null,
      sourceAbsence: 'not_stated',
      revision: 1,
    };
    expect(list.body.items[0]).toEqual(item);
    await expect(api.http('GET', `/indicators/${id}`)).resolves.toMatchObject({
      body: item,
      headers: { etag: expect.stringMatching(/^"1-/) as string },
    });
    await expect(api.http('GET', '/indicators?kind=target')).resolves.toMatchObject({ body: { total: 1 } });
  });

  it('are corrected in the revision that was read', async () => {
    const path = `/indicators/${id}`;
    const body = { value: 141_500, note: 'revised' };
    await expect(api.http('PATCH', path, { body })).resolves.toMatchObject({ status: 428 });
    await expect(api.http('PATCH', path, { body, headers: { 'if-match': '"1"' } })).resolves.toMatchObject({
      status: 200,
      body: { ...body, revision: 2 },
    });
    await expect(api.http('PATCH', path, { body, headers: { 'if-match': '"1"' } })).resolves.toMatchObject({
      status: 412,
    });
    await expect(
      api.http('PATCH', path, { body: { unit: 'people' }, headers: { 'if-match': '"2"' } }),
    ).resolves.toMatchObject({ status: 400, body: { errors: [{ field: 'unit', code: 'unknown_field' }] } });
    await expect(
      api.http('PATCH', path, { body: { period: 'soon' }, headers: { 'if-match': '"2"' } }),
    ).resolves.toMatchObject({ status: 422, body: { errors: [{ field: 'period', code: 'not_a_period' }] } });
  });
});
