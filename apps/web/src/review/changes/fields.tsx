import type { ReactNode } from 'react';
import type { Language } from '@/app/languages';
import type { TextInLanguages } from '@/ui/text';
import type { FigureWithAxes } from '../figures';
import {
  AmountValue,
  BaselineValue,
  CommitmentValue,
  DayValue,
  FigureValue,
  PartyValue,
  PlaceValue,
  RecordValue,
  SectorsValue,
  StatedValue,
  WordsValue,
  YesOrNo,
} from './field-values';
import type { AgreementDocument, Part, PartKind } from './parts';
import { CodeValue } from './code-value';

/** A name of a field in `words:field`, or one of this area's own. */
export type FieldName =
  | { readonly words: WordOfField; readonly language?: Language }
  | {
      readonly own: 'titleStatus' | 'partiesAbsence' | 'signatoriesAbsence' | 'citedSubject' | 'citedField';
    };

export type WordOfField =
  | 'title'
  | 'summary'
  | 'instrumentType'
  | 'legalState'
  | 'legalStateSince'
  | 'signedOn'
  | 'signingPlace'
  | 'event'
  | 'sharesEventAmount'
  | 'publishedReference'
  | 'sector'
  | 'sectorStated'
  | 'amount'
  | 'sourcing'
  | 'note'
  | 'role'
  | 'organisation'
  | 'described'
  | 'certainty'
  | 'party'
  | 'person'
  | 'capacity'
  | 'kind'
  | 'measure'
  | 'quantity'
  | 'baseline'
  | 'obligor'
  | 'partOf'
  | 'proofMethod'
  | 'deadline'
  | 'place'
  | 'standing'
  | 'source'
  | 'stated'
  | 'locator'
  | 'readOn'
  | 'adopted';

/** One line of what a part says. */
export interface PartField {
  readonly key: string;
  readonly name: FieldName;
  /** Fields of the document that this line tells, by their path or its beginning. */
  readonly covers: readonly string[];
  /** Whether the part says anything here. */
  readonly has: (part: Part) => boolean;
  readonly show: (part: Part, document: AgreementDocument) => ReactNode;
  /** Whether it says what goes without saying: left out where a whole document is read. */
  readonly isUsual?: (part: Part) => boolean;
  /** A text that is compared word by word. */
  readonly text?: (part: Part) => string;
}

const LANGUAGES_OF_TEXTS: readonly Language[] = ['ar', 'fr', 'en'];

function value<Value>(part: Part, key: string): Value | null | undefined {
  return part.fields[key] as Value | null | undefined;
}

const isThere = (of: unknown): boolean =>
  of !== null && of !== undefined && of !== '' && !(Array.isArray(of) && of.length === 0);

function field(
  key: string,
  words: WordOfField,
  show: PartField['show'],
  more: Partial<Pick<PartField, 'covers' | 'has' | 'text'>> = {},
): PartField {
  return { key, name: { words }, covers: [key], has: (part) => isThere(part.fields[key]), show, ...more };
}

/** A text in up to three languages: one line for each. */
function texts(key: string, words: WordOfField): PartField[] {
  return LANGUAGES_OF_TEXTS.map((language) => {
    const text = (part: Part) => value<TextInLanguages>(part, key)?.[language] ?? '';
    return {
      key: `${key}.${language}`,
      name: { words, language },
      covers: [`${key}.${language}`],
      has: (part) => text(part) !== '',
      show: (part) => <WordsValue of={text(part)} />,
      text,
    };
  });
}

/** Words of one language that is not known. */
function words(key: string, name: WordOfField): PartField {
  const text = (part: Part) => value<string>(part, key) ?? '';
  return field(key, name, (part) => <WordsValue of={text(part)} />, { text });
}

/** A code that is hardly ever another one. */
function usually(usual: string, of: PartField): PartField {
  return { ...of, isUsual: (part) => part.fields[of.key] === usual };
}

function code(key: string, name: WordOfField, catalogue: Parameters<typeof CodeValue>[0]['of']): PartField {
  return field(key, name, (part) => <CodeValue of={catalogue} code={value<string>(part, key)} />);
}

const figure = field('quantity', 'quantity', (part) => (
  <FigureValue of={value<FigureWithAxes>(part, 'quantity')} />
));

const deadline = field(
  'deadline',
  'deadline',
  (part) => <StatedValue of={value(part, 'deadline')} absence={value<string>(part, 'deadlineAbsence')} />,
  {
    covers: ['deadline', 'deadlineAbsence'],
    has: (part) => isThere(part.fields.deadline) || isThere(part.fields.deadlineAbsence),
  },
);

type Signing = NonNullable<AgreementDocument['signing']>;
const signing = (part: Part) => value<Signing>(part, 'signing');

const NOTE = words('note', 'note');

