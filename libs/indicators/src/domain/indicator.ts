import {
  Absence,
  CalendarDate,
  FieldViolation,
  LocalizedText,
  QUALIFIERS,
  Qualifier,
  isWritten,
  parsePublishedDate,
} from '@app/kernel';

/**
 * What a figure counts: a stock at a moment, what flows in a period, a level, or what is added to a stock. A stock
 * of 270,000 jobs is not 270,000 new jobs.
 */
export const NATURES = ['stock', 'flow', 'level', 'increment'] as const;
export type Nature = (typeof NATURES)[number];

/** Whether a figure says what was or what is aimed at. */
export const FIGURE_KINDS = ['observation', 'target'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Why a period or a source is missing. */
export const FIGURE_ABSENCES = ['not_stated', 'unknown'] as const satisfies readonly Absence[];
export type FigureAbsence = (typeof FIGURE_ABSENCES)[number];

/** What a series is: a method by which is observed, or a plan that sets targets. */
export const SERIES_KINDS = ['method', 'plan'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** Figures that may be compared with each other, and with those of no other series. */
export interface Series {
  readonly code: string;
  readonly kind: SeriesKind;
  readonly names: LocalizedText;
}

/** Which promises of the register stand beside an indicator: their unit, and how many of it make one of its own. */
export interface PromisedAs {
  readonly kind: string;
  readonly unit: string;
  readonly perUnit: number;
}

/** What a national figure means. */
export interface Indicator {
  readonly code: string;
  readonly names: LocalizedText;
  /** What is counted, when and how, for whoever quotes it; null in a language in which nobody wrote it. */
  readonly definition: LocalizedText;
  readonly nature: Nature;
  readonly unit: string;
  readonly note: string | null;
  readonly promisedAs: PromisedAs | null;
  readonly series: readonly Series[];
}

/** What is recorded of a figure. Figures of different series are never joined. */
export interface FigureContent {
  readonly indicatorCode: string;
  readonly kind: FigureKind;
  /** Mostly the indicator's; a net creation published beside a stock is a flow. */
  readonly nature: Nature;
  /** The method, or the plan that sets the target. */
  readonly series: string;
  /** A year, a half-year, a month, a day, or a span of years as in `2023/2024`. */
  readonly period: string | null;
  readonly periodAbsence: FigureAbsence | null;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly sectorCode: string | null;
  /** Of a target: the method by which it is measured; null where the paper does not say. */
  readonly measuredIn: string | null;
  readonly note: string | null;
  readonly sourceId: string | null;
  readonly sourceAbsence: FigureAbsence | null;
}

/** A national figure as it is read. */
export interface Figure extends Omit<FigureContent, 'indicatorCode' | 'sourceId'> {
  readonly id: string;
  readonly revision: number;
  readonly indicator: Pick<Indicator, 'code' | 'names' | 'nature'>;
  readonly source: { readonly id: string; readonly url: string } | null;
}

/** What a figure read before one of its corrections; nothing that was recorded is lost. */
export interface EarlierFigure extends CorrectableFigure {
  readonly number: number;
  readonly reason: string;
  readonly correctedOn: CalendarDate;
}

/** What a correction may say; a field left out stays as it is. */
export interface FigureCorrection {
  readonly value?: number | null;
  readonly period?: string | null;
  readonly periodAbsence?: FigureAbsence | null;
  readonly qualifier?: Qualifier | null;
  readonly note?: string | null;
}

/** The part of a figure that can be corrected. */
export type CorrectableFigure = Pick<
  FigureContent,
  'value' | 'period' | 'periodAbsence' | 'qualifier' | 'note'
>;

/** Largest figure and number of decimals that are kept exactly. */
export const LARGEST_FIGURE = 999_999_999_999;
const MOST_DECIMALS = 6;

/** Two years that a figure is for, both included. */
export const SPAN_OF_YEARS = /^(\d{4})\/(\d{4})$/;

/** Whether the text names a period in one of the forms in which figures are published. */
export function isPeriod(text: string): boolean {
  const span = SPAN_OF_YEARS.exec(text);
  return span ? Number(span[1]) < Number(span[2]) : parsePublishedDate(text) !== null;
}

/** The figure as it reads after the correction; a period that is given needs no reason for its absence. */
export function correctedFigure(figure: CorrectableFigure, correction: FigureCorrection): CorrectableFigure {
  const { period = figure.period, note = figure.note } = correction;
  const absence = correction.periodAbsence === undefined ? figure.periodAbsence : correction.periodAbsence;
  return {
    value: correction.value ?? figure.value,
    period,
    periodAbsence: correction.period ? (correction.periodAbsence ?? null) : absence,
    qualifier: correction.qualifier ?? figure.qualifier,
    note,
  };
}

/** What keeps the register from accepting a figure; empty when nothing does. */
export function figureViolations({
  value,
  period,
  periodAbsence,
  qualifier,
}: CorrectableFigure): FieldViolation[] {
  const violations: FieldViolation[] = [];
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST_FIGURE) {
    violations.push({ field: 'value', code: 'too_great', values: { max: LARGEST_FIGURE } });
  } else if (Number(value.toFixed(MOST_DECIMALS)) !== value) {
    violations.push({ field: 'value', code: 'too_many_decimals', values: { max: MOST_DECIMALS } });
  }
  if ((period === null) === (periodAbsence === null))
    violations.push({ field: 'period', code: 'period_or_absence' });
  if (period !== null && !isPeriod(period)) violations.push({ field: 'period', code: 'not_a_period' });
  if (!QUALIFIERS.includes(qualifier)) {
    violations.push({ field: 'qualifier', code: 'not_a_choice', values: { choices: QUALIFIERS.join(', ') } });
  }
  return violations;
}

/** What an officer may record by hand: where it was published, and of which of the known series. */
export function recordingViolations(
  { kind, series, unit, measuredIn, sourceId, sourceAbsence }: FigureContent,
  indicator: Pick<Indicator, 'unit' | 'series'>,
): FieldViolation[] {
  const violations: FieldViolation[] = [];
  const kindOf = (code: string) => indicator.series.find((one) => one.code === code)?.kind;
  const wanted: SeriesKind = kind === 'observation' ? 'method' : 'plan';
  if (kindOf(series) !== wanted) violations.push({ field: 'series', code: `series_no_${wanted}` });
  if (measuredIn !== null && kind === 'observation') {
    violations.push({ field: 'measuredIn', code: 'measured_in_of_target' });
  } else if (measuredIn !== null && kindOf(measuredIn) !== 'method') {
    violations.push({ field: 'measuredIn', code: 'series_no_method' });
  }
  if (unit !== indicator.unit) {
    violations.push({ field: 'unit', code: 'unit_of_indicator', values: { unit: indicator.unit } });
  }
  if ((sourceId === null) === (sourceAbsence === null)) {
    violations.push({ field: 'sourceId', code: 'figure_source_required' });
  }
  return violations;
}

/** What keeps the register from accepting an indicator; empty when nothing does. */
export function indicatorViolations({ code, names, nature, unit, series }: Indicator): FieldViolation[] {
  const violations: FieldViolation[] = [];
  if (!/^[a-z_]+$/.test(code)) violations.push({ field: 'code', code: 'wrong_format' });
  if (!isWritten(names)) violations.push({ field: 'names', code: 'indicator_name_required' });
  if (!NATURES.includes(nature)) {
    violations.push({ field: 'nature', code: 'not_a_choice', values: { choices: NATURES.join(', ') } });
  }
  if (unit === '') violations.push({ field: 'unit', code: 'required' });
  if (series.some((one) => one.code === '' || !isWritten(one.names))) {
    violations.push({ field: 'series', code: 'series_name_required' });
  }
  return violations;
}
