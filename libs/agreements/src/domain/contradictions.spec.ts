import * as fc from 'fast-check';
import { localizedText } from '@app/kernel';
import type { CitedField, DocumentCitation, DocumentCommitment } from './agreement-document';
import { Claim, ClaimingDocument, claimsOf } from './claims';
import { alsoReported, findContradictions, lettersApart, linesOf, needsDraft } from './contradictions';
import { datesIn, figuresIn, foldWords, keyOf } from './reading';

const commitment: DocumentCommitment = {
  id: 'c1',
  kind: 'jobs',
  title: localizedText({ en: 'Direct jobs' }),
  measure: 'quantity',
  quantity: {
    qualifier: 'exactly',
    value: 150,
    unit: 'jobs',
    relation: 'direct',
    stability: 'not_stated',
    basis: 'new',
    level: 'firm',
    stated: null,
  },
  baseline: { value: 800, unit: 'jobs', note: null },
  obligorPartyId: 'p1',
  partOfId: null,
  proofMethod: null,
  deadline: { stated: '2029' },
  deadlineAbsence: null,
  place: { scope: 'regions', regionCodes: ['MA-02'], cities: ['Oujda'], zoneIds: [], note: null },
  milestones: [],
  note: null,
};

type Said = readonly [CitedField, string, boolean?, string?];

/** A document on whose one promise sources say these things. */
function document(...said: Said[]): ClaimingDocument {
  return {
    title: localizedText({ en: 'A fictional centre' }),
    signing: {
      date: { stated: '2025-04-15' },
      dateAbsence: null,
      place: null,
      eventId: null,
      sharesEventAmount: false,
    },
    amount: { value: 320_000_000, currency: 'MAD', qualifier: 'exactly' },
    parties: [
      { id: 'p1', role: 'investor', organisationId: 'o1', described: null, certainty: 'stated', note: null },
    ],
    signatories: [{ id: 's1', personId: 'h1' }],
    commitments: [commitment],
    citations: said.map(([field, stated, adopted = true, source], index): DocumentCitation => {
      const subject =
        field === 'party' || field === 'name'
          ? ('party' as const)
          : field === 'amount' || field === 'signing'
            ? ('agreement' as const)
            : ('commitment' as const);
      return {
        id: `x${index}`,
        sourceId: source ?? `source${index}`,
        subject,
        subjectId: { party: 'p1', agreement: null, commitment: 'c1' }[subject],
        field,
        stated,
        adopted,
        note: null,
      };
    }),
  };
}

const NAMES = {
  organisations: new Map([['o1', localizedText({ fr: 'EIDS Maroc', ar: 'إيدس المغرب' })]]),
  persons: new Map<string, string>(),
};
const claims = (...said: Said[]) => claimsOf(document(...said), NAMES);
const kinds = (...said: Said[]) => findContradictions(claims(...said)).map(({ kind }) => kind);

describe('what sources say', () => {
  it.each([
    ['150 direct by 2029', [['value', 150]]],
    ['more than 1,000', [['lower', 1000]]],
    ['plus de 20 000 emplois', [['lower', 20_000]]],
    ['2000 jobs by 2029', [['value', 2000]]],
    ['32 billion centimes', [['value', 320_000_000]]],
    ['32 milliards de centimes', [['value', 320_000_000]]],
    ['320 MDH', [['value', 320_000_000]]],
    ['1 250,5', [['value', 1250.5]]],
    ['1,250.5', [['value', 1250.5]]],
    ['٣٢٠ مليون درهم', [['value', 320_000_000]]],
    ['أكثر من 1000 منصب', [['lower', 1000]]],
    ['>73% placed', [['lower', 73]]],
    [
      '50,000 additional direct stable jobs and 25 billion dirhams of exports in 2026',
      [
        ['value', 50_000],
        ['value', 25_000_000_000],
      ],
    ],
    ['thousands', []],
  ])('%s is read as figures', (stated, expected) => {
    const read = figuresIn(stated).map((one) => (one.kind === 'figure' ? [one.bound, one.value] : []));
    expect(read).toEqual(expected);
  });

  it.each([
    ['2029', ['2029-12-31']],
    ['by 2029, the three companies together', ['2029-12-31']],
    ['2026-06', ['2026-06-30']],
    ['15 avril 2025', ['2025-04-15']],
    ['1er août 2026', ['2026-08-01']],
    ['June 2027', ['2027-06-30']],
    ['30/06/2028', ['2028-06-30']],
    ['15 أبريل 2025', ['2025-04-15']],
    ['2025-04-14/2025-04-16', ['2025-04-16']],
    ['31 February 2029', ['2029-12-31']],
    ['soon', []],
  ])('%s is read as dates', (stated, expected) => {
    expect(datesIn(stated).map((one) => (one.kind === 'date' ? one.lastDay : ''))).toEqual(expected);
  });

  it('is folded like the search folds it', () => {
    expect(foldWords('  Fès-Shore, ÉTÉ ')).toBe('fes shore ete');
    expect(foldWords('السُّكُوري')).toBe(foldWords('السكوري'));
  });
});

