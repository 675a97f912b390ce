import type { LocalizedText } from '@app/kernel';
import { publishedDate } from '@app/kernel';
import type {
  AgreementDocument,
  CitedField,
  CitedSubject,
  DocumentPlace,
  DocumentQuantity,
  StatedDate,
} from './agreement-document';
import { Reading, boundOf, datesIn, figuresIn, foldWords, sameReading, wordsIn } from './reading';

/** What a source, or the register itself, says about one field of one part of an agreement. */
export interface Claim {
  readonly subject: CitedSubject;
  readonly subjectId: string | null;
  readonly field: CitedField;
  /** Null for the value that the document itself holds. */
  readonly citationId: string | null;
  readonly sourceId: string | null;
  readonly stated: string;
  readonly adopted: boolean;
  /** What can be compared; one that agrees is enough. */
  readonly readings: readonly Reading[];
}

/** How claims about a field are compared; null for fields of which several may be true at once. */
const COMPARED: Readonly<Record<CitedField, 'figure' | 'date' | 'place' | 'name' | 'statement' | null>> = {
  whole: null,
  title: 'statement',
  signing: 'date',
  party: 'statement',
  name: 'name',
  capacity: 'statement',
  quantity: 'figure',
  baseline: 'figure',
  deadline: 'date',
  milestone: 'figure',
  place: 'place',
  amount: 'figure',
  outcome: 'figure',
  other: null,
};
export type Comparison = NonNullable<(typeof COMPARED)[CitedField]>;

/** How claims about this field are compared; null when they are not. */
export function comparisonOf(field: CitedField): Comparison | null {
  return COMPARED[field];
}

/** The names by which the parts of a document go today. */
export interface NamesOfParts {
  readonly organisations: ReadonlyMap<string, LocalizedText>;
  readonly persons: ReadonlyMap<string, string>;
}

/** The parts of a document that claims speak of; a capacity is personal and stays out of every comparison. */
export type ClaimingDocument = Pick<
  AgreementDocument,
  'title' | 'signing' | 'amount' | 'parties' | 'commitments' | 'citations'
> & {
  readonly signatories: readonly { readonly id: string; readonly personId: string | null }[];
};

/** What the sources of a document say, and what the document itself says where they speak. */
export function claimsOf(document: ClaimingDocument, names: NamesOfParts): Claim[] {
  const cited = document.citations.flatMap(
    ({ id, sourceId, subject, subjectId, field, stated, adopted }): Claim[] =>
      stated === null || comparisonOf(field) === null
        ? []
        : [
            {
              subject,
              subjectId,
              field,
              citationId: id,
              sourceId,
              stated,
              adopted,
              readings: readingsOf(field, stated),
            },
          ],
  );
  const spokenOf = new Map(cited.map((claim) => [partKey(claim), claim]));
  const own = [...spokenOf.values()].flatMap(({ subject, subjectId, field }): Claim[] => {
    const value = ownValue(document, names, { subject, subjectId, field });
    return value === null
      ? []
      : [{ subject, subjectId, field, citationId: null, sourceId: null, adopted: true, ...value }];
  });
  return [...own, ...cited];
}

/** One field of one part: claims with the same key speak of the same fact. */
export function partKey({
  subject,
  subjectId,
  field,
}: Pick<Claim, 'subject' | 'subjectId' | 'field'>): string {
  return `${subject}|${subjectId ?? ''}|${field}`;
}

/** Whether two claims about one field say the same, as far as both can be compared. */
export function agree(one: Claim, other: Claim): boolean {
  const pairs = one.readings.flatMap((left) => other.readings.map((right) => [left, right] as const));
  const comparison = comparisonOf(one.field);
  if (comparison === 'name') {
    return !pairs.some(([left, right]) => sameScript(left, right)) || pairs.some(same);
  }
  if (comparison === 'place') return pairs.some(within);
  return pairs.some(one.field === 'signing' ? overlap : same);
}

function readingsOf(field: CitedField, stated: string): Reading[] {
  const comparison = comparisonOf(field);
  const read = comparison === 'date' ? datesIn(stated) : comparison === 'figure' ? figuresIn(stated) : [];
  return read.length > 0 ? read : [wordsIn(stated)];
}

type OwnValue = Pick<Claim, 'stated' | 'readings'>;
type Part = Pick<Claim, 'subject' | 'subjectId' | 'field'>;

