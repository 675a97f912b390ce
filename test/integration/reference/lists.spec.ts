import { FieldsRefused } from '@app/kernel';
import {
  BeginRegister,
  CorrectSector,
  CorrectZone,
  FindZone,
  ListRegions,
  REFERENCE_ENTITIES,
  RecordRegion,
  RecordSector,
  RecordZone,
  ReferenceModule,
  RegisterOfAnotherCountry,
} from '@app/reference';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const named = (name: string) => ({ ar: null, fr: name, en: null });
const zone = {
  code: 'technopolis',
  names: named('Technopolis'),
  city: 'Salé',
  regionCode: 'MA-04',
  kind: 'primary_p2i',
  manager: 'Ewane Assets (CDG)',
  status: 'operating',
  note: null,
} as const;

describe('the lists of the country', () => {
  let app: UseCases;

  beforeAll(async () => {
    app = await startUseCases({ modules: [ReferenceModule], entities: REFERENCE_ENTITIES });
    for (const [code, name] of [
      ['MA-06', 'Casablanca-Settat'],
      ['MA-04', 'Rabat-Salé-Kénitra'],
      ['MA-09', 'Souss-Massa'],
    ] as const) {
      await app.get(RecordRegion).execute({ code, names: named(name), seat: null }, actor);
    }
  });
  afterAll(() => app.close());

  it('are read page by page', async () => {
    const first = await app.get(ListRegions).execute({ limit: 2, cursor: null, exactCount: false });
    expect(first).toMatchObject({ items: [{ code: 'MA-04' }, { code: 'MA-06' }], total: 3 });
    const second = await app
      .get(ListRegions)
      .execute({ limit: 2, cursor: first.nextCursor, exactCount: false });
    expect(second).toMatchObject({
      items: [{ code: 'MA-09', names: named('Souss-Massa') }],
      nextCursor: null,
    });
  });

  it('keep a zone in a region that exists', async () => {
    const recorded = await app.get(RecordZone).execute(zone, actor);
    await expect(app.get(FindZone).execute(recorded.id)).resolves.toEqual(recorded);
    const moved = await app
      .get(CorrectZone)
      .execute(recorded, { regionCode: 'MA-06', manager: null, names: { en: 'Technopolis' } }, actor);
    expect(moved).toMatchObject({
      regionCode: 'MA-06',
      manager: null,
      city: 'Salé',
      names: { ar: null, fr: 'Technopolis', en: 'Technopolis' },
    });
    await expect(app.get(CorrectZone).execute(moved, { regionCode: 'MA-99' }, actor)).rejects.toMatchObject({
      violations: [{ field: 'regionCode', code: 'region_unknown', values: { code: 'MA-99' } }],
    });
    await expect(app.get(RecordZone).execute({ ...zone, regionCode: 'XX-1' }, actor)).rejects.toThrow(
      FieldsRefused,
    );
  });

  it('take no name away that is the only one', async () => {
    const recorded = await app
      .get(RecordSector)
      .execute({ code: 'ITO', names: named('Externalisation'), examples: ['development'] }, actor);
    await expect(
      app.get(CorrectSector).execute(recorded, { names: { fr: null } }, actor),
    ).rejects.toMatchObject({
      violations: [{ field: 'names', code: 'name_required' }],
    });
    const renamed = await app
      .get(CorrectSector)
      .execute(recorded, { names: { fr: null, en: 'Outsourcing' } }, actor);
    expect(renamed).toMatchObject({
      names: { ar: null, fr: null, en: 'Outsourcing' },
      examples: ['development'],
    });
  });

  it('belong to the country that the register began with', async () => {
    await expect(app.get(BeginRegister).execute()).resolves.toBe(true);
    await expect(app.get(BeginRegister).execute()).resolves.toBe(false);
    await app.db.query(`UPDATE country_profile SET code = 'nuria'`);
    await expect(app.get(BeginRegister).execute()).rejects.toThrow(RegisterOfAnotherCountry);
  });
});
