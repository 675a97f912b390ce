import { RecordIsStale } from '@app/kernel';
import {
  CorrectIndicatorFigure,
  FigureAlreadyRecorded,
  FigureContent,
  FindIndicatorFigure,
  INDICATORS_ENTITIES,
  IndicatorsModule,
  ListIndicators,
  RecordIndicator,
  RecordIndicatorFigure,
} from '@app/indicators';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const page = { limit: 20, cursor: null, exactCount: false };
const names = { ar: null, fr: "Chiffre d'affaires à l'export", en: 'Export revenue' };

const OLD: FigureContent = {
  indicatorCode: 'export_revenue',
  kind: 'observation',
  nature: 'level',
  series: 'old-method',
  period: '2023',
  periodAbsence: null,
  value: 17.9,
  unit: 'billion_mad',
  qualifier: 'not_stated',
  sectorCode: null,
  note: null,
  sourceId: null,
  sourceAbsence: 'not_stated',
};
const NEW: FigureContent = { ...OLD, series: 'new-method', value: 26.17 };

describe('national figures', () => {
  let app: UseCases;

  beforeEach(async () => {
    app = await startUseCases({ modules: [IndicatorsModule], entities: INDICATORS_ENTITIES });
    await app
      .get(RecordIndicator)
      .execute({ code: 'export_revenue', names, nature: 'level', note: null }, actor);
  });
  afterEach(() => app.close());

  const record = (figure: FigureContent) => app.get(RecordIndicatorFigure).execute(figure, actor);
  const find = (id: string) => app.get(FindIndicatorFigure).execute(id);

  it('are read with what they mean and where they come from', async () => {
    await app.db.query(`INSERT INTO source (id, url) VALUES ($1, 'https://paper.example/figures')`, [SOURCE]);
    const id = await record({ ...OLD, sourceId: SOURCE, sourceAbsence: null });
    await expect(find(id)).resolves.toEqual({
      id,
      indicator: { code: 'export_revenue', names, nature: 'level' },
      kind: 'observation',
      nature: 'level',
      series: 'old-method',
      period: '2023',
      periodAbsence: null,
      value: 17.9,
      unit: 'billion_mad',
      qualifier: 'not_stated',
      sectorCode: null,
      note: null,
      source: { id: SOURCE, url: 'https://paper.example/figures' },
      sourceAbsence: null,
      revision: 1,
    });
  });

  it('stand side by side in their series and are never joined', async () => {
    await record(OLD);
    await record(NEW);
    const target = await record({ ...OLD, kind: 'target', series: 'plan', period: '2030', value: 40 });
    const { items } = await app.get(ListIndicators).execute({ indicator: 'export_revenue' }, page);
    expect(items.map(({ series, value }) => [series, value])).toEqual([
      ['old-method', 17.9],
      ['new-method', 26.17],
      ['plan', 40],
    ]);
    await expect(app.get(ListIndicators).execute({ kind: 'target' }, page)).resolves.toMatchObject({
      items: [{ id: target }],
      total: 1,
    });
    await expect(app.get(ListIndicators).execute({ sector: 'ITO' }, page)).resolves.toMatchObject({
      total: 0,
    });
  });

  it('are corrected with what changed in the trail', async () => {
    const id = await record({ ...OLD, period: null, periodAbsence: 'not_stated' });
    const corrected = await app
      .get(CorrectIndicatorFigure)
      .execute({ id, revision: 1 }, { period: '2023', value: 17.95, qualifier: 'about' }, actor);
    expect(corrected).toMatchObject({ period: '2023', periodAbsence: null, value: 17.95, revision: 2 });
    await expect(find(id)).resolves.toEqual(corrected);
    const trail = await app.db.query<unknown[]>(
      `SELECT payload FROM audit_entry WHERE action = 'indicator_figure.corrected'`,
    );
    expect(trail).toEqual([
      {
        payload: {
          changed: {
            value: { from: 17.9, to: 17.95 },
            period: { from: null, to: '2023' },
            periodAbsence: { from: 'not_stated', to: null },
            qualifier: { from: 'not_stated', to: 'about' },
          },
        },
      },
    ]);
    await expect(
      app.get(CorrectIndicatorFigure).execute({ id, revision: 1 }, { value: 1 }, actor),
    ).rejects.toThrow(RecordIsStale);
  });

  it('are kept once for a series, a period and a sector', async () => {
    await record(OLD);
    await expect(record({ ...OLD, value: 18 })).rejects.toThrow(FigureAlreadyRecorded);
    const id = await record({ ...OLD, period: '2024' });
    await expect(
      app.get(CorrectIndicatorFigure).execute({ id, revision: 1 }, { period: '2023' }, actor),
    ).rejects.toThrow(FigureAlreadyRecorded);
  });

  it('belong to an indicator that is defined', async () => {
    await expect(record({ ...OLD, indicatorCode: 'happiness' })).rejects.toMatchObject({
      violations: [{ field: 'indicatorCode', code: 'indicator_unknown' }],
    });
  });
});

const SOURCE = '01a20000-0000-7000-8000-000000000001';
