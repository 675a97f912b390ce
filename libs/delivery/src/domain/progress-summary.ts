import type { CalendarDate, LocalizedText } from '@app/kernel';
import { EVIDENCE_BANDS, EVIDENCE_BAND_NAMES, type EvidenceBand } from './evidence-rank';
import type { FigureAxes } from './promised-summary';

/** How far a promise has come, from its announcement to its delivery. */
export const FUNNEL_STAGES = [
  'announced',
  'memorandum',
  'convention',
  'in_force',
  'delivering',
  'delivered',
] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** What each stage is called. */
export const FUNNEL_STAGE_NAMES: Readonly<Record<FunnelStage, LocalizedText>> = {
  announced: { ar: 'معلن', fr: 'Annoncé', en: 'Announced' },
  memorandum: { ar: 'مذكرة تفاهم موقعة', fr: 'Mémorandum signé', en: 'Memorandum signed' },
  convention: { ar: 'اتفاقية موقعة', fr: 'Convention signée', en: 'Convention signed' },
  in_force: { ar: 'نافذ', fr: 'En vigueur', en: 'In force' },
  delivering: { ar: 'قيد الإنجاز', fr: 'En cours de réalisation', en: 'Delivering' },
  delivered: { ar: 'أُنجز', fr: 'Réalisé', en: 'Delivered' },
};

/**
 * Promises that agree in everything that divides a summary. What adds up is added within its axes alone; promises
 * without a figure, or with one in words, have none.
 */
export interface ProgressCell<Status extends string = string> {
  /** The year of the last day; null without a deadline. */
  readonly year: number | null;
  readonly stage: FunnelStage;
  readonly status: Status;
  /** Of the last accepted figure; null where none was accepted. */
  readonly band: EvidenceBand | null;
  /** What is counted: null where there is no figure, or where the figure counts elsewhere. */
  readonly kind: string;
  readonly axes: FigureAxes | null;
  readonly commitments: number;
  /** Of them, those with a promised figure, and its sum. */
  readonly withPromise: number;
  readonly promised: number;
  /** The sum of the figures accepted last. */
  readonly accepted: number;
}

/** A part of a whole, with both beside it wherever it is printed. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** Null where the whole is nothing. */
  readonly value: number | null;
}

/** What was promised and accepted of one kind and one set of axes. */
export interface ProgressSum {
  readonly kind: string;
  readonly axes: FigureAxes;
  readonly promised: number;
  /** Commitments with a promised figure. */
  readonly commitments: number;
  readonly accepted: number;
  /** Of these, commitments of which a figure was accepted. */
  readonly withAccepted: number;
  /** Who stands behind the accepted figures; the parts make the whole. */
  readonly bands: readonly {
    readonly band: EvidenceBand;
    readonly names: LocalizedText;
    readonly accepted: number;
    readonly commitments: number;
  }[];
  /** Accepted of promised; null where nothing was promised in numbers. */
  readonly delivered: Rate;
}

/** A stage of the funnel: what stands there, and what has come at least so far. */
export interface FunnelStep {
  readonly stage: FunnelStage;
  readonly names: LocalizedText;
  readonly here: { readonly commitments: number; readonly agreements: number };
  readonly reached: { readonly commitments: number; readonly agreements: number };
  /** Reached of those that reached the stage before; null at the first. */
  readonly ofPrevious: Rate | null;
  /** Reached of all. */
  readonly ofAll: Rate;
  /** What was promised by those that reached it; jobs of different kinds are never added. */
  readonly sums: readonly {
    readonly kind: string;
    readonly axes: FigureAxes;
    readonly commitments: number;
    readonly reached: number;
    readonly ofAll: Rate;
  }[];
}

/** Promises of one deadline year, whatever became of them. */
export interface Cohort<Status extends string = string> {
  readonly year: number;
  readonly commitments: number;
  readonly outcomes: readonly { readonly status: Status; readonly commitments: number }[];
  /** Kept, in time or late, of those of which the outcome is known, and that nobody took back. */
  readonly kept: Rate;
  /** Without what was taken back. */
  readonly sums: readonly ProgressSum[];
}

/** What a summary says of progress, on a day. */
export interface ProgressSummary<Status extends string = string> {
  readonly asOf: CalendarDate;
  readonly definitions: typeof PROGRESS_DEFINITIONS;
  readonly delivered: readonly ProgressSum[];
  readonly funnel: readonly FunnelStep[];
  readonly closeOut: readonly Cohort<Status>[];
}

/** Which outcomes of a cohort count as kept, as due, and as taken back. */
export interface CohortWords<Status extends string> {
  readonly kept: readonly Status[];
  readonly takenBack: readonly Status[];
  /** Past the last day and known not to be kept until now: what is judged beside what was kept. */
  readonly due: readonly Status[];
}