/** What the document itself says there; null where it holds no value that could differ. */
function ownValue(document: ClaimingDocument, names: NamesOfParts, part: Part): OwnValue | null {
  switch (part.subject) {
    case 'agreement':
      return ofAgreement(document, part.field);
    case 'party': {
      const party = document.parties.find(({ id }) => id === part.subjectId);
      const text = party?.organisationId ? names.organisations.get(party.organisationId) : party?.described;
      return part.field === 'name' && text ? ofNames([text.fr, text.en, text.ar]) : null;
    }
    case 'signatory': {
      const signatory = document.signatories.find(({ id }) => id === part.subjectId);
      const name = signatory?.personId ? names.persons.get(signatory.personId) : undefined;
      return part.field === 'name' && name ? ofNames([name]) : null;
    }
    case 'commitment':
      return ofCommitment(document, part);
    case 'milestone': {
      const milestones = document.commitments.flatMap((commitment) => commitment.milestones);
      const milestone = milestones.find(({ id }) => id === part.subjectId);
      if (!milestone) return null;
      if (part.field === 'deadline') return ofDate(milestone.deadline);
      if (part.field !== 'milestone' && part.field !== 'quantity') return null;
      return ofFigure(milestone.quantity) ?? ofDate(milestone.deadline);
    }
  }
}

type Values = Partial<Record<CitedField, () => OwnValue | null>>;

function ofAgreement({ title, signing, amount }: ClaimingDocument, field: CitedField): OwnValue | null {
  const values: Values = {
    title: () => ofNames([title.fr, title.en, title.ar]),
    signing: () => ofDate(signing.date),
    place: () => ofNames([signing.place]),
    amount: () =>
      amount && {
        stated: `${amount.value} ${amount.currency}`,
        readings: [{ kind: 'figure', value: amount.value, bound: boundOf(amount.qualifier) }],
      },
  };
  return values[field]?.() ?? null;
}

function ofCommitment({ commitments }: ClaimingDocument, { subjectId, field }: Part): OwnValue | null {
  const commitment = commitments.find(({ id }) => id === subjectId);
  if (!commitment) return null;
  const { title, deadline, quantity, baseline, place } = commitment;
  const values: Values = {
    title: () => ofNames([title.fr, title.en, title.ar]),
    deadline: () => ofDate(deadline),
    quantity: () => ofFigure(quantity),
    baseline: () =>
      baseline && {
        stated: `${baseline.value} ${baseline.unit}`,
        readings: [{ kind: 'figure', value: baseline.value, bound: 'value' }],
      },
    place: () => ofPlace(place),
  };
  return values[field]?.() ?? null;
}

function ofDate(date: StatedDate | null): OwnValue | null {
  if (date === null) return null;
  const { stated, firstDay, lastDay } = publishedDate(date.stated);
  return { stated, readings: [{ kind: 'date', firstDay, lastDay }] };
}

function ofFigure(quantity: DocumentQuantity | null): OwnValue | null {
  if (quantity === null) return null;
  const { value, qualifier, unit, stated } = quantity;
  if (value !== null) {
    return {
      stated: stated ?? `${value} ${unit}`,
      readings: [{ kind: 'figure', value, bound: boundOf(qualifier) }],
    };
  }
  return stated === null ? null : { stated, readings: readingsOf('quantity', stated) };
}

function ofPlace({ cities }: DocumentPlace): OwnValue | null {
  return cities.length === 0 ? null : { stated: cities.join(', '), readings: cities.map(wordsIn) };
}

function ofNames(texts: readonly (string | null)[]): OwnValue | null {
  const written = texts.filter((text) => text !== null);
  const [stated] = written;
  return stated === undefined ? null : { stated, readings: written.map(wordsIn) };
}

type Pair = readonly [Reading, Reading];

function same([left, right]: Pair): boolean {
  return sameReading(left, right);
}

/** A day of a fair agrees with the days of the fair. */
function overlap([left, right]: Pair): boolean {
  if (left.kind !== 'date' || right.kind !== 'date') return same([left, right]);
  return left.firstDay <= right.lastDay && right.firstDay <= left.lastDay;
}

/** Whether one place stands in the words of the other: "Oujda, Oriental" names Oujda. */
function within([left, right]: Pair): boolean {
  if (left.kind !== 'words' || right.kind !== 'words') return same([left, right]);
  const [one, other] = [` ${left.folded} `, ` ${right.folded} `];
  return (
    one === other ||
    (left.folded !== '' && right.folded !== '' && (one.includes(other) || other.includes(one)))
  );
}

/** A name in another script is no other name. */
function sameScript(left: Reading, right: Reading): boolean {
  if (left.kind !== 'words' || right.kind !== 'words') return false;
  return isArabic(left.folded) === isArabic(right.folded);
}

function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(foldWords(text));
}
