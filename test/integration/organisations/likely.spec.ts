import { type Staff, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';

interface Likely {
  readonly items: readonly {
    readonly id: string;
    readonly matched: string;
    readonly likeness: number;
    readonly reason: string;
    readonly explained: string;
  }[];
}

describe('records that may be the one about to be recorded', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
  });
  afterAll(() => api.close());

  const organisation = async (body: object) =>
    (
      await staff.officer.http<{ id: string }>('POST', '/organisations', {
        body: { kind: 'company', ...body },
      })
    ).body.id;
  const person = async (...names: string[]) =>
    (
      await staff.officer.http<{ id: string }>('POST', '/persons', {
        body: { names: names.map((value) => ({ value })) },
      })
    ).body.id;
  const likely = (what: string, body: object, who = staff.officer) =>
    who.http<Likely>('POST', `/${what}/likely`, { body });

  it('are found by a name or spelling in any script, and by the identifier', async () => {
    const id = await organisation({
      names: { fr: 'Société Zellige Numérique', ar: 'شركة الزليج الرقمي' },
      variants: ['Zellij Digital'],
      ice: '001561191000066',
    });
    const other = await organisation({ names: { fr: 'Atlas Conseil' } });
    const asked = async (...names: string[]) =>
      (await likely('organisations', { names })).body.items.map(({ matched, reason }) => [matched, reason]);
    expect(await asked('SOCIETE zellige numerique')).toEqual([['Société Zellige Numérique', 'same_name']]);
    expect(await asked('شركة الزليج الرقمى')).toEqual([['شركة الزليج الرقمي', 'same_name']]);
    expect(await asked('Zellij Digitale')).toEqual([['Zellij Digital', 'similar_name']]);
    expect(await asked('الزليج')).toEqual([['شركة الزليج الرقمي', 'similar_name']]);
    expect(await asked('100%', '_____')).toEqual([]);
    expect(await asked('Something else entirely')).toEqual([]);
    const byIce = await likely('organisations', { names: ['Atlas Conseil'], ice: '001561191000066' });
    expect(byIce.body.items).toMatchObject([
      { id, reason: 'same_ice', likeness: 100, explained: expect.stringContaining('ICE') as string },
      { id: other, reason: 'same_name', likeness: 100 },
    ]);
  });

  it('are persons whose names are spelt otherwise; two people of one name are two', async () => {
    const chaume = await person('Pierre Chaume');
    const zidane = await person('Karim Zidane', 'كريم زيدان');
    const both = [await person('Amal El Fallah Seghrouchni'), await person('Omar Seghrouchni')].sort();
    const ids = async (...names: string[]) =>
      (await likely('persons', { names })).body.items.map(({ id }) => id);
    expect(await ids('Pierre Chome')).toEqual([chaume]);
    expect(await ids('Zidan')).toEqual([zidane]);
    expect(await ids('كريم زيدان')).toEqual([zidane]);
    expect([...(await ids('Seghrouchni'))].sort()).toEqual(both);
    const [row] = await api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM audit_entry WHERE action = 'person.likely_listed' ORDER BY id LIMIT 1`,
    );
    expect(JSON.stringify(row)).toContain(chaume);
    expect(JSON.stringify(row)).not.toContain('Chome');
  });

  it('are asked for by whoever may record them', async () => {
    for (const what of ['organisations', 'persons']) {
      expect((await likely(what, { names: ['Anybody'] }, staff.verifier)).status).toBe(403);
      expect((await likely(what, { names: Array.from({ length: 21 }, (_, n) => `n${n}`) })).status).toBe(400);
      expect((await likely(what, { names: [] })).body.items).toEqual([]);
    }
  });
});
