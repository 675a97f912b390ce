import type { Qualifier } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FigureAbsence, FigureKind, Nature, SeriesKind } from '../domain/indicator';

@Entity('indicator')
export class IndicatorEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('uuid')
  id: string;

  @Column('text', { name: 'name_ar', nullable: true })
  nameAr: string | null;

  @Column('text', { name: 'name_fr', nullable: true })
  nameFr: string | null;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn: string | null;

  @Column('text', { name: 'definition_ar', nullable: true })
  definitionAr: string | null;

  @Column('text', { name: 'definition_fr', nullable: true })
  definitionFr: string | null;

  @Column('text', { name: 'definition_en', nullable: true })
  definitionEn: string | null;

  @Column('text')
  nature: Nature;

  @Column('text')
  unit: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'promised_kind', nullable: true })
  promisedKind: string | null;

  @Column('text', { name: 'promised_unit', nullable: true })
  promisedUnit: string | null;

  @Column('numeric', { name: 'promised_per_unit', precision: 18, scale: 6, nullable: true })
  promisedPerUnit: number | null;
}

@Entity('indicator_series')
export class IndicatorSeriesEntity {
  @PrimaryColumn('text', { name: 'indicator_code' })
  indicatorCode: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  kind: SeriesKind;

  @Column('text', { name: 'name_ar', nullable: true })
  nameAr: string | null;

  @Column('text', { name: 'name_fr', nullable: true })
  nameFr: string | null;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn: string | null;
}

@Entity('indicator_figure_correction')
export class FigureCorrectionEntity {
  @PrimaryColumn('uuid', { name: 'figure_id' })
  figureId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('numeric', { precision: 18, scale: 6 })
  value: number;

  @Column('text', { nullable: true })
  period: string | null;

  @Column('text', { name: 'period_absence', nullable: true })
  periodAbsence: FigureAbsence | null;

  @Column('text')
  qualifier: Qualifier;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  reason: string;

  @Column('text', { name: 'corrected_by' })
  correctedBy: string;

  @Column('date', { name: 'corrected_on' })
  correctedOn: string;
}

@Entity('indicator_figure')
export class IndicatorFigureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text', { name: 'indicator_code' })
  indicatorCode: string;

  @Column('text')
  kind: FigureKind;

  @Column('text')
  nature: Nature;

  @Column('text')
  series: string;

  @Column('text', { nullable: true })
  period: string | null;

  @Column('text', { name: 'period_absence', nullable: true })
  periodAbsence: FigureAbsence | null;

  @Column('numeric', { precision: 18, scale: 6 })
  value: number;

  @Column('text')
  unit: string;

  @Column('text')
  qualifier: Qualifier;

  @Column('text', { name: 'sector_code', nullable: true })
  sectorCode: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  @Column('text', { name: 'measured_in', nullable: true })
  measuredIn: string | null;

  @Column('text', { name: 'source_absence', nullable: true })
  sourceAbsence: FigureAbsence | null;
}
