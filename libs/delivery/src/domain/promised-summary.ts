import type { Basis, CalendarDate, Level, LocalizedText, Relation, Stability } from '@app/kernel';
import type { DecidingLink } from './count-once';
import type { DeliveryStatus } from './derive-status';

/** What must agree before two figures may be added: jobs with jobs, new with new, direct with direct. */
export interface FigureAxes {
  readonly unit: string;
  readonly relation: Relation;
  readonly stability: Stability;
  readonly basis: Basis;
  readonly level: Level;
}

/** The sum of figures that add up, with what it is made of. */
export interface PromisedTotal {
  readonly kind: string;
  readonly axes: FigureAxes;
  /** Null where figures do not add at all, as percentages. */
  readonly total: number | null;
  /** Commitments with a figure in this total. */
  readonly commitments: number;
  readonly agreements: number;
  /** How many of them the papers qualify and how: a sum of "more than" is itself at least that. */
  readonly qualifiers: Record<string, number>;
  /** Commitments of the same axes that the papers give in words only; they add nothing. */
  readonly withoutValue: number;
  /** The part that comes from announced or negotiated instruments, which nobody has signed. */
  readonly notYetSigned: { readonly total: number | null; readonly commitments: number };
}

/** Firm promises, aims of programmes that contain them, and what sites can hold: never added to each other. */
export interface PromisedByLevel {
  readonly firm: PromisedTotal[];
  readonly programme: PromisedTotal[];
  readonly capacity: PromisedTotal[];
}

/** Where a promise is to be kept; one over several regions is counted once there and never split. */
export const PLACE_GROUPS = ['region', 'several_regions', 'nationwide', 'not_stated'] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

export interface PromisedInPlace {
  readonly place: PlaceGroup;
  /** The region, where it is one. */
  readonly region: { readonly code: string; readonly names: LocalizedText } | null;
  readonly promised: PromisedByLevel;
}

export interface PromisedInYear {
  /** The year of the last day; null for promises without a deadline. */
  readonly year: number | null;
  readonly promised: PromisedByLevel;
}

interface InstrumentView {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
}

/** A figure that another, linked instrument already counts. */
export interface CountedElsewhere {
  readonly commitmentId: string;
  readonly agreement: InstrumentView;
  readonly countedIn: InstrumentView;
  /** The promise that counts in its place, where a link between promises decided; else the instrument's. */
  readonly countedCommitmentId: string | null;
  /** The links that decided, from this figure to the one that counts. */
  readonly decidedBy: readonly DecidingLink[];
  readonly kind: string;
  readonly axes: FigureAxes;
  readonly qualifier: string;
  readonly value: number | null;
}

/** What the totals are made of: every commitment is in exactly one of the six parts. */
export interface SummaryCoverage {
  readonly commitments: number;
  readonly counted: number;
  /** With a figure in words only. */
  readonly withoutValue: number;
  /** Measured by completion or ongoing: there is no figure to add. */
  readonly withoutFigure: number;
  readonly countedElsewhere: number;
  /** In instruments that lapsed, were terminated or replaced: nobody is held to them any more. */
  readonly noLongerPromised: number;
  /** Taken back by a decision, in instruments that stand. */
  readonly cancelledOrWaived: number;
}

/** What was promised, on a day. */
export interface PromisedSummary {
  readonly asOf: CalendarDate;
  readonly definition: LocalizedText;
  readonly coverage: SummaryCoverage;
  readonly promised: PromisedByLevel;
  readonly byDeadlineYear: PromisedInYear[];
  readonly byRegion: PromisedInPlace[];
  readonly statuses: {
    readonly status: DeliveryStatus;
    readonly names: LocalizedText;
    readonly commitments: number;
  }[];
  readonly countedElsewhere: CountedElsewhere[];
}

/** Which commitments a summary looks at. */
export interface SummaryFilter {
  readonly kind: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  /** Promises in a zone alone, or in it and in others. */
  readonly zone?: { readonly id: string; readonly zones: 'alone' | 'with_others' };
}

/** How the totals are made, for whoever quotes them. */
export const PROMISED_DEFINITION: LocalizedText = {
  ar: 'مجموع الأرقام كما نُشرت في الاتفاقات، لكل نوع من الالتزامات ووحدته وعلاقته واستقراره وأساسه ومستواه على حدة. الوعود المؤكدة وأهداف البرامج وسعة المواقع لا تُجمع مع بعضها. عندما تتحدث وثائق مترابطة عن الشيء نفسه يُحتسب رقم آخر وثيقة موقعة فقط، والوعد الذي رُبط بوعد آخر على أنه هو نفسه يُحتسب مرة واحدة. الوعود بالكلمات دون رقم لا تضيف شيئا. الوعود الخاصة بعدة جهات تُحتسب مرة واحدة ولا تُقسم. وما سقط أو فُسخ أو حلت محله وثيقة أخرى لا يُحتسب. والوعود التي أُلغيت أو تم التنازل عنها بقرار تُعد على حدة.',
  fr: "Somme des chiffres tels que publiés, séparément pour chaque nature d'engagement, unité, relation, stabilité, base et niveau. Promesses fermes, objectifs de programme et capacités de site ne s'additionnent pas entre eux. Quand des instruments liés parlent de la même chose, seul compte le chiffre du dernier signé ; une promesse reconnue comme la même qu'une autre n'est comptée qu'une fois. Une promesse en mots, sans chiffre, n'ajoute rien. Une promesse pour plusieurs régions est comptée une fois et jamais partagée. Ce qui est caduc, résilié ou remplacé ne compte plus. Ce qu'une décision a annulé ou auquel elle a renoncé est dénombré à part.",
  en: 'Sum of the figures as published, apart for each kind of commitment, unit, relation, stability, basis and level. Firm promises, aims of programmes and capacities of sites are never added to each other. Where linked instruments speak of the same thing, only the figure of the one signed last counts; a promise found to be the same as another counts once. A promise in words without a figure adds nothing. A promise over several regions is counted once and never split. What lapsed, was terminated or was replaced no longer counts. What a decision cancelled or waived is counted apart.',
};

/** Whether figures of this unit may be added at all. */
export function isAdditive(unit: string): boolean {
  return unit !== 'percent';
}

/** Sets the three levels apart. */
export function byLevel(totals: readonly PromisedTotal[]): PromisedByLevel {
  const of = (level: Level) => totals.filter(({ axes }) => axes.level === level);
  return { firm: of('firm'), programme: of('programme'), capacity: of('capacity') };
}
