import { Injectable } from '@nestjs/common';
import { CalendarDate, Qualifier, RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  Condition,
  Page,
  PageRequest,
  RecordVersion,
  Transactions,
  changeRecord,
  readPage,
  violatedConstraintOf,
} from '@app/platform';
import type { EntityManager } from 'typeorm';
import type {
  CorrectableFigure,
  EarlierFigure,
  Figure,
  FigureAbsence,
  FigureContent,
  FigureKind,
  Indicator,
  Nature,
} from '../domain/indicator';
import { FigureAlreadyRecorded } from '../domain/refusals';
import {
  FigureCorrectionEntity,
  IndicatorEntity,
  IndicatorFigureEntity,
  IndicatorSeriesEntity,
} from './indicators.entities';

/** Which figures a list shows. */
export interface FigureFilter {
  readonly indicator?: string | null;
  readonly kind?: FigureKind | null;
  readonly sector?: string | null;
}

interface FigureRow extends RecordVersion {
  readonly indicator_code: string;
  readonly name_ar: string | null;
  readonly name_fr: string | null;
  readonly name_en: string | null;
  readonly indicator_nature: Nature;
  readonly kind: FigureKind;
  readonly nature: Nature;
  readonly series: string;
  readonly period: string | null;
  readonly period_absence: FigureAbsence | null;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly sector_code: string | null;
  readonly measured_in: string | null;
  readonly note: string | null;
  readonly source_id: string | null;
  readonly source_url: string | null;
  readonly source_absence: FigureAbsence | null;
}

const COLUMNS = `f.id, f.revision, f.indicator_code, i.name_ar, i.name_fr, i.name_en, i.nature AS indicator_nature,
  f.kind, f.nature, f.series, f.period, f.period_absence, f.value, f.unit, f.qualifier, f.sector_code, f.measured_in,
  f.note, f.source_id, s.url AS source_url, f.source_absence`;

const FIGURES = `indicator_figure f JOIN indicator i ON i.code = f.indicator_code
  LEFT JOIN source s ON s.id = f.source_id`;

const BY_PERIOD = {
  keys: [
    { sql: 'f.indicator_code', type: 'text' },
    { sql: `coalesce(f.period, '')`, type: 'text' },
    { sql: 'f.id', type: 'uuid' },
  ],
};

function viewOf(row: FigureRow): Figure {
  const { source_id: sourceId, source_url: url } = row;
  return {
    id: row.id,
    indicator: {
      code: row.indicator_code,
      names: { ar: row.name_ar, fr: row.name_fr, en: row.name_en },
      nature: row.indicator_nature,
    },
    kind: row.kind,
    nature: row.nature,
    series: row.series,
    period: row.period,
    periodAbsence: row.period_absence,
    value: row.value,
    unit: row.unit,
    qualifier: row.qualifier,
    sectorCode: row.sector_code,
    measuredIn: row.measured_in,
    note: row.note,
    source: sourceId !== null && url !== null ? { id: sourceId, url } : null,
    sourceAbsence: row.source_absence,
    revision: row.revision,
  };
}