const key = ({ kind, axes }: Pick<ProgressCell, 'kind' | 'axes'>) =>
  axes && [kind, axes.unit, axes.relation, axes.stability, axes.basis, axes.level].join(' ');

/** The rate of two numbers. */
export function rateOf(numerator: number, denominator: number): Rate {
  const value = denominator === 0 ? null : Number((numerator / denominator).toFixed(6));
  return { numerator, denominator, value };
}

/** What was promised and what was accepted, within each set of axes, with who stands behind it. */
export function progressSums(cells: readonly ProgressCell[]): ProgressSum[] {
  return groupsOf(cells).map(([first, group]) => {
    const withFigure = (band: EvidenceBand | null) => group.filter((one) => one.band === band);
    const bands = EVIDENCE_BANDS.map((band) => ({
      band,
      names: EVIDENCE_BAND_NAMES[band],
      accepted: cents(withFigure(band), ({ accepted }) => accepted),
      commitments: count(withFigure(band)),
    }));
    const promised = cents(group, (one) => one.promised);
    const accepted = cents(group, (one) => one.accepted);
    return {
      ...{ kind: first.kind, axes: first.axes, promised, accepted, bands },
      commitments: group.reduce((sum, { withPromise }) => sum + withPromise, 0),
      withAccepted: bands.reduce((sum, { commitments }) => sum + commitments, 0),
      delivered: rateOf(accepted, promised),
    };
  });
}

/**
 * The funnel of some promises. An agreement stands where the promise of it that has come furthest does. An instrument
 * may leave out a stage: what is in force has reached every stage before, whichever paper carried it.
 * @param agreements how many stand at each stage, by their furthest promise.
 */
export function funnelOf(
  cells: readonly ProgressCell[],
  agreements: ReadonlyMap<FunnelStage, number>,
): FunnelStep[] {
  const all = count(cells);
  const whole = groupsOf(cells);
  let before: number | null = null;
  return FUNNEL_STAGES.map((stage, index) => {
    const onwards = FUNNEL_STAGES.slice(index);
    const reached = cells.filter((cell) => onwards.includes(cell.stage));
    const commitments = count(reached);
    const step: FunnelStep = {
      stage,
      names: FUNNEL_STAGE_NAMES[stage],
      here: {
        commitments: count(cells.filter((cell) => cell.stage === stage)),
        agreements: agreements.get(stage) ?? 0,
      },
      reached: {
        commitments,
        agreements: onwards.reduce((sum, one) => sum + (agreements.get(one) ?? 0), 0),
      },
      ofPrevious: before === null ? null : rateOf(commitments, before),
      ofAll: rateOf(commitments, all),
      sums: whole.map(([first, group]) => {
        const some = group.filter((cell) => onwards.includes(cell.stage));
        const sum = cents(some, ({ promised }) => promised);
        return {
          ...{ kind: first.kind, axes: first.axes, reached: sum },
          commitments: some.reduce((total, { withPromise }) => total + withPromise, 0),
          ofAll: rateOf(
            sum,
            cents(group, ({ promised }) => promised),
          ),
        };
      }),
    };
    before = commitments;
    return step;
  });
}

/** The cohorts by the year of the deadline, the earliest first; promises without a deadline are in none. */
export function cohortsOf<Status extends string>(
  cells: readonly ProgressCell<Status>[],
  statuses: readonly Status[],
  { kept, takenBack, due }: CohortWords<Status>,
): Cohort<Status>[] {
  const years = [...new Set(cells.flatMap(({ year }) => (year === null ? [] : [year])))].sort();
  return years.map((year) => {
    const cohort = cells.filter((cell) => cell.year === year);
    const among = (words: readonly Status[]) => count(cohort.filter(({ status }) => words.includes(status)));
    return {
      year,
      commitments: count(cohort),
      outcomes: statuses.flatMap((status) => {
        const commitments = among([status]);
        return commitments === 0 ? [] : [{ status, commitments }];
      }),
      kept: rateOf(among(kept), among([...kept, ...due].filter((one) => !takenBack.includes(one)))),
      sums: progressSums(cohort.filter(({ status }) => !takenBack.includes(status))),
    };
  });
}

type Figured = ProgressCell & { readonly axes: FigureAxes };

