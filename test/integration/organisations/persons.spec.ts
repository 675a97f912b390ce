import { FieldsRefused, RecordIsStale } from '@app/kernel';
import {
  CorrectPerson,
  FindPerson,
  ListPersons,
  ORGANISATIONS_ENTITIES,
  OrganisationsModule,
  PersonalValues,
  RecordPerson,
} from '@app/organisations';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const page = { limit: 20, cursor: null, exactCount: false };
const ZIDANE = {
  names: [
    { value: 'Karim Zidan' },
    { value: 'Karim Zidane', preferred: true },
    { value: 'كريم زيدان', language: 'ar' },
  ],
} as const;

describe('persons', () => {
  let app: UseCases;

  beforeAll(async () => {
    app = await startUseCases({ modules: [OrganisationsModule], entities: ORGANISATIONS_ENTITIES });
  });
  afterEach(() => app.db.query('DELETE FROM person'));
  afterAll(() => app.close());

  const found = async (q: string) => {
    const { items } = await app.get(ListPersons).execute(q, page);
    return items.map(({ names }) => names[0]?.value);
  };

  it('show their preferred name first and keep the other forms', async () => {
    const { id } = await app.get(RecordPerson).execute(ZIDANE, actor);
    await expect(app.get(FindPerson).execute(id)).resolves.toEqual({
      id,
      names: [
        { value: 'Karim Zidane', language: null, preferred: true },
        { value: 'Karim Zidan', language: null, preferred: false },
        { value: 'كريم زيدان', language: 'ar', preferred: false },
      ],
      note: null,
      erasedAt: null,
      mergedInto: null,
      mergedFrom: [],
      revision: 1,
    });
  });

  it('are found by words of any of their names', async () => {
    await app.get(RecordPerson).execute(ZIDANE, actor);
    await app.get(RecordPerson).execute({ names: [{ value: 'Ghita Mezzour' }] }, actor);
    await expect(found('zidan')).resolves.toEqual(['Karim Zidane']);
    await expect(found('KARIM زيدان')).resolves.toEqual(['Karim Zidane']);
    await expect(found('karim mezzour')).resolves.toEqual([]);
    await expect(app.get(ListPersons).execute(null, page)).resolves.toMatchObject({ total: 2 });
  });

  it('may share a name: two are called Seghrouchni', async () => {
    const names = [{ value: 'Seghrouchni' }];
    const ids = await Promise.all(
      [1, 2].map(async () => (await app.get(RecordPerson).execute({ names }, actor)).id),
    );
    expect(new Set(ids).size).toBe(2);
    await expect(found('seghrouchni')).resolves.toHaveLength(2);
  });

  it('change names without a word of them in the trail, and a name that stays keeps its id', async () => {
    const before = await app.get(RecordPerson).execute(ZIDANE, actor);
    const idsBefore = await valueIds();
    const names = [
      { value: 'Karim Zidan', preferred: true },
      { value: 'Karim Zidane' },
      { value: 'Karim Zaydan' },
    ];
    const after = await app.get(CorrectPerson).execute(before, { names }, actor);
    expect(after.names.map(({ value }) => value)).toEqual(['Karim Zidan', 'Karim Zidane', 'Karim Zaydan']);
    await expect(app.get(FindPerson).execute(before.id)).resolves.toEqual(after);
    const idsAfter = await valueIds();
    expect(idsAfter['Karim Zidan']).toBe(idsBefore['Karim Zidan']);
    expect(Object.keys(idsAfter)).not.toContain('كريم زيدان');
    const trail = await app.db.query<{ action: string }[]>(
      'SELECT action, payload FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [before.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['person.recorded', 'person.corrected']);
    expect(JSON.stringify(trail)).not.toMatch(/Zid|Zaydan|زيدان/);
  });

  it('are changed in the revision that was read, or not at all', async () => {
    const before = await app.get(RecordPerson).execute(ZIDANE, actor);
    const after = await app.get(CorrectPerson).execute(before, { note: 'minister' }, actor);
    expect(after).toMatchObject({ note: 'minister', revision: 2 });
    await expect(app.get(CorrectPerson).execute(before, { note: 'other' }, actor)).rejects.toThrow(
      RecordIsStale,
    );
    await expect(app.get(CorrectPerson).execute(after, { note: 'minister' }, actor)).resolves.toEqual(after);
  });

  it('are refused without a name', async () => {
    await expect(app.get(RecordPerson).execute({ names: [] }, actor)).rejects.toThrow(FieldsRefused);
    const before = await app.get(RecordPerson).execute(ZIDANE, actor);
    await expect(app.get(CorrectPerson).execute(before, { names: [] }, actor)).rejects.toThrow(FieldsRefused);
  });

  it('have values that others refer to by id and that can be erased', async () => {
    const { id: personId } = await app.get(RecordPerson).execute(ZIDANE, actor);
    const values = app.get(PersonalValues);
    await app.db.transaction(async (tx) => {
      const capacity = { kind: 'capacity', personId, organisationId: null, language: null } as const;
      const minister = await values.store(tx, { ...capacity, value: 'Ministre délégué' });
      const other = await values.store(tx, { ...capacity, value: 'Président' });
      await values.erase(tx, [other]);
      await expect(values.read(tx, [minister, other])).resolves.toEqual(
        new Map([[minister, 'Ministre délégué']]),
      );
      await expect(values.read(tx, [])).resolves.toEqual(new Map());
    });
  });

  const valueIds = async () => {
    const rows = await app.db.query<{ id: string; value: string }[]>(
      `SELECT id, value FROM personal_value WHERE kind = 'name'`,
    );
    return Object.fromEntries(rows.map(({ id, value }) => [value, id]));
  };
});
