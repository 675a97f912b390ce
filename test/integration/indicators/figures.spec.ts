import { RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  CorrectIndicatorFigure,
  FigureAlreadyRecorded,
  FigureContent,
  FindIndicatorFigure,
  FindIndicator,
  INDICATORS_ENTITIES,
  Indicator,
  IndicatorsModule,
  ListIndicators,
  RecordIndicator,
  RecordIndicatorFigure,
} from '@app/indicators';
import { UseCases, startUseCases } from '../../support/use-cases';

const actor = 'system:first-content';
const page = { limit: 20, cursor: null, exactCount: false };
const names = { ar: null, fr: "Chiffre d'affaires à l'export", en: 'Export revenue' };

const EXPORTS: Indicator = {
  code: 'export_revenue',
  names,
  definition: { ar: null, fr: null, en: 'Revenue of a year' },
  nature: 'level',
  unit: 'billion_mad',
  note: null,
  promisedAs: null,
  series: [
    { code: 'old-method', kind: 'method', names },
    { code: 'new-method', kind: 'method', names },
    { code: 'plan', kind: 'plan', names },
  ],
};
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
  measuredIn: null,
  note: null,
  sourceId: null,
  sourceAbsence: 'not_stated',
};
const NEW: FigureContent = { ...OLD, series: 'new-method', value: 26.17 };

describe('national figures', () => {
  let app: UseCases;

  beforeEach(async () => {
    app = await startUseCases({ modules: [IndicatorsModule], entities: INDICATORS_ENTITIES });
    await app.get(RecordIndicator).execute(EXPORTS, actor);
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
      measuredIn: null,
      note: null,
      source: { id: SOURCE, url: 'https://paper.example/figures' },
      sourceAbsence: null,
      revision: 1,
      earlier: [],
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
      .execute(
        { id, revision: 1 },
        { period: '2023', value: 17.95, qualifier: 'about', reason: 'misread' },
        actor,
      );
    expect(corrected).toMatchObject({ period: '2023', periodAbsence: null, value: 17.95, revision: 2 });
    await expect(find(id)).resolves.toEqual({
      ...corrected,
      earlier: [
        {
          ...{ number: 1, value: 17.9, period: null, periodAbsence: 'not_stated', qualifier: 'not_stated' },
          ...{ note: null, reason: 'misread', correctedOn: '2026-11-23' },
        },
      ],
    });
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
      app.get(CorrectIndicatorFigure).execute({ id, revision: 1 }, { value: 1, reason: 'again' }, actor),
    ).rejects.toThrow(RecordIsStale);
  });

  it('are kept once for a series, a period and a sector', async () => {
    await record(OLD);
    await expect(record({ ...OLD, value: 18 })).rejects.toThrow(FigureAlreadyRecorded);
    const id = await record({ ...OLD, period: '2024' });
    await expect(
      app
        .get(CorrectIndicatorFigure)
        .execute({ id, revision: 1 }, { period: '2023', reason: 'misread' }, actor),
    ).rejects.toThrow(FigureAlreadyRecorded);
  });

  it('keep what they read before, whoever writes', async () => {
    const id = await record(OLD);
    const change = (sql: string) => app.asOwner(sql.replace('$1', `'${id}'`));
    await expect(
      change('UPDATE indicator_figure SET value = 18, revision = 2 WHERE id = $1'),
    ).rejects.toThrow('a figure changes with what it read before, and stays');
    await expect(change('DELETE FROM indicator_figure WHERE id = $1')).rejects.toThrow('and stays');
    await app
      .get(CorrectIndicatorFigure)
      .execute({ id, revision: 1 }, { value: 18, reason: 'misread' }, actor);
    await expect(change('DELETE FROM indicator_figure_correction WHERE figure_id = $1')).rejects.toThrow(
      'stays as it is',
    );
  });

  it('are read along the method by which their target is measured', async () => {
    await record(OLD);
    const seen = await record(NEW);
    const goal = await record({
      ...{ ...OLD, kind: 'target', series: 'plan', period: '2030', value: 40, measuredIn: 'new-method' },
    });
    await record({ ...OLD, kind: 'target', series: 'plan', period: '2026', value: 25 });
    const { courses, figures, unit } = await app.get(FindIndicator).execute('export_revenue');
    expect([unit, figures.length]).toEqual(['billion_mad', 4]);
    expect(courses).toMatchObject([
      { target: { period: '2026' }, standing: 'method_not_stated', latest: null },
      {
        ...{ target: { id: goal, period: '2030' }, standing: 'not_enough_observations' },
        ...{ latest: { id: seen, value: 26.17 }, remaining: 13.83, years: 7 },
      },
    ]);
    await expect(app.get(FindIndicator).execute('happiness')).rejects.toThrow(RecordNotFound);
  });

  it.each([
    [{ series: 'plan' }, 'series', 'series_no_method'],
    [{ series: 'hearsay' }, 'series', 'series_no_method'],
    [{ unit: 'euros' }, 'unit', 'unit_of_indicator'],
    [{ sectorCode: 'XX' }, 'sectorCode', 'unknown_reference'],
    [
      { sourceId: '01a20000-0000-7000-8000-00000000ffff', sourceAbsence: null },
      'sourceId',
      'unknown_reference',
    ],
  ])('are refused with %p', async (change, field, code) => {
    await expect(record({ ...OLD, ...change })).rejects.toMatchObject({ violations: [{ field, code }] });
  });

  it('belong to an indicator that is defined', async () => {
    await expect(record({ ...OLD, indicatorCode: 'happiness' })).rejects.toMatchObject({
      violations: [{ field: 'indicatorCode', code: 'indicator_unknown' }],
    });
  });
});

const SOURCE = '01a20000-0000-7000-8000-000000000001';
