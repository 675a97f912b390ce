import { CalendarDate, LocalizedText, daysBetween } from '@app/kernel';
import { foldWords } from './reading';

/** Why two agreements may be one, with how much each reason weighs. */
const WEIGHTS = {
  same_reference: 50,
  same_title: 35,
  similar_title: 20,
  same_organisation: 30,
  same_authority: 5,
  same_event: 10,
  near_dates: 15,
  same_figure: 25,
  same_zone: 20,
  overlapping_region: 10,
} as const;
export type DuplicateReason = keyof typeof WEIGHTS;
export const DUPLICATE_REASONS = Object.keys(WEIGHTS) as DuplicateReason[];

/** The reasons as people read them. */
export const DUPLICATE_REASON_NAMES: Readonly<Record<DuplicateReason, LocalizedText>> = {
  same_reference: { ar: 'المرجع المنشور نفسه', fr: 'même référence publiée', en: 'same published reference' },
  same_title: { ar: 'العنوان نفسه', fr: 'même titre', en: 'same title' },
  similar_title: { ar: 'عنوانان متقاربان', fr: 'titres proches', en: 'similar titles' },
  same_organisation: { ar: 'مؤسسة مشتركة', fr: 'même organisation', en: 'same organisation' },
  same_authority: { ar: 'سلطة عمومية مشتركة', fr: 'même autorité publique', en: 'same public authority' },
  same_event: { ar: 'التظاهرة نفسها', fr: 'même événement', en: 'same event' },
  near_dates: {
    ar: 'تاريخا توقيع متقاربان',
    fr: 'dates de signature proches',
    en: 'near dates of signature',
  },
  same_figure: { ar: 'الرقم والوحدة نفسهما', fr: 'même chiffre et même unité', en: 'same figure and unit' },
  same_zone: { ar: 'المنطقة نفسها', fr: 'même zone', en: 'same zone' },
  overlapping_region: { ar: 'جهة مشتركة', fr: 'région commune', en: 'region in common' },
};

/** From this score on two agreements are shown to people; the same fair, ministry and region alone do not reach it. */
export const WORTH_A_LOOK = 55;

/** Days between two signatures that are near. */
export const NEAR_DAYS = 31;
const SIMILAR = 0.45;

/** What of an agreement is compared. */
export interface ComparedAgreement {
  readonly id: string;
  readonly publishedReference: string | null;
  readonly title: LocalizedText;
  readonly eventId: string | null;
  readonly signedFirstDay: CalendarDate | null;
  readonly signedLastDay: CalendarDate | null;
  /** Investors, developers and others who promise. */
  readonly organisationIds: readonly string[];
  readonly authorityIds: readonly string[];
  /** Each figure with its unit, as `150 jobs`. */
  readonly figures: readonly string[];
  readonly zoneIds: readonly string[];
  readonly regionCodes: readonly string[];
}

export interface Likeness {
  /** From 0 to 100. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How likely it is that two agreements are one, and why. It says the same whichever of the two is named first. */
export function likelyDuplicates(one: ComparedAgreement, other: ComparedAgreement): Likeness {
  const title = likenessOfTitles(one.title, other.title);
  const beside = reasonsBesideTitles(one, other);
  const reasons = DUPLICATE_REASONS.filter(
    (reason) =>
      beside.includes(reason) ||
      (reason === 'same_title' && title === 1) ||
      (reason === 'similar_title' && title < 1 && title >= SIMILAR),
  );
  return { score: Math.min(weightOf(reasons), 100), reasons };
}

/** Whether two agreements could be worth a look if their titles were the same: titles take longest to compare. */
export function couldBeDuplicates(one: ComparedAgreement, other: ComparedAgreement): boolean {
  return weightOf(reasonsBesideTitles(one, other)) + WEIGHTS.same_title >= WORTH_A_LOOK;
}

function weightOf(reasons: readonly DuplicateReason[]): number {
  return reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
}

function reasonsBesideTitles(one: ComparedAgreement, other: ComparedAgreement): DuplicateReason[] {
  const holds: Readonly<Record<DuplicateReason, boolean>> = {
    same_reference: sameReference(one.publishedReference, other.publishedReference),
    same_title: false,
    similar_title: false,
    same_organisation: meet(one.organisationIds, other.organisationIds),
    same_authority: meet(one.authorityIds, other.authorityIds),
    same_event: one.eventId !== null && one.eventId === other.eventId,
    near_dates: signedNear(one, other),
    same_figure: meet(one.figures, other.figures),
    same_zone: meet(one.zoneIds, other.zoneIds),
    overlapping_region: meet(one.regionCodes, other.regionCodes),
  };
  return DUPLICATE_REASONS.filter((reason) => holds[reason]);
}

/** From 0 to 1: how many runs of three letters two texts have in common, as the search of the database counts them. */
export function trigramLikeness(one: string, other: string): number {
  const [left, right] = [trigrams(one), trigrams(other)];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((run) => right.has(run)).length;
  return common / (left.size + right.size - common);
}

function trigrams(text: string): Set<string> {
  const words = foldWords(text).split(' ').filter(Boolean);
  return new Set(
    words.flatMap((word) => {
      const letters = [...`  ${word} `];
      return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''));
    }),
  );
}

/** Of the languages that both titles have, the one in which they are most alike. */
function likenessOfTitles(one: LocalizedText, other: LocalizedText): number {
  const pairs = (['ar', 'fr', 'en'] as const).map((language) => [one[language], other[language]] as const);
  return Math.max(0, ...pairs.map(([left, right]) => (left && right ? trigramLikeness(left, right) : 0)));
}

function sameReference(one: string | null, other: string | null): boolean {
  const letters = (reference: string | null) => foldWords(reference ?? '').replace(/ /g, '');
  return letters(one) !== '' && letters(one) === letters(other);
}

/** Days on which both may have been signed lie close; what is known by its year only is near to nothing. */
function signedNear(one: ComparedAgreement, other: ComparedAgreement): boolean {
  const [left, right] = [daysOf(one), daysOf(other)];
  if (left === null || right === null) return false;
  return daysBetween(left.last, right.first) <= NEAR_DAYS && daysBetween(right.last, left.first) <= NEAR_DAYS;
}

function daysOf({ signedFirstDay: first, signedLastDay: last }: ComparedAgreement) {
  return first === null || last === null || daysBetween(first, last) > NEAR_DAYS ? null : { first, last };
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((value) => other.includes(value));
}
