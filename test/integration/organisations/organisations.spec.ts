import { FieldsRefused, RecordIsStale } from '@app/kernel';
import {
  CorrectOrganisation,
  FindOrganisation,
  IceAlreadyRecorded,
  ListOrganisations,
  ORGANISATIONS_ENTITIES,
  OrganisationToRecord,
  OrganisationsModule,
  RecordOrganisation,
  ResolveOrganisationNames,
} from '@app/organisations';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const page = { limit: 20, cursor: null, exactCount: false };

const MINISTRY: OrganisationToRecord = {
  names: {
    ar: 'وزارة الصناعة والتجارة',
    fr: "Ministère de l'Industrie et du Commerce",
    en: 'Ministry of Industry',
  },
  kind: 'public_body',
  country: 'MA',
  variants: ['MIC'],
};
const ARROW: OrganisationToRecord = {
  names: { fr: 'Arrow ECS' },
  kind: 'company',
  country: 'MA',
  ice: '001561191000066',
};
const NTT: OrganisationToRecord = { names: { en: 'NTT DATA' }, kind: 'company', country: null };

describe('organisations', () => {
  let app: UseCases;

  beforeAll(async () => {
    app = await startUseCases({ modules: [OrganisationsModule], entities: ORGANISATIONS_ENTITIES });
  });
  afterEach(() => app.db.query('DELETE FROM organisation; DELETE FROM outbox'));
  afterAll(() => app.close());

  const record = (given: OrganisationToRecord) => app.get(RecordOrganisation).execute(given, actor);
  const namesFound = async (q: string) => {
    const { items } = await app.get(ListOrganisations).execute({ q }, page);
    return items.map(({ names }) => names.en ?? names.fr);
  };
  const correctionsOf = (id: string) =>
    app.db.query<{ payload: Record<string, unknown> }[]>(
      `SELECT payload FROM audit_entry WHERE action = 'organisation.corrected' AND subject_id = $1`,
      [id],
    );
  const outbox = () => app.db.query<{ job: string; payload: unknown }[]>('SELECT job, payload FROM outbox');

  it('are read as they were recorded', async () => {
    const { possibleDuplicates, ...recorded } = await record({
      ...MINISTRY,
      reportingContacts: [{ email: 'suivi@mic.example', language: 'ar' }],
    });
    expect(possibleDuplicates).toEqual([]);
    await expect(app.get(FindOrganisation).execute(recorded.id)).resolves.toEqual(recorded);
    await expect(app.get(ResolveOrganisationNames).execute([recorded.id])).resolves.toEqual(
      new Map([[recorded.id, MINISTRY.names]]),
    );
  });

  it('are listed by name and page by page', async () => {
    for (const organisation of [NTT, MINISTRY, ARROW]) await record(organisation);
    const first = await app.get(ListOrganisations).execute({}, { ...page, limit: 2 });
    const second = await app
      .get(ListOrganisations)
      .execute({}, { ...page, limit: 2, cursor: first.nextCursor });
    const names = [...first.items, ...second.items].map((item) => item.names.fr ?? item.names.en);
    expect(names).toEqual(['Arrow ECS', "Ministère de l'Industrie et du Commerce", 'NTT DATA']);
    expect([first.total, second.nextCursor]).toEqual([3, null]);
    await expect(app.get(ListOrganisations).execute({ kind: 'public_body' }, page)).resolves.toMatchObject({
      total: 1,
    });
    await expect(app.get(ListOrganisations).execute({ country: 'MA' }, page)).resolves.toMatchObject({
      total: 2,
    });
  });

  it.each([
    ['ministere industrie', 'Ministry of Industry'],
    ['COMMERCE', 'Ministry of Industry'],
    ['وزاره الصناعه', 'Ministry of Industry'],
    ['mic', 'Ministry of Industry'],
    ['ntt', 'NTT DATA'],
    ['0015611', 'Arrow ECS'],
  ])('are found by %s', async (q, name) => {
    for (const organisation of [NTT, MINISTRY, ARROW]) await record(organisation);
    await expect(namesFound(q)).resolves.toEqual([name]);
  });

  it('are not found by a word that none of their names holds, nor by a wildcard', async () => {
    for (const organisation of [NTT, MINISTRY]) await record(organisation);
    await expect(namesFound('ministere ntt')).resolves.toEqual([]);
    await expect(namesFound('%')).resolves.toEqual([]);
    await expect(namesFound('_')).resolves.toEqual([]);
  });

  it('may have the same name; who records the second is shown the first', async () => {
    const first = await record(ARROW);
    const second = await record({
      names: { en: 'ARROW ECS Morocco' },
      kind: 'company',
      variants: ['Arrow  E.C.S.'],
    });
    expect(second.possibleDuplicates).toEqual([
      { id: first.id, names: { ar: null, fr: 'Arrow ECS', en: null } },
    ]);
    await expect(record(NTT)).resolves.toMatchObject({ possibleDuplicates: [] });
  });

  it('keep an identifier whose control digits are wrong', async () => {
    const { id } = await record({ ...ARROW, ice: '001561191000065' });
    await expect(app.get(FindOrganisation).execute(id)).resolves.toMatchObject({ ice: '001561191000065' });
  });

  it('do not share an identifier', async () => {
    const first = await record(ARROW);
    const refused = record({ ...NTT, ice: ARROW.ice });
    await expect(refused).rejects.toThrow(IceAlreadyRecorded);
    await expect(refused).rejects.toMatchObject({ kind: 'conflict', values: { id: first.id } });
    const other = await record(NTT);
    await expect(app.get(CorrectOrganisation).execute(other, { ice: ARROW.ice }, actor)).rejects.toThrow(
      IceAlreadyRecorded,
    );
    await expect(app.get(CorrectOrganisation).execute(first, { note: 'seen' }, actor)).resolves.toMatchObject(
      {
        ice: ARROW.ice,
      },
    );
  });

  it('do not share an identifier, even when recorded at once', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => record(ARROW)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(IceAlreadyRecorded);
    }
  });

  it('are refused without a name', async () => {
    await expect(record({ names: { fr: ' ' }, kind: 'other' })).rejects.toThrow(FieldsRefused);
    await expect(app.db.query('SELECT 1 FROM organisation')).resolves.toEqual([]);
  });

  it('tell those who keep their words when a name changes, and only then', async () => {
    const before = await record(NTT);
    await app.get(CorrectOrganisation).execute(before, { note: 'Tokyo' }, actor);
    await expect(outbox()).resolves.toEqual([]);
    const version = { id: before.id, revision: 2 };
    const renamed = await app
      .get(CorrectOrganisation)
      .execute(version, { names: { fr: 'NTT DATA Maroc' }, variants: ['NTT'] }, actor);
    expect(renamed).toMatchObject({ names: { ar: null, fr: 'NTT DATA Maroc', en: 'NTT DATA' }, revision: 3 });
    await expect(app.get(FindOrganisation).execute(before.id)).resolves.toEqual(
      expect.objectContaining({ variants: ['NTT'], note: 'Tokyo', revision: 3 }),
    );
    await expect(outbox()).resolves.toEqual([
      { job: 'organisations.renamed', payload: { organisationId: before.id } },
    ]);
    await expect(namesFound('maroc')).resolves.toEqual(['NTT DATA']);
  });

  it('are changed in the revision that was read, or not at all', async () => {
    const before = await record(NTT);
    await app.get(CorrectOrganisation).execute(before, { country: 'JP' }, actor);
    await expect(app.get(CorrectOrganisation).execute(before, { country: 'MA' }, actor)).rejects.toThrow(
      RecordIsStale,
    );
    await expect(correctionsOf(before.id)).resolves.toEqual([
      { payload: { changed: { country: { from: null, to: 'JP' } } } },
    ]);
  });

  it('have contacts whose addresses stand in one table only', async () => {
    const before = await record({
      ...NTT,
      reportingContacts: [
        { email: 'old@ntt.example', language: 'en' },
        { email: 'stays@ntt.example', language: 'en' },
      ],
    });
    const idsBefore = await contactIds();
    const reportingContacts = [
      { email: 'stays@ntt.example', language: 'ar' },
      { email: 'new@ntt.example', language: 'fr' },
    ] as const;
    await app.get(CorrectOrganisation).execute(before, { reportingContacts }, actor);
    await expect(app.get(FindOrganisation).execute(before.id)).resolves.toMatchObject({ reportingContacts });
    const idsAfter = await contactIds();
    const [corrected] = await correctionsOf(before.id);
    expect(corrected?.payload).toEqual({
      changed: {},
      reportingContactIds: {
        added: [idsAfter['new@ntt.example']],
        changed: [idsBefore['stays@ntt.example']],
        removed: [idsBefore['old@ntt.example']],
      },
    });
    const entries = await app.db.query<unknown[]>('SELECT payload FROM audit_entry');
    expect(JSON.stringify(entries)).not.toContain('@ntt.example');
  });

  const contactIds = async () => {
    const rows = await app.db.query<{ id: string; value: string }[]>(
      `SELECT id, value FROM personal_value WHERE kind = 'contact'`,
    );
    return Object.fromEntries(rows.map(({ id, value }) => [value, id]));
  };
});