describe('contradictions', () => {
  it.each<[string, Said[], string[]]>([
    [
      'two deadlines',
      [
        ['deadline', '2029'],
        ['deadline', '2025', false],
      ],
      ['date'],
    ],
    ['a deadline that the register does not have', [['deadline', 'by 2028']], ['date']],
    [
      'a figure in words beside one in digits',
      [
        ['quantity', '150'],
        ['quantity', 'hundreds', false],
      ],
      ['figure'],
    ],
    ['a bound in the place of a figure', [['quantity', 'more than 150']], ['figure']],
    ['a name in another spelling', [['name', 'IDS Maroc', false]], ['spelling']],
    ['another name', [['name', 'Somebody Else', false]], ['name']],
    ['another place', [['place', 'Nador', false]], ['place']],
    [
      'two statements of which one is not followed',
      [
        ['party', 'signed with the firm'],
        ['party', 'signed in its presence', false],
      ],
      ['statement'],
    ],
  ])('are %s', (_what, said, expected) => {
    expect(kinds(...said)).toEqual(expected);
  });

  it.each<[string, Said[]]>([
    [
      'the same figure in other words',
      [
        ['quantity', '150 direct by 2029'],
        ['quantity', '150 emplois'],
      ],
    ],
    ['the same amount in another unit', [['amount', '32 billion centimes', false]]],
    ['a baseline with words around it', [['baseline', '800 existing employees']]],
    ['a day of the fair beside the fair', [['signing', '2025-04-14/2025-04-16']]],
    ['a name in another script', [['name', 'إيدس المغرب']]],
    ['a region beside its city', [['place', 'Oujda, Oriental']]],
    [
      'two statements that the register follows',
      [
        ['party', 'signed with the firm'],
        ['party', 'the firm signed'],
      ],
    ],
    [
      'what is said of the whole, or of other things',
      [
        ['whole', 'one'],
        ['other', 'two', false],
      ],
    ],
    ['nothing', []],
  ])('are not %s', (_what, said) => {
    expect(kinds(...said)).toEqual([]);
  });

  it('name the register first, then every source', () => {
    const [found] = findContradictions(claims(['deadline', '2029'], ['deadline', '2025', false]));
    expect(found?.claims.map(({ citationId, stated }) => [citationId, stated])).toEqual([
      [null, '2029'],
      ['x0', '2029'],
      ['x1', '2025'],
    ]);
  });

  it('ask for a draft exactly when another value than the register has is followed', () => {
    const [date] = findContradictions(claims(['deadline', '2029'], ['deadline', '2025', false]));
    const [words] = findContradictions(claims(['party', 'signed'], ['party', 'was present', false]));
    if (!date || !words) throw new Error('no contradiction');
    expect([null, 'x0', 'x1'].map((id) => needsDraft(date, id))).toEqual([false, false, true]);
    expect([null, 'x0', 'x1'].map((id) => needsDraft(words, id))).toEqual([false, false, true]);
  });
});

const FIELDS = ['deadline', 'quantity', 'baseline', 'place', 'party', 'name', 'amount', 'outcome'] as const;
const SAID = [
  '2029',
  '2028',
  '150',
  'more than 150',
  'thousands',
  'EIDS Maroc',
  'IDS Maroc',
  'Oujda',
  '',
  'été',
  'ETE',
];
const said: fc.Arbitrary<Said> = fc.tuple(
  fc.constantFrom(...FIELDS),
  fc.oneof(fc.constantFrom(...SAID), fc.string({ unit: 'grapheme', maxLength: 12 })),
  fc.boolean(),
  fc.constantFrom('s1', 's2', 's3'),
);
const several = fc.array(said, { maxLength: 8 });
const outline = (all: readonly Claim[]) =>
  findContradictions(all)
    .map((one) => [one.subject, one.subjectId, one.field, one.kind, linesOf(one)])
    .map((one) => JSON.stringify(one))
    .sort();

describe('contradictions among any claims', () => {
  it('do not depend on their order', () => {
    fc.assert(
      fc.property(several, (all) => {
        const found = claims(...all);
        expect(outline([...found].reverse())).toEqual(outline(found));
      }),
    );
  });

  it('are none where everybody says the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.constantFrom(...SAID), fc.nat(5), (field, stated, times) => {
        const cited = claims(...Array.from({ length: times }, (): Said => [field, stated])).filter(
          ({ citationId }) => citationId !== null,
        );
        expect(findContradictions(cited)).toEqual([]);
      }),
    );
  });

  it('stay as they are when a source says the same once more, and change when it says something new', () => {
    fc.assert(
      fc.property(several, (all) => {
        for (const contradiction of findContradictions(claims(...all))) {
          const [first] = contradiction.claims.filter(({ citationId }) => citationId !== null);
          if (!first) throw new Error('a contradiction without a source');
          const again = { claims: [...contradiction.claims, { ...first, citationId: 'again' }] };
          expect(linesOf(again)).toEqual(linesOf(contradiction));
          const readings = figuresIn('987654321');
          const other = { claims: [...contradiction.claims, { ...first, citationId: 'new', readings }] };
          expect(linesOf(other)).not.toEqual(linesOf(contradiction));
        }
      }),
    );
  });

  it('hold every claim on their field, and each is reported beside the register or is what it says', () => {
    fc.assert(
      fc.property(several, (all) => {
        const found = claims(...all);
        const reported = new Set(alsoReported(found));
        for (const claim of found.filter(({ adopted, citationId }) => !adopted && citationId !== null)) {
          expect(reported.has(claim)).toBe(true);
        }
        for (const { subject, subjectId, field, claims: members } of findContradictions(found)) {
          const expected = found.filter(
            (one) => one.subject === subject && one.subjectId === subjectId && one.field === field,
          );
          expect(new Set(members)).toEqual(new Set(expected));
        }
      }),
    );
  });

  it('never come from any text as a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const reading of [...figuresIn(text), ...datesIn(text)])
          expect(keyOf(reading)).not.toMatch(/NaN/);
      }),
    );
  });

  it('count letters like a ruler: from itself none, the same both ways, never more than there are', () => {
    const word = fc.string({ maxLength: 10 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(lettersApart(one, one)).toBe(0);
        expect(lettersApart(one, other)).toBe(lettersApart(other, one));
        expect(lettersApart(one, other)).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
      }),
    );
    expect(lettersApart('chaume', 'chome')).toBe(2);
  });
});