/** Reads and writes national figures and what they mean. */
@Injectable()
export class IndicatorRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ indicator, kind, sector }: FigureFilter, page: PageRequest): Promise<Page<Figure>> {
    const conditions = [
      ...equal('f.indicator_code', indicator),
      ...equal('f.kind', kind),
      ...equal('f.sector_code', sector),
    ];
    const statement = { select: COLUMNS, from: FIGURES, conditions, sort: BY_PERIOD };
    const rows = await readPage<FigureRow>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  async find(id: string): Promise<Figure | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** The figure, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<Figure> {
    const found = await this.findIn(tx, id, 'FOR UPDATE OF f');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  /** Every indicator, or one, with its series. */
  async indicators(db: EntityManager, code: string | null = null): Promise<Indicator[]> {
    return db.query<Indicator[]>(
      `SELECT i.code, ${names('i', 'name')} AS names, ${names('i', 'definition')} AS definition, i.nature, i.unit, i.note,
              CASE WHEN i.promised_kind IS NOT NULL THEN json_build_object(
                'kind', i.promised_kind, 'unit', i.promised_unit, 'perUnit', i.promised_per_unit) END AS "promisedAs",
              coalesce((SELECT json_agg(json_build_object('code', s.code, 'kind', s.kind, 'names', ${names('s', 'name')})
                                        ORDER BY s.kind, s.code)
                          FROM indicator_series s WHERE s.indicator_code = i.code), '[]') AS series
         FROM indicator i WHERE $1::text IS NULL OR i.code = $1 ORDER BY i.id`,
      [code],
    );
  }

  /** Every figure of an indicator, by period. */
  async figuresOf(code: string): Promise<Figure[]> {
    const rows = await this.transactions.reader.query<FigureRow[]>(
      `SELECT ${COLUMNS} FROM ${FIGURES} WHERE f.indicator_code = $1
        ORDER BY f.kind, f.series, coalesce(f.period, ''), coalesce(f.sector_code, ''), f.id`,
      [code],
    );
    return rows.map(viewOf);
  }

  /** What a figure read before each of its corrections, the latest first. */
  async earlier(figureId: string): Promise<EarlierFigure[]> {
    return this.transactions.reader.query<EarlierFigure[]>(
      `SELECT number, value, period, period_absence AS "periodAbsence", qualifier, note, reason,
              corrected_on AS "correctedOn"
         FROM indicator_figure_correction WHERE figure_id = $1 ORDER BY number DESC`,
      [figureId],
    );
  }

  async insertIndicator(tx: EntityManager, id: string, indicator: Indicator): Promise<void> {
    const { code, names, definition, nature, unit, note, promisedAs, series } = indicator;
    await tx.insert(IndicatorEntity, {
      ...{ code, id, nature, unit, note },
      ...{ nameAr: names.ar, nameFr: names.fr, nameEn: names.en },
      ...{ definitionAr: definition.ar, definitionFr: definition.fr, definitionEn: definition.en },
      promisedKind: promisedAs?.kind ?? null,
      promisedUnit: promisedAs?.unit ?? null,
      promisedPerUnit: promisedAs?.perUnit ?? null,
    });
    const rows = series.map(({ names: { ar, fr, en }, ...one }) => ({
      ...{ indicatorCode: code, ...one, nameAr: ar, nameFr: fr, nameEn: en },
    }));
    if (rows.length > 0) await tx.insert(IndicatorSeriesEntity, rows);
  }

  async knowsSource(tx: EntityManager, id: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT FROM source WHERE id = $1', [id])).length > 0;
  }

  async knowsSector(tx: EntityManager, code: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT FROM sector WHERE code = $1', [code])).length > 0;
  }

  /** @throws FigureAlreadyRecorded */
  async insert(tx: EntityManager, id: string, content: FigureContent): Promise<void> {
    await tx.insert(IndicatorFigureEntity, { id, ...content }).catch(asRefusal);
  }

  /** Changes a figure, and keeps what it read before. @throws FigureAlreadyRecorded */
  async correct(
    tx: EntityManager,
    before: Figure,
    after: CorrectableFigure,
    { reason, by, on }: { reason: string; by: string; on: CalendarDate },
  ): Promise<void> {
    const { id, revision, value, period, periodAbsence, qualifier, note } = before;
    await tx.insert(FigureCorrectionEntity, {
      ...{ figureId: id, number: revision, value, period, periodAbsence, qualifier, note },
      ...{ reason, correctedBy: by, correctedOn: on },
    });
    await changeRecord(tx, IndicatorFigureEntity, { id, revision }, after).catch(asRefusal);
  }

  private async findIn(db: EntityManager, id: string, lock: '' | 'FOR UPDATE OF f'): Promise<Figure | null> {
    const [row] = await db.query<FigureRow[]>(`SELECT ${COLUMNS} FROM ${FIGURES} WHERE f.id = $1 ${lock}`, [
      id,
    ]);
    return row ? viewOf(row) : null;
  }
}

function names(alias: string, column: string): string {
  const of = (language: string) => `'${language}', ${alias}.${column}_${language}`;
  return `json_build_object(${['ar', 'fr', 'en'].map(of).join(', ')})`;
}

function equal(column: string, value: string | null | undefined): Condition[] {
  return value ? [{ sql: `${column} = ?`, values: [value] }] : [];
}

function asRefusal(error: unknown): never {
  if (violatedConstraintOf(error) === 'indicator_figure_once') throw new FigureAlreadyRecorded();
  throw error;
}