const OF_AGREEMENT: readonly PartField[] = [
  ...texts('title', 'title'),
  usually('descriptive', {
    ...code('titleStatus', 'title', 'titleStatus'),
    name: { own: 'titleStatus' },
  }),
  ...texts('summary', 'summary'),
  code('instrumentType', 'instrumentType', 'instrumentType'),
  words('publishedReference', 'publishedReference'),
  code('legalState', 'legalState', 'legalState'),
  field('legalStateSince', 'legalStateSince', (part) => <StatedValue of={value(part, 'legalStateSince')} />),
  field(
    'signing.date',
    'signedOn',
    (part) => <StatedValue of={signing(part)?.date} absence={signing(part)?.dateAbsence} />,
    {
      covers: ['signing.date', 'signing.dateAbsence'],
      has: (part) => isThere(signing(part)?.date) || isThere(signing(part)?.dateAbsence),
    },
  ),
  field('signing.place', 'signingPlace', (part) => <WordsValue of={signing(part)?.place} />, {
    has: (part) => isThere(signing(part)?.place),
  }),
  field('signing.eventId', 'event', (part) => <RecordValue kind="event" id={signing(part)?.eventId} />, {
    has: (part) => isThere(signing(part)?.eventId),
  }),
  field(
    'signing.sharesEventAmount',
    'sharesEventAmount',
    (part) => <YesOrNo value={signing(part)?.sharesEventAmount} />,
    { has: (part) => signing(part)?.sharesEventAmount === true },
  ),
  field('sectorCodes', 'sector', (part) => <SectorsValue codes={value(part, 'sectorCodes')} />),
  words('sectorStated', 'sectorStated'),
  field('amount', 'amount', (part) => <AmountValue of={value(part, 'amount')} />),
  { ...code('partiesAbsence', 'party', 'absence'), name: { own: 'partiesAbsence' } },
  { ...code('signatoriesAbsence', 'person', 'absence'), name: { own: 'signatoriesAbsence' } },
  usually('not_stated', code('sourcing', 'sourcing', 'sourcing')),
  NOTE,
];

const OF_PARTY: readonly PartField[] = [
  code('role', 'role', 'partyRole'),
  {
    ...field('organisationId', 'organisation', (part) => (
      <RecordValue kind="organisation" id={value(part, 'organisationId')} />
    )),
    // The heading of the part says it.
    isUsual: () => true,
  },
  ...texts('described', 'described'),
  usually('stated', code('certainty', 'certainty', 'certainty')),
  NOTE,
];

const OF_SIGNATORY: readonly PartField[] = [
  field(
    'personId',
    'person',
    (part) => <RecordValue kind="person" id={value(part, 'personId')} absence={value(part, 'absence')} />,
    {
      covers: ['personId', 'absence'],
      has: (part) => isThere(part.fields.personId) || isThere(part.fields.absence),
    },
  ),
  code('role', 'role', 'signatoryRole'),
  words('capacity', 'capacity'),
  field('partyId', 'party', (part, document) => (
    <PartyValue id={value(part, 'partyId')} document={document} />
  )),
  usually('stated', code('certainty', 'certainty', 'certainty')),
  NOTE,
];

const OF_COMMITMENT: readonly PartField[] = [
  ...texts('title', 'title'),
  code('kind', 'kind', 'kind'),
  code('measure', 'measure', 'measure'),
  figure,
  field('baseline', 'baseline', (part) => <BaselineValue of={value(part, 'baseline')} />),
  deadline,
  field('obligorPartyId', 'obligor', (part, document) => (
    <PartyValue id={value(part, 'obligorPartyId')} document={document} />
  )),
  field('place', 'place', (part) => <PlaceValue of={value(part, 'place')} />),
  field('partOfId', 'partOf', (part, document) => (
    <CommitmentValue id={value(part, 'partOfId')} document={document} />
  )),
  code('proofMethod', 'proofMethod', 'proofMethod'),
  NOTE,
];

const OF_MILESTONE: readonly PartField[] = [
  ...texts('title', 'title'),
  code('standing', 'standing', 'milestoneStanding'),
  figure,
  deadline,
];

const OF_CITATION: readonly PartField[] = [
  field('sourceId', 'source', (part) => <RecordValue kind="source" id={value(part, 'sourceId')} />),
  { ...code('subject', 'kind', 'citationSubject'), name: { own: 'citedSubject' } },
  { ...code('field', 'kind', 'citationField'), name: { own: 'citedField' } },
  words('stated', 'stated'),
  words('locator', 'locator'),
  field('readOn', 'readOn', (part) => <DayValue day={value(part, 'readOn')} />),
  field('adopted', 'adopted', (part) => <YesOrNo value={value<boolean>(part, 'adopted') ?? true} />),
  NOTE,
];

/** What there is to say of each kind of part, in the order in which it is read. */
export const FIELDS: Readonly<Record<PartKind, readonly PartField[]>> = {
  agreement: OF_AGREEMENT,
  party: OF_PARTY,
  signatory: OF_SIGNATORY,
  commitment: OF_COMMITMENT,
  milestone: OF_MILESTONE,
  citation: OF_CITATION,
};

/** The lines in which fields of the document are told. */
export function fieldsFor(kind: PartKind, paths: readonly string[]): PartField[] {
  return FIELDS[kind].filter(({ covers }) =>
    paths.some((path) => covers.some((covered) => isWithin(path, covered) || isWithin(covered, path))),
  );
}

function isWithin(path: string, covered: string): boolean {
  return path === covered || path.startsWith(`${covered}.`);
}
