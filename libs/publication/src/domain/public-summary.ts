import type { CalendarDate, LocalizedText } from '@app/kernel';
import { type PublicQuestion, addressOf } from './public-question';
import type { PublicStatus } from './public-status';

/**
 * What a number adds up or counts among the rows behind it: their figures, the figures accepted last of them, the rows
 * themselves, the agreements that they stand in, or the rows of a list of agreements.
 */
export const MEASURES = [
  'sum',
  'accepted',
  'commitments',
  'agreements_of_commitments',
  'agreements',
] as const;
export type FigureMeasure = (typeof MEASURES)[number];

/** Why there is no number: percentages do not add, and where no figure stands nothing is zero. */
export type FigureAbsence = 'not_additive' | 'none_recorded';

/** One number of the public register: what it means, and under which address its rows are read. */
export interface PublicFigure {
  readonly value: number | null;
  readonly absence: FigureAbsence | null;
  readonly measure: FigureMeasure;
  /** The id of its definition. */
  readonly definition: string;
  /** The address of exactly the rows behind it. */
  readonly rows: string;
}

/** Figures that add up. */
export interface PublicSum {
  readonly kind: string;
  readonly unit: string;
  readonly relation: string;
  readonly stability: string;
  readonly basis: string;
  readonly level: string;
  readonly total: PublicFigure;
  readonly commitments: PublicFigure;
  /** Promises of the same axes in words only, which add nothing. */
  readonly withoutValue: PublicFigure;
}

/** The same with what it is made of. */
export interface PublicTotal extends PublicSum {
  readonly agreements: PublicFigure;
  /** The part of it that nobody has signed yet. */
  readonly notYetSigned: { readonly total: PublicFigure; readonly commitments: PublicFigure };
  /** How the papers qualify the figures. */
  readonly qualifiers: readonly { readonly qualifier: string; readonly commitments: PublicFigure }[];
}

/** Firm promises, aims of programmes and capacities of sites: never added to each other. */
export interface ByLevel<Sum extends PublicSum> {
  readonly firm: readonly Sum[];
  readonly programme: readonly Sum[];
  readonly capacity: readonly Sum[];
}

/** One group of promises. */
export interface PublicGroup {
  /** Whether anything is recorded in it at all: no record is not a zero. */
  readonly recorded: boolean;
  readonly commitments: PublicFigure;
  readonly agreements: PublicFigure;
  readonly promised: ByLevel<PublicSum>;
}

export interface PublicPlaceGroup extends PublicGroup {
  readonly place: 'region' | 'several_regions' | 'nationwide' | 'not_stated';
  readonly code: string | null;
  readonly names: LocalizedText | null;
}

export interface PublicSectorGroup extends PublicGroup {
  readonly sector: 'sector' | 'several_sectors' | 'not_stated';
  readonly code: string | null;
  readonly names: LocalizedText | null;
}

export interface PublicYearGroup extends PublicGroup {
  /** Null for promises without a deadline. */
  readonly year: number | null;
}

/** A figure that a linked instrument already counts. */
export interface PublicCountedElsewhere {
  readonly commitmentId: string;
  readonly agreement: PublicInstrument;
  readonly countedIn: PublicInstrument;
  readonly countedCommitmentId: string | null;
  readonly kind: string;
  readonly qualifier: string;
  readonly value: number | null;
  readonly unit: string;
}

export interface PublicInstrument {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
}

/** Every promise is in exactly one of the six parts that follow the whole. */
export interface PublicCoverage {
  readonly commitments: PublicFigure;
  readonly counted: PublicFigure;
  readonly withoutValue: PublicFigure;
  readonly withoutFigure: PublicFigure;
  readonly countedElsewhere: PublicFigure;
  readonly noLongerPromised: PublicFigure;
  readonly cancelledOrWaived: PublicFigure;
}

/** What was promised in public, on a day. */
export interface PublicSummary {
  readonly asOf: CalendarDate;
  /** The id of the definition of all totals. */
  readonly definition: string;
  readonly agreements: PublicFigure;
  readonly coverage: PublicCoverage;
  readonly promised: ByLevel<PublicTotal>;
  readonly statuses: readonly { readonly status: PublicStatus; readonly commitments: PublicFigure }[];
  readonly byRegion: readonly PublicPlaceGroup[];
  readonly bySector: readonly PublicSectorGroup[];
  readonly byDeadlineYear: readonly PublicYearGroup[];
  readonly countedElsewhere: readonly PublicCountedElsewhere[];
}

/** A number of promises. */
export function countOf(value: number, definition: string, question: PublicQuestion): PublicFigure {
  return figure('commitments', value, definition, question);
}

/** A number of agreements in which such promises stand. */
export function agreementsOf(value: number, definition: string, question: PublicQuestion): PublicFigure {
  return figure('agreements_of_commitments', value, definition, question);
}

/** A number of agreements in the list of agreements. */
export function listedOf(value: number, definition: string, question: PublicQuestion): PublicFigure {
  const rows = addressOf('agreements', question);
  return { value, absence: null, measure: 'agreements', definition, rows };
}

/** A sum of figures; null with the reason where there is none. */
export function sumOf(
  { value, among }: { value: number | null; among: number },
  definition: string,
  question: PublicQuestion,
): PublicFigure {
  const absence = among === 0 ? 'none_recorded' : value === null ? 'not_additive' : null;
  const sum = figure('sum', absence === null ? value : null, definition, question);
  return { ...sum, absence };
}

/** A sum of the figures accepted last; where none was accepted there is no zero. */
export function acceptedOf(
  { value, among }: { value: number; among: number },
  definition: string,
  question: PublicQuestion,
): PublicFigure {
  if (among > 0) return figure('accepted', value, definition, question);
  return { ...figure('accepted', null, definition, question), absence: 'none_recorded' };
}

/** A part of a whole, each with the way to its rows. */
export interface PublicRate {
  readonly numerator: PublicFigure;
  readonly denominator: PublicFigure;
  /** Null where the whole is nothing. */
  readonly value: number | null;
}

function figure(
  measure: FigureMeasure,
  value: number | null,
  definition: string,
  question: PublicQuestion,
): PublicFigure {
  return { value, absence: null, measure, definition, rows: addressOf('commitments', question) };
}
