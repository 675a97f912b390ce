import { Injectable } from '@nestjs/common';
import { Qualifier, RecordIsStale, RecordNotFound } from '@app/kernel';
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
  Figure,
  FigureAbsence,
  FigureContent,
  FigureKind,
  Indicator,
  Nature,
} from '../domain/indicator';
import { FigureAlreadyRecorded } from '../domain/refusals';
import { IndicatorEntity, IndicatorFigureEntity } from './indicators.entities';

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
  readonly note: string | null;
  readonly source_id: string | null;
  readonly source_url: string | null;
  readonly source_absence: FigureAbsence | null;
}

const COLUMNS = `f.id, f.revision, f.indicator_code, i.name_ar, i.name_fr, i.name_en, i.nature AS indicator_nature,
  f.kind, f.nature, f.series, f.period, f.period_absence, f.value, f.unit, f.qualifier, f.sector_code, f.note,
  f.source_id, s.url AS source_url, f.source_absence`;

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

  async findNature(tx: EntityManager, code: string): Promise<Nature | null> {
    const [row] = await tx.query<{ nature: Nature }[]>('SELECT nature FROM indicator WHERE code = $1', [
      code,
    ]);
    return row?.nature ?? null;
  }

  async insertIndicator(
    tx: EntityManager,
    id: string,
    { code, names, nature, note }: Indicator,
  ): Promise<void> {
    const { ar: nameAr, fr: nameFr, en: nameEn } = names;
    await tx.insert(IndicatorEntity, { code, id, nameAr, nameFr, nameEn, nature, note });
  }

  /** @throws FigureAlreadyRecorded */
  async insert(tx: EntityManager, id: string, content: FigureContent): Promise<void> {
    await tx.insert(IndicatorFigureEntity, { id, ...content }).catch(asRefusal);
  }

  /** @throws FigureAlreadyRecorded */
  async change(tx: EntityManager, version: RecordVersion, figure: CorrectableFigure): Promise<void> {
    await changeRecord(tx, IndicatorFigureEntity, version, figure).catch(asRefusal);
  }

  private async findIn(db: EntityManager, id: string, lock: '' | 'FOR UPDATE OF f'): Promise<Figure | null> {
    const [row] = await db.query<FigureRow[]>(`SELECT ${COLUMNS} FROM ${FIGURES} WHERE f.id = $1 ${lock}`, [
      id,
    ]);
    return row ? viewOf(row) : null;
  }
}

function equal(column: string, value: string | null | undefined): Condition[] {
  return value ? [{ sql: `${column} = ?`, values: [value] }] : [];
}

function asRefusal(error: unknown): never {
  if (violatedConstraintOf(error) === 'indicator_figure_once') throw new FigureAlreadyRecorded();
  throw error;
}