function groupsOf(cells: readonly ProgressCell[]): (readonly [Figured, Figured[]])[] {
  const groups = new Map<string, Figured[]>();
  for (const cell of cells) {
    const name = key(cell);
    if (name === null || cell.axes === null) continue;
    groups.set(name, [...(groups.get(name) ?? []), { ...cell, axes: cell.axes }]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => (group[0] ? [[group[0], group] as const] : []));
}

function count(cells: readonly ProgressCell[]): number {
  return cells.reduce((sum, { commitments }) => sum + commitments, 0);
}

/** Figures have two decimals: cents add up exactly. */
function cents<Cell>(cells: readonly Cell[], of: (cell: Cell) => number): number {
  return cells.reduce((sum, cell) => sum + Math.round(of(cell) * 100), 0) / 100;
}

/** What each number means, for whoever quotes it. */
export const PROGRESS_DEFINITIONS = {
  delivered: {
    ar: 'آخر رقم قبله المتحقق لكل التزام، مجموعا ضمن النوع والمحاور نفسها فقط، مع جهة الإثبات: مصرَّح به أو موثَّق أو متحقَّق منه من جهة مستقلة. نسبة الإنجاز هي المقبول من الموعود، ومقامها مذكور. الالتزامات التي لم يُقبل لها رقم لا تضيف شيئا وليست صفرا، وكذلك الموعود به كتابة («الآلاف»).',
    fr: "Dernier chiffre accepté de chaque engagement, additionné dans la même nature et les mêmes axes seulement, avec ce qui l'appuie : déclaré, documenté ou vérifié de façon indépendante. Le taux rapporte l'accepté au promis ; le dénominateur est imprimé. Un engagement sans chiffre accepté n'ajoute rien et n'est pas un zéro ; ce qui est promis en mots (« des milliers ») n'y est pas non plus.",
    en: 'The figure accepted last of each commitment, added within the same kind and axes only, with what supports it: reported, documented or independently verified. The rate is accepted of promised, with its denominator. A commitment of which no figure was accepted adds nothing and is no zero; nor does what was promised in words (“thousands”).',
  },
  funnel: {
    ar: 'إلى أي مرحلة وصلت الالتزامات: معلنة، مذكرة تفاهم موقعة (أو وثيقة لم يُذكر نوعها)، اتفاقية موقعة، نافذة، بدأ إنجازها (قُبل رقم أكبر من الصفر)، أُنجزت (بلغ رقم مقبول الهدف). «بلغت» تشمل كل من تقدم أكثر. النسبة من المرحلة السابقة ومن المجموع، ومقامها مذكور. ما سقط أو أُلغي أو احتُسب في وثيقة أخرى لا يدخل. الاتفاق في مرحلة أبعد التزاماته.',
    fr: "Jusqu'où sont venus les engagements : annoncés ; mémorandum signé (ou instrument de type non précisé) ; convention signée ; en vigueur ; en cours de réalisation (un chiffre supérieur à zéro a été accepté) ; réalisés (un chiffre accepté a atteint la cible). « Atteint » comprend tout ce qui est allé plus loin. Le taux se rapporte à l'étape précédente et à l'ensemble, dénominateur imprimé. Ce qui est caduc, annulé ou compté ailleurs n'y est pas. Un accord est à l'étape de son engagement le plus avancé.",
    en: 'How far commitments have come: announced; memorandum signed (or an instrument of unstated type); convention signed; in force; delivering (a figure above zero was accepted); delivered (an accepted figure reached the target). “Reached” includes all that went further. The rate is of the stage before and of all, with its denominator. What fell, was taken back or counts elsewhere is left out. An agreement stands where its furthest commitment does.',
  },
  closeOut: {
    ar: 'الالتزامات بحسب سنة أجلها الحالي: كم وُعد به، وما آل إليه، وكم قُبل ومن تحقق منه. نسبة الوفاء هي ما أُنجز في الأجل أو بعده مما عُرفت نتيجته: أُنجز، أو انقضى أجله والمقبول دون الهدف، أو أُغلق دون إنجازه كاملا. ما لا تُعرف نتيجته مذكور بجانبه ولا يدخل في المقام. ما أُلغي أو تم التنازل عنه أو سقط مع اتفاقيته أو احتُسب في وثيقة أخرى لا يدخل. الالتزامات دون أجل ليست في أي سنة.',
    fr: "Engagements par année de leur échéance en vigueur : ce qui a été promis, ce qu'il en est advenu, ce qui a été accepté et qui l'a vérifié. Le taux rapporte les tenus, à temps ou en retard, à ceux dont l'issue est connue : tenus, échus avec un chiffre accepté sous la cible, ou clos sans être entièrement tenus. Ceux dont l'issue n'est pas connue sont à côté, hors du dénominateur. Ce qui est annulé, abandonné, caduc avec son accord ou compté ailleurs n'y est pas. Un engagement sans échéance n'est dans aucune année.",
    en: 'Commitments by the year of their deadline as it stands: what was promised, what became of it, what was accepted and who verified it. The rate is those kept, in time or late, of those of which the outcome is known: kept, past their last day with an accepted figure below the target, or closed without being wholly kept. Those of which it is not known stand beside it and not in the denominator. What was cancelled or waived, fell with its agreement or counts elsewhere is left out. A commitment without a deadline is in no year.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
