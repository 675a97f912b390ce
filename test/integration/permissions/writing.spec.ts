import type { RoleGrant } from '@app/kernel';
import { TestApi, startTestApi } from '../../support/application';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { logCurrent } from '../../support/agreements';
import { type CompaniesApart, recordCompaniesApart } from '../../support/companies-apart';

interface Place {
  readonly scope: string;
  readonly regionCodes: readonly string[];
  readonly zoneIds?: readonly string[];
}

interface Document {
  readonly sectorCodes: readonly string[];
  readonly parties: readonly { readonly role: string }[];
  readonly commitments: readonly { readonly place: Place }[];
}

interface Agreement {
  readonly id: string;
  readonly revision: number;
  readonly document: Document;
}

const NATIONWIDE: Place = { scope: 'nationwide', regionCodes: [] };
const NOT_STATED: Place = { scope: 'not_stated', regionCodes: [] };
const regions = (...regionCodes: string[]): Place => ({ scope: 'regions', regionCodes });

describe('where a role permits a change', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let zoneId: string;
  let inFirst: SignedInAccount;
  let inSector: SignedInAccount;

  const as = (scope: RoleGrant['scope']) => signInAs(api, { grants: [{ role: 'officer', scope }] });

  beforeAll(async () => {
    api = await startTestApi();
    register = await recordCompaniesApart(api);
    const [zone] = await api.dataSource.query<[{ id: string }]>('SELECT id FROM zone');
    zoneId = zone.id;
    inFirst = await as({ kind: 'regions', codes: ['XA-01'] });
    inSector = await as({ kind: 'sectors', codes: ['XT'] });
  });
  afterAll(() => api.close());

  const read = async (id: string) => (await api.http<Agreement>('GET', `/agreements/${id}`)).body;
  const placed = (document: Document, sectorCodes: readonly string[], ...places: Place[]) => ({
    ...document,
    publishedReference: null,
    sectorCodes,
    commitments: places.map((place, index) => ({
      ...document.commitments[0],
      id: `c${index}`,
      milestones: [],
      place,
    })),
    citations: [],
  });
  const log = async (who: SignedInAccount, sectorCodes: readonly string[], ...places: Place[]) => {
    const { document } = await read(register.own.agreement);
    return who.http<Agreement & { code?: string }>('POST', '/agreements', {
      body: placed(document, sectorCodes, ...places),
    });
  };
  const save = async (
    who: SignedInAccount,
    id: string,
    sectorCodes: readonly string[],
    ...places: Place[]
  ) => {
    const { revision, document } = await read(id);
    return who.http<Agreement & { code?: string }>('PUT', `/agreements/${id}/draft`, {
      headers: { 'if-match': `"${revision}"` },
      body: placed(document, sectorCodes, ...places),
    });
  };
  const open = async (who: SignedInAccount, id: string) => {
    const { revision } = await read(id);
    return who.http<{ code?: string }>('POST', `/agreements/${id}/draft`, {
      headers: { 'if-match': `"${revision}"` },
      body: { kind: 'completion' },
    });
  };
  const current = async (sectorCodes: readonly string[], ...places: Place[]) => {
    const { document } = await read(register.own.agreement);
    return logCurrent(api, placed(document, sectorCodes, ...places));
  };
  const annotate = async (who: SignedInAccount, id: string) => {
    const { revision } = await read(id);
    return who.http<{ code?: string }>('PATCH', `/agreements/${id}`, {
      headers: { 'if-match': `"${revision}"` },
      body: { tags: ['seen'] },
    });
  };
  const refusals = async ({ accountId }: SignedInAccount) =>
    api.dataSource.query<{ payload: { permission: string; code: string } }[]>(
      `SELECT payload FROM audit_entry WHERE actor = $1 AND action = 'permission.refused' ORDER BY id`,
      [`account:${accountId}`],
    );

  describe('logging an agreement', () => {
    it.each([
      ['in their region', [], [regions('XA-01')], 201],
      ['in their region among others', [], [regions('XA-02'), regions('XA-03', 'XA-01')], 201],
      ['in their region beside a nationwide promise', [], [NATIONWIDE, regions('XA-01')], 201],
      ['in another region', ['XS'], [regions('XA-02')], 403],
      ['nationwide', [], [NATIONWIDE], 403],
      ['at a place that is not stated', [], [NOT_STATED], 403],
      ['without any promise', [], [], 403],
    ] as const)('a regional officer does so %s', async (_where, sectors, places, status) => {
      const answer = await log(inFirst, sectors, ...places);
      expect(answer.status).toBe(status);
      if (status === 403) expect(answer.body.code).toBe('outside_scope');
    });

    it('in a zone counts as in its region', async () => {
      const inZone: Place = { ...NOT_STATED, zoneIds: [zoneId] };
      expect((await log(inFirst, [], inZone)).status).toBe(403);
      expect((await log(await as({ kind: 'regions', codes: ['XA-02'] }), [], inZone)).status).toBe(201);
    });

    it('of their sector is for an officer of the sector, wherever it lies', async () => {
      expect((await log(inSector, ['XT'], regions('XA-03'))).status).toBe(201);
      expect((await log(inSector, ['XS', 'XT'], regions('XA-03'))).status).toBe(201);
      expect((await log(inSector, ['XS'], regions('XA-03'))).status).toBe(403);
      expect((await log(inSector, [], NATIONWIDE)).status).toBe(403);
    });

    it('anywhere is for an officer of the whole country', async () => {
      const officer = await signInAs(api, { grants: [countryWide('officer')] });
      expect((await log(officer, [], NATIONWIDE)).status).toBe(201);
      expect((await log(officer, [], NOT_STATED)).status).toBe(201);
    });
  });

  describe('changing an agreement', () => {
    it('looks at where it lay and at where it will lie', async () => {
      const own = await log(inFirst, [], regions('XA-01'));
      const away = await save(inFirst, own.body.id, [], regions('XA-02'));
      expect([away.status, away.body.code]).toEqual([403, 'outside_scope']);
      expect((await read(own.body.id)).revision).toBe(1);
      expect((await save(inFirst, own.body.id, [], regions('XA-01', 'XA-02'))).status).toBe(200);
      const foreign = await open(inFirst, register.other.agreement);
      expect([foreign.status, foreign.body.code]).toEqual([403, 'outside_scope']);
    });

    it('holds for title, owner and tags too', async () => {
      const own = await current([], regions('XA-01'));
      expect((await annotate(inFirst, own)).status).toBe(200);
      const foreign = await annotate(inFirst, register.other.agreement);
      expect([foreign.status, foreign.body.code]).toEqual([403, 'outside_scope']);
    });

    it('that was refused wrote nothing but the refusal', async () => {
      const somebody = await as({ kind: 'regions', codes: ['XA-03'] });
      const countAll = async () => {
        const [counts] = await api.dataSource.query<object[]>(
          `SELECT (SELECT count(*) FROM agreement) AS agreements, (SELECT count(*) FROM agreement_version) AS versions,
                  (SELECT count(*) FROM personal_value) AS values, (SELECT count(*) FROM outbox) AS jobs,
                  (SELECT sum(last_number) FROM reference_counter) AS numbers,
                  (SELECT count(*) FROM idempotency_key) AS keys`,
        );
        return counts;
      };
      const before = await countAll();
      const { document } = await read(register.own.agreement);
      const refused = await somebody.http('POST', '/agreements', {
        headers: { 'idempotency-key': 'once' },
        body: placed(document, [], NATIONWIDE),
      });
      expect(refused.status).toBe(403);
      await annotate(somebody, register.other.agreement);
      expect(await countAll()).toEqual(before);
      expect((await refusals(somebody)).map(({ payload }) => payload)).toEqual([
        { permission: 'agreement.log', code: 'outside_scope' },
        { permission: 'agreement.annotate', code: 'outside_scope' },
      ]);
    });

    it('is not widened by a role that only reads everywhere', async () => {
      const both = await signInAs(api, {
        grants: [countryWide('auditor'), { role: 'officer', scope: { kind: 'regions', codes: ['XA-01'] } }],
      });
      expect((await annotate(both, register.other.agreement)).status).toBe(403);
      expect((await annotate(both, register.own.agreement)).status).toBe(200);
    });
  });

  describe('the lists of the country', () => {
    const correct = async (who: SignedInAccount, path: string, body: object) => {
      const [record] = (
        await api.http<{ items: { id: string; revision: number }[] }>('GET', path)
      ).body.items.slice(-1);
      return who.http<{ code?: string }>('PATCH', `${path}/${record?.id}`, {
        headers: { 'if-match': `"${record?.revision}"` },
        body,
      });
    };

    it.each([
      ['/regions', { names: { en: 'Renamed' } }],
      ['/sectors', { names: { en: 'Renamed' } }],
      ['/indicator-figures', { value: 11, reason: 'miscounted' }],
    ])('%s are of the whole country', async (path, body) => {
      const regional = await as({ kind: 'regions', codes: ['XA-01', 'XA-02', 'XA-03'] });
      const refused = await correct(regional, path, body);
      expect([refused.status, refused.body.code]).toEqual([403, 'outside_scope']);
      const officer = await signInAs(api, { grants: [countryWide('officer')] });
      expect((await correct(officer, path, body)).status).toBe(200);
    });

    it('/holidays are of the whole country', async () => {
      const holiday = { names: { en: 'A day off' }, firstDay: '2027-06-01', days: 1, status: 'announced' };
      const refused = await inFirst.http('POST', '/holidays', { body: holiday });
      expect([refused.status, refused.body.code]).toEqual([403, 'outside_scope']);
      const officer = await signInAs(api, { grants: [countryWide('officer')] });
      expect((await officer.http('POST', '/holidays', { body: holiday })).status).toBe(201);
      expect((await correct(inFirst, '/holidays', { names: { en: 'Another' } })).status).toBe(403);
    });

    it('/zones are of their region, before the change and after it', async () => {
      expect((await correct(inFirst, '/zones', { city: 'Elsewhere' })).status).toBe(403);
      const second = await as({ kind: 'regions', codes: ['XA-02'] });
      expect((await correct(second, '/zones', { city: 'Elsewhere' })).status).toBe(200);
      const away = await correct(second, '/zones', { regionCode: 'XA-01' });
      expect([away.status, away.body.code]).toEqual([403, 'outside_scope']);
    });
  });

  describe('inviting for an organisation', () => {
    let invited = 0;
    const invite = async (who: SignedInAccount, organisation: string) => {
      invited += 1;
      const answer = await who.http<{ code?: string }>('POST', `/organisations/${organisation}/invitations`, {
        body: {
          email: `speaker-${invited}@post.test`,
          language: 'en',
          office: 'Manager',
          mandate: { document: { title: 'Power of attorney' } },
        },
      });
      return answer.status === 403 ? answer.body.code : answer.status;
    };

    /** An organisation that one agreement names, which lies there. */
    const organisationIn = async (sectorCodes: readonly string[], place: Place) => {
      const country = await signInAs(api, { grants: [countryWide('officer')] });
      const made = await country.http<{ id: string }>('POST', '/organisations', {
        body: { names: { en: 'Somebody who promised' }, kind: 'company' },
      });
      const { document } = await read(register.own.agreement);
      await logCurrent(api, {
        ...placed(document, sectorCodes, place),
        parties: document.parties.map((party) =>
          party.role === 'investor' ? { ...party, organisationId: made.body.id } : party,
        ),
      });
      return made.body.id;
    };

    it('is for an officer of a region or a sector in which one of its agreements lies', async () => {
      const inRegion = await organisationIn([], regions('XA-01', 'XA-03'));
      const ofSector = await organisationIn(['XT'], regions('XA-02'));
      expect(await invite(inFirst, inRegion)).toBe(201);
      expect(await invite(inFirst, ofSector)).toBe('outside_scope');
      expect(await invite(inSector, ofSector)).toBe(201);
      expect(await invite(inSector, inRegion)).toBe('outside_scope');
      const country = await signInAs(api, { grants: [countryWide('officer')] });
      expect([await invite(country, inRegion), await invite(country, ofSector)]).toEqual([201, 201]);
    });

    it('looks at the region of a zone, and at the whole country for what is nationwide', async () => {
      const inZone = await organisationIn([], { ...NOT_STATED, zoneIds: [zoneId] });
      expect(await invite(inFirst, inZone)).toBe('outside_scope');
      expect(await invite(await as({ kind: 'regions', codes: ['XA-02'] }), inZone)).toBe(201);
      expect(await invite(inFirst, await organisationIn([], NATIONWIDE))).toBe('outside_scope');
    });

    it('is for any officer while no agreement names it', async () => {
      const made = await inFirst.http<{ id: string }>('POST', '/organisations', {
        body: { names: { en: 'Nowhere yet' }, kind: 'company' },
      });
      expect(await invite(inFirst, made.body.id)).toBe(201);
    });
  });

  it('leaves what has no place to any officer', async () => {
    const made = [
      await inFirst.http('POST', '/organisations', { body: { names: { en: 'Somewhere' }, kind: 'other' } }),
      await inFirst.http('POST', '/persons', { body: { names: [{ value: 'Someone Else' }] } }),
      await inFirst.http('POST', '/sources', { body: { url: 'https://press.test/somewhere' } }),
      await inFirst.http('POST', '/events', {
        body: { names: { en: 'Some event' }, dates: { stated: '2026' } },
      }),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });
});
