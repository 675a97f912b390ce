import { type IndicatorWithPromises, RecordIndicator, RecordIndicatorFigure } from '@app/indicators';
import { TestApi, startTestApi } from '../../support/application';

const actor = 'system:first-content';
const names = { ar: null, fr: "Emplois de l'offshoring", en: 'Jobs in offshoring' };

describe('national figures, over HTTP', () => {
  let api: TestApi;
  let id: string;

  beforeAll(async () => {
    api = await startTestApi();
    const indicator = {
      code: 'offshoring_jobs',
      names,
      nature: 'stock',
      unit: 'jobs',
      note: null,
      definition: { ar: null, fr: null, en: 'Jobs held at the end of the period' },
      promisedAs: { kind: 'jobs', unit: 'jobs', perUnit: 1 },
      series: [
        { code: 'ministry', kind: 'method', names },
        { code: 'plan', kind: 'plan', names },
      ],
    } as const;
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
      measuredIn: null,
      note: null,
      sourceId: null,
      sourceAbsence: 'not_stated',
    } as const;
    id = await api.app.get(RecordIndicatorFigure).execute(figure, actor);
    await api.app.get(RecordIndicatorFigure).execute(
      {
        ...{ ...figure, kind: 'target', series: 'plan', period: '2030', value: 270_000 },
        measuredIn: 'ministry',
      },
      actor,
    );
  });
  afterAll(() => api.close());

  it('are listed flat and read one by one', async () => {
    const list = await api.http<{ items: unknown[] }>('GET', '/indicator-figures?indicator=offshoring_jobs');
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
      measuredIn: null,
      note: null,
      source: null,
      sourceAbsence: 'not_stated',
      revision: 1,
    };
    expect(list.body.items[0]).toEqual(item);
    await expect(api.http('GET', `/indicator-figures/${id}`)).resolves.toMatchObject({
      body: item,
      headers: { etag: expect.stringMatching(/^"1-/) as string },
    });
    await expect(api.http('GET', '/indicator-figures?kind=target')).resolves.toMatchObject({
      body: { total: 1 },
    });
  });

  it('are corrected in the revision that was read', async () => {
    const path = `/indicator-figures/${id}`;
    const said = { value: 141_500, note: 'revised' };
    const body = { ...said, reason: 'the ministry revised it' };
    await expect(api.http('PATCH', path, { body })).resolves.toMatchObject({ status: 428 });
    await expect(api.http('PATCH', path, { body, headers: { 'if-match': '"1"' } })).resolves.toMatchObject({
      status: 200,
      body: { ...said, revision: 2 },
    });
    await expect(api.http('PATCH', path, { body, headers: { 'if-match': '"1"' } })).resolves.toMatchObject({
      status: 412,
    });
    await expect(
      api.http('PATCH', path, { body: { unit: 'people', reason: 'people' }, headers: { 'if-match': '"2"' } }),
    ).resolves.toMatchObject({ status: 400, body: { errors: [{ field: 'unit', code: 'unknown_field' }] } });
    await expect(
      api.http('PATCH', path, { body: { period: 'soon', reason: 'soon' }, headers: { 'if-match': '"2"' } }),
    ).resolves.toMatchObject({ status: 422, body: { errors: [{ field: 'period', code: 'not_a_period' }] } });
  });

  it('are recorded by officers, from a source', async () => {
    const { body: source } = await api.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.example/2025', title: 'A paper' },
    });
    const body = {
      ...{ indicatorCode: 'offshoring_jobs', kind: 'observation', nature: 'stock', series: 'ministry' },
      ...{ period: '2024', value: 148_500, unit: 'jobs' },
    };
    await expect(api.http('POST', '/indicator-figures', { body })).resolves.toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'sourceId', code: 'required' }] } },
    });
    const recorded = await api.http('POST', '/indicator-figures', { body: { ...body, sourceId: source.id } });
    expect(recorded).toMatchObject({
      status: 201,
      body: { value: 148_500, qualifier: 'not_stated', source: { id: source.id }, earlier: [], revision: 1 },
    });
    await expect(
      api.http('POST', '/indicator-figures', { body: { ...body, sourceId: source.id } }),
    ).resolves.toMatchObject({ status: 409, body: { code: 'figure_already_recorded' } });
  });

  it('are told with the course to the target, and the firm promises beside it', async () => {
    const { body } = await api.http<IndicatorWithPromises>('GET', '/indicators/offshoring_jobs');
    expect(body).toMatchObject({
      definition: { en: 'Jobs held at the end of the period' },
      courses: [
        {
          ...{ standing: 'behind', remaining: 121_500, paceNeeded: 20_250, years: 6 },
          pacesObserved: [{ by: 'two_observations', periods: ['2023', '2024'] }],
        },
      ],
      promised: { targetYear: 2030, firm: [], leftOut: { programme: 0, capacity: 0 } },
    });
    const list = await api.http<{ items: unknown[] }>('GET', '/indicators');
    const { promised: _, ...indicator } = body;
    expect(list.body.items).toEqual([indicator]);
    await expect(api.http('GET', '/indicators/happiness')).resolves.toMatchObject({ status: 404 });
  });
});
