import { TestApi, startTestApi } from '../../support/application';

interface OrganisationBody {
  readonly id: string;
  readonly revision: number;
  readonly iceWarning: { readonly code: string; readonly message: string } | null;
  readonly possibleDuplicates: readonly { readonly id: string }[];
}

const ARROW = { names: { fr: 'Arrow ECS' }, kind: 'company', country: 'MA', ice: '001561191000066' };

describe('organisations and persons, over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.dataSource.query('DELETE FROM organisation; DELETE FROM person'));
  afterAll(() => api.close());

  const record = (body: object, headers: Record<string, string> = {}) =>
    api.http<OrganisationBody>('POST', '/organisations', { body, headers });

  it('an organisation is recorded, read, found and corrected', async () => {
    const recorded = await record({
      ...ARROW,
      reportingContacts: [{ email: 'suivi@arrow.example', language: 'fr' }],
    });
    const { id } = recorded.body;
    const content = {
      id,
      names: { ar: null, fr: 'Arrow ECS', en: null },
      kind: 'company',
      country: 'MA',
      ice: ARROW.ice,
      iceWarning: null,
      variants: [],
      reportingContacts: [{ email: 'suivi@arrow.example', language: 'fr' }],
      note: null,
      revision: 1,
      mergedInto: null,
      mergedFrom: [],
    };
    expect(recorded).toMatchObject({
      status: 201,
      headers: { etag: expect.stringMatching(/^"1-/) as string },
    });
    expect(recorded.body).toEqual({ ...content, possibleDuplicates: [] });
    await expect(api.http('GET', `/organisations/${id}`)).resolves.toMatchObject({
      status: 200,
      body: content,
    });
    await expect(api.http('GET', '/organisations?q=ARRÔW')).resolves.toMatchObject({
      body: { items: [content], total: 1, nextCursor: null },
    });
    const corrected = await api.http('PATCH', `/organisations/${id}`, {
      body: { names: { ar: 'أرو' }, ice: null, variants: ['Arrow'] },
      headers: { 'if-match': '"1"' },
    });
    expect(corrected).toMatchObject({
      status: 200,
      body: { names: { ar: 'أرو', fr: 'Arrow ECS', en: null }, ice: null, variants: ['Arrow'], revision: 2 },
      headers: { etag: expect.stringMatching(/^"2-/) as string },
    });
    await expect(api.http('GET', `/organisations?q=${encodeURIComponent('أرو')}`)).resolves.toMatchObject({
      body: { total: 1 },
    });
  });

  it('an identifier with wrong control digits is accepted with a warning the caller can read', async () => {
    const recorded = await record({ ...ARROW, ice: '001561191000065' }, { 'accept-language': 'fr' });
    expect(recorded).toMatchObject({
      status: 201,
      body: {
        iceWarning: { code: 'ice_control_wrong', message: expect.stringContaining('chiffres de contrôle') },
      },
    });
    const { body } = await api.http<OrganisationBody>('GET', `/organisations/${recorded.body.id}`, {
      headers: { 'accept-language': 'ar' },
    });
    expect(body.iceWarning?.message).toMatch(/المراقبة/);
  });

  it('an identifier that another has is refused with the id of the other', async () => {
    const first = await record(ARROW);
    const second = await record({ ...ARROW, names: { fr: 'Autre' } });
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'ice_already_recorded',
        errors: [{ field: 'ice', message: expect.stringContaining(first.body.id) }],
      },
    });
  });

  it('a second record of the same organisation is possible, and named as such', async () => {
    const first = await record(ARROW);
    const second = await record({ names: { en: 'ARROW ECS' }, kind: 'company' });
    expect(second).toMatchObject({ status: 201, body: { possibleDuplicates: [{ id: first.body.id }] } });
  });

  it.each([
    ['ice', { ...ARROW, ice: '12345' }, 'wrong_format'],
    ['kind', { ...ARROW, kind: 'club' }, 'not_a_choice'],
    ['country', { ...ARROW, country: 'Morocco' }, 'wrong_format'],
    ['nickname', { ...ARROW, nickname: 'x' }, 'unknown_field'],
    ['names', { kind: 'company' }, 'required'],
    [
      'reportingContacts[0].email',
      { ...ARROW, reportingContacts: [{ email: 'x', language: 'fr' }] },
      'not_an_address',
    ],
  ])('a wrong %s is refused by its name', async (field, body, code) => {
    await expect(record(body)).resolves.toMatchObject({ status: 400, body: { errors: [{ field, code }] } });
  });

  it('a name in no language is refused', async () => {
    await expect(record({ ...ARROW, names: { fr: '  ' } })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'names', code: 'organisation_name_required' }] },
    });
  });

  it('the longest names that are accepted can be kept', async () => {
    const longest = Array.from({ length: 300 }, (_, index) => String.fromCharCode(0x4e00 + index * 7)).join(
      '',
    );
    const names = { ar: longest, fr: longest, en: longest };
    await expect(record({ ...ARROW, names, variants: [longest] })).resolves.toMatchObject({ status: 201 });
    await expect(record({ ...ARROW, names: { fr: `${longest}x` } })).resolves.toMatchObject({ status: 400 });
  });

  it('a change needs the revision it was made for', async () => {
    const { body } = await record(ARROW);
    const path = `/organisations/${body.id}`;
    await expect(api.http('PATCH', path, { body: { note: 'x' } })).resolves.toMatchObject({ status: 428 });
    await expect(
      api.http('PATCH', path, { body: { nonsense: true }, headers: { 'if-match': '"7"' } }),
    ).resolves.toMatchObject({ status: 412 });
    await expect(
      api.http('PATCH', '/organisations/01a20000-0000-7000-8000-000000000009', {
        body: {},
        headers: { 'if-match': '"1"' },
      }),
    ).resolves.toMatchObject({ status: 404 });
  });

  it('the same key records once', async () => {
    const headers = { 'idempotency-key': 'form-1' };
    const [first, second] = [await record(ARROW, headers), await record(ARROW, headers)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    await expect(record({ ...ARROW, note: 'x' }, headers)).resolves.toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it('a person is recorded, found by any name and corrected', async () => {
    const recorded = await api.http<{ id: string }>('POST', '/persons', {
      body: { names: [{ value: 'Younes Sekkouri' }, { value: 'السكوري', language: 'ar' }] },
    });
    const { id } = recorded.body;
    const names = [
      { value: 'Younes Sekkouri', language: null, preferred: true },
      { value: 'السكوري', language: 'ar', preferred: false },
    ];
    expect(recorded).toMatchObject({ status: 201, body: { id, names, note: null, revision: 1 } });
    await expect(api.http('GET', `/persons?q=${encodeURIComponent('السكوري')}`)).resolves.toMatchObject({
      body: { items: [{ id, names }], total: 1 },
    });
    await expect(api.http('GET', `/persons/${id}`)).resolves.toMatchObject({
      headers: { etag: expect.stringMatching(/^"1-/) as string },
    });
    const corrected = await api.http('PATCH', `/persons/${id}`, {
      body: {
        names: [
          { value: 'Younes Skouri', preferred: true },
          { value: 'السكوري', language: 'ar' },
        ],
      },
      headers: { 'if-match': '"1"' },
    });
    expect(corrected).toMatchObject({
      status: 200,
      body: { names: [{ value: 'Younes Skouri' }, {}], revision: 2 },
    });
    await expect(api.http('PATCH', `/persons/${id}`, { body: {} })).resolves.toMatchObject({ status: 428 });
    await expect(
      api.http('PATCH', `/persons/${id}`, { body: { born: 1970 }, headers: { 'if-match': '"2"' } }),
    ).resolves.toMatchObject({ status: 400, body: { errors: [{ field: 'born', code: 'unknown_field' }] } });
    await expect(api.http('POST', '/persons', { body: { names: [] } })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'names', code: 'person_name_required' }] },
    });
  });

  it('refuses the number of an identity card in every field about a person, with the reason', async () => {
    const refused = (field: string) => ({
      status: 400,
      body: {
        errors: [{ field, code: 'identity_number', message: expect.stringContaining('law 09-08') as string }],
      },
    });
    await expect(
      api.http('POST', '/persons', { body: { names: [{ value: 'Amal Alaoui AB 123456' }] } }),
    ).resolves.toMatchObject(refused('names[0].value'));
    await expect(
      api.http('POST', '/persons', { body: { names: [{ value: 'Amal Alaoui' }], note: 'هاتف ٠٥٣٧١٢٣٤٥٦' } }),
    ).resolves.toMatchObject(refused('note'));
    await expect(
      record({ ...ARROW, reportingContacts: [{ email: 'ab123456@arrow.example', language: 'fr' }] }),
    ).resolves.toMatchObject(refused('reportingContacts[0].email'));
  });
});
