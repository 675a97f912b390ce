import { type TestApi, startTestApi } from '../../support/application';
import { generateRegister, generatedId } from '../../support/generated-register';

interface Listed {
  readonly items: ({ readonly id: string } & Record<string, unknown>)[];
  readonly total: number;
  readonly nextCursor: string | null;
}

interface Refused {
  readonly code: string;
  readonly errors: { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('commitments and the summary over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2024-06-03T10:00:00Z' });
    await api.dataSource.transaction((tx) => generateRegister(tx, { agreements: 20 }));
  });
  afterAll(() => api.close());

  it('needs a session', async () => {
    for (const path of ['/commitments', `/commitments/${generatedId('commitment', 1)}`, '/summary']) {
      expect((await api.http('GET', path, { anonymous: true })).status).toBe(401);
    }
  });

  it('lists a page with the way to the next', async () => {
    const first = await api.http<Listed>('GET', '/commitments?limit=7');
    expect(first.status).toBe(200);
    expect(first.body.total).toBe(60);
    expect(first.body.items).toHaveLength(7);
    const cursor = encodeURIComponent(first.body.nextCursor ?? '');
    const second = await api.http<Listed>('GET', `/commitments?limit=7&cursor=${cursor}`);
    expect(second.body.items.map(({ id }) => id)).not.toContain(first.body.items[0]?.id);
  });

  it('shows an item in the shape of the interface', async () => {
    const { body } = await api.http<Listed>(
      'GET',
      '/commitments?kind=jobs&status=overdue_unreported&limit=1',
    );
    const { baseline, ...item } = body.items[0] ?? { baseline: undefined };
    expect([null, 800]).toContain((baseline as { value: number } | null)?.value ?? null);
    expect(item).toEqual({
      id: expect.any(String) as string,
      agreement: {
        id: expect.any(String) as string,
        reference: expect.stringMatching(/^MIT-\d{4}-\d+$/) as string,
        title: {
          ar: expect.any(String) as string,
          fr: expect.any(String) as string,
          en: expect.any(String) as string,
        },
        legalState: expect.any(String) as string,
      },
      parties: expect.arrayContaining([
        {
          id: expect.any(String) as string,
          organisationId: expect.any(String) as string,
          role: 'investor',
          names: expect.objectContaining({ fr: expect.any(String) as string }) as object,
        },
      ]) as object[],
      obligor: expect.objectContaining({ role: 'investor' }) as object,
      kind: 'jobs',
      title: expect.objectContaining({ en: expect.stringMatching(/^Create \d+ jobs$/) as string }) as object,
      measure: 'quantity',
      quantity: {
        qualifier: expect.any(String) as string,
        value: expect.any(Number) as number,
        unit: 'jobs',
        relation: expect.any(String) as string,
        stability: expect.any(String) as string,
        basis: expect.any(String) as string,
        level: expect.any(String) as string,
        stated: null,
      },
      deadline: {
        stated: expect.any(String) as string,
        precision: expect.any(String) as string,
        lastDay: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      },
      deadlineAbsence: null,
      place: {
        scope: expect.any(String) as string,
        regionCodes: expect.any(Array) as string[],
        cities: expect.any(Array) as string[],
        zoneIds: [],
        note: null,
      },
      milestones: expect.any(Array) as object[],
      status: 'overdue_unreported',
      decision: null,
      daysLeft: expect.any(Number) as number,
      note: null,
    });
  });

  it('gives a single record a tag that answers 304 until something changes', async () => {
    const path = `/commitments/${generatedId('commitment', 1)}`;
    const first = await api.http('GET', path);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ deadlineMoves: [], citations: expect.any(Array) as object[] });
    const tag = first.headers.etag ?? '';
    expect((await api.http('GET', path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    await api.dataSource.query(`UPDATE commitment SET note = 'seen' WHERE id = $1`, [
      generatedId('commitment', 1),
    ]);
    expect((await api.http('GET', path, { headers: { 'if-none-match': tag } })).status).toBe(200);
  });

  it('knows no record under a text that is no identifier', async () => {
    expect((await api.http('GET', '/commitments/42')).status).toBe(404);
    expect((await api.http('GET', `/commitments/${generatedId('commitment', 99_999)}`)).status).toBe(404);
  });

  it.each([
    ['status=late', 400, 'status', 'not_a_choice'],
    ['kind=dreams', 400, 'kind', 'not_a_choice'],
    ['kind=jobs,dreams', 400, 'kind', 'not_a_choice'],
    ['deadlineYear=26', 400, 'deadlineYear', 'wrong_format'],
    ['region=MA-99', 422, 'region', 'unknown_reference'],
    ['organisation=1', 400, 'organisation', 'not_an_identifier'],
    ['dueFrom=2026-02-30', 400, 'dueFrom', 'not_a_day'],
    ['dueFrom=2027-01-01&dueTo=2026-01-01', 422, 'dueTo', 'due_range_reversed'],
    ['sort=title', 400, 'sort', 'not_a_choice'],
    ['limit=101', 400, 'limit', 'too_great'],
    ['cursor=abc', 400, 'cursor', 'invalid_cursor'],
    ['colour=red', 400, 'colour', 'unknown_field'],
  ])('refuses %s', async (query, status, field, code) => {
    const ofLists = /^(sort|limit|cursor)=/.test(query);
    const answer = await api.http<Refused>('GET', `/commitments?${query}`);
    expect(answer.status).toBe(status);
    const counted = await api.http<Refused>('GET', `/commitments/facets?${query}`);
    expect([counted.status, counted.body.errors]).toMatchObject(
      ofLists ? [400, [{ code: 'unknown_field' }]] : [status, [{ field, code }]],
    );
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors).toMatchObject([{ field, code }]);
    expect(answer.body.errors[0]?.message).toBeTruthy();
  });

  it('sums up on the business date', async () => {
    const { status, body } = await api.http<{ byRegion: unknown[] }>('GET', '/summary?kind=jobs');
    expect(status).toBe(200);
    expect(body).toMatchObject({ asOf: '2024-06-03', coverage: { commitments: 20, withoutFigure: 0 } });
    expect(body.byRegion).toHaveLength(15);
    expect((await api.http('GET', '/summary?kind=dreams')).status).toBe(400);
  });

  it('describes its answers', async () => {
    const { body } = await api.http<{ paths: Record<string, { get?: { responses: object } }> }>(
      'GET',
      '/openapi.json',
    );
    for (const path of ['/api/v1/commitments', '/api/v1/commitments/{id}', '/api/v1/summary']) {
      expect(JSON.stringify(body.paths[path]?.get?.responses)).toContain('#/components/schemas/');
    }
  });
});
