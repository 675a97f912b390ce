import fc from 'fast-check';
import { localizedText } from '@app/kernel';
import type { AgreementDocument, DocumentCitation, DocumentCommitment } from './agreement-document';
import { checkDocument, checkDraft } from './check-document';
import { completenessOf } from './completeness';
import { differencesBetween } from './differences';
import { exceededBy } from './draft-kinds';
import { mergeDocuments } from './merge-documents';
import { CHANGE_KINDS } from './version';

const commitment: DocumentCommitment = {
  id: 'c1',
  kind: 'jobs',
  title: localizedText({ en: 'Direct jobs' }),
  measure: 'quantity',
  quantity: {
    qualifier: 'exactly',
    value: 200,
    unit: 'jobs',
    relation: 'direct',
    stability: 'not_stated',
    basis: 'new',
    level: 'firm',
    stated: null,
  },
  baseline: null,
  obligorPartyId: 'p1',
  partOfId: null,
  proofMethod: null,
  deadline: { stated: '2028' },
  deadlineAbsence: null,
  place: { scope: 'regions', regionCodes: ['MA-02'], cities: ['Oujda'], zoneIds: [], note: null },
  milestones: [],
  note: null,
};

const citation: DocumentCitation = {
  id: 'x1',
  sourceId: 'u1',
  subject: 'agreement',
  subjectId: null,
  field: 'whole',
  stated: null,
  adopted: true,
  note: null,
};

const document: AgreementDocument = {
  publishedReference: null,
  title: localizedText({ en: 'A fictional centre' }),
  titleStatus: 'descriptive',
  summary: null,
  instrumentType: 'memorandum_of_understanding',
  legalState: 'signed',
  legalStateSince: null,
  signing: {
    date: { stated: '2025-04-15' },
    dateAbsence: null,
    place: null,
    eventId: null,
    sharesEventAmount: false,
  },
  sectorCodes: [],
  sectorStated: null,
  amount: null,
  parties: [
    { id: 'p1', role: 'investor', organisationId: 'o1', described: null, certainty: 'stated', note: null },
  ],
  partiesAbsence: null,
  signatories: [],
  signatoriesAbsence: 'not_published',
  commitments: [commitment],
  citations: [citation],
  sourcing: 'one_source',
  note: null,
};

const withCommitment = (change: Partial<DocumentCommitment>, from = document): AgreementDocument => ({
  ...from,
  commitments: from.commitments.map((one) => ({ ...one, ...change })),
});
const codes = (violations: readonly { readonly code: string }[]) => [
  ...new Set(violations.map(({ code }) => code)),
];

/** Edits of every sort, each with the field that it touches. */
const EDITS: readonly (readonly [string, (from: AgreementDocument) => AgreementDocument])[] = [
  ['title.fr', (from) => ({ ...from, title: { ...from.title, fr: 'Un centre fictif' } })],
  ['note', (from) => ({ ...from, note: 'seen at the fair' })],
  ['summary.en', (from) => ({ ...from, summary: localizedText({ en: 'In short' }) })],
  ['amount', (from) => ({ ...from, amount: { value: 5, currency: 'MAD', qualifier: 'about' } })],
  ['deadline', (from) => withCommitment({ deadline: { stated: '2030' } }, from)],
  ['proofMethod', (from) => withCommitment({ proofMethod: 'site_visit' }, from)],
  ['quantity.value', (from) => withCommitment({ quantity: { ...commitment.quantity!, value: 250 } }, from)],
  ['parties', (from) => ({ ...from, parties: [...from.parties, { ...from.parties[0]!, id: 'p2' }] })],
  ['commitments', (from) => ({ ...from, commitments: [] })],
  [
    'signatories',
    (from) => ({
      ...from,
      signatoriesAbsence: null,
      signatories: [
        {
          ...{ id: 's1', role: 'signatory', partyId: 'p1', personId: 'h1', absence: null, capacity: null },
          ...{ certainty: 'stated', note: null },
        },
      ],
    }),
  ],
];
const someEdits = fc.subarray([...EDITS]);
const edited = (edits: typeof EDITS, from = document) => edits.reduce((all, [, edit]) => edit(all), from);

describe('a draft that is typed', () => {
  it('may lack anything and must have nothing wrong', () => {
    const blank = { ...document, title: null, instrumentType: null, legalState: null };
    expect(checkDraft(blank)).toEqual([]);
    expect(checkDocument(blank).map(({ field }) => field)).toEqual(['title', 'instrumentType', 'legalState']);
    const wrong = withCommitment({ deadline: { stated: 'soon' } });
    expect(codes(checkDraft(wrong))).toEqual(['not_a_date']);
  });

  it('names the total of which a commitment is a part, within the document and one level deep', () => {
    const part = { ...commitment, id: 'c2', partOfId: 'c1' };
    const parts = (...more: DocumentCommitment[]) => ({ ...document, commitments: [commitment, ...more] });
    expect(checkDraft(parts(part))).toEqual([]);
    expect(codes(checkDraft(parts({ ...part, partOfId: 'c9' })))).toEqual(['unknown_reference']);
    expect(codes(checkDraft(parts({ ...part, partOfId: 'c2' })))).toEqual(['unknown_reference']);
    expect(codes(checkDraft(parts(part, { ...part, id: 'c3', partOfId: 'c2' })))).toEqual([
      'unknown_reference',
    ]);
  });
});

describe('differences', () => {
  it('are none between a document and itself, whatever the order of its parts', () => {
    const turned = { ...document, citations: [...document.citations].reverse() };
    expect(differencesBetween(document, turned)).toEqual([]);
  });

  it('name every field that was edited, the same way forth and back', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const after = edited(edits);
        const forth = differencesBetween(document, after);
        const back = differencesBetween(after, document);
        expect(new Set(back.map(({ path }) => path))).toEqual(new Set(forth.map(({ path }) => path)));
        for (const { before, after: now } of forth) expect(before).not.toEqual(now);
        expect(forth.length === 0).toBe(edits.length === 0);
      }),
    );
  });

  it('show a part that came or went as a whole', () => {
    expect(differencesBetween(document, { ...document, commitments: [] })).toEqual([
      expect.objectContaining({ path: 'commitments[c1]', subject: 'commitment', field: '', after: null }),
    ]);
  });
});

describe('merging', () => {
  it('keeps both sides where they touched different fields', () => {
    fc.assert(
      fc.property(someEdits, fc.nat(EDITS.length), (edits, at) => {
        const theirs = edited(edits.slice(0, at));
        const yours = edited(edits.slice(at));
        const touchesBoth = (field: string) =>
          edits.slice(0, at).some(([one]) => one === field) && edits.slice(at).some(([one]) => one === field);
        // Taking a commitment away while the other side writes in it is a conflict and has its own case.
        fc.pre(!edits.some(([field]) => field === 'commitments' || touchesBoth(field)));
        const { document: merged, conflicts } = mergeDocuments<AgreementDocument>(document, theirs, yours);
        expect(conflicts).toEqual([]);
        expect(differencesBetween(edited(edits), merged)).toEqual([]);
      }),
    );
  });

  it('takes whatever only one side changed, and is idle when nobody did', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const changed = edited(edits);
        expect(mergeDocuments(document, changed, document)).toEqual({ document: changed, conflicts: [] });
        expect(mergeDocuments(document, document, changed)).toEqual({ document: changed, conflicts: [] });
        expect(mergeDocuments(document, changed, changed)).toEqual({ document: changed, conflicts: [] });
      }),
    );
  });

  it('says what both changed differently, and keeps yours', () => {
    const theirs = withCommitment({ deadline: { stated: '2029' } });
    const yours = withCommitment({ deadline: { stated: '2031' }, note: 'mine' });
    const { document: merged, conflicts } = mergeDocuments<AgreementDocument>(document, theirs, yours);
    expect(conflicts).toEqual([
      { path: 'commitments[c1].deadline.stated', base: '2028', theirs: '2029', yours: '2031' },
    ]);
    expect(merged).toEqual(yours);
    const gone = mergeDocuments<AgreementDocument>(document, { ...document, commitments: [] }, yours);
    expect(gone.conflicts.map(({ path }) => path)).toEqual(['commitments[c1]']);
    expect(gone.document.commitments).toEqual(yours.commitments);
  });
});

describe('the kinds of draft', () => {
  const passage = {
    ...citation,
    id: 'x2',
    subject: 'commitment',
    subjectId: 'c1',
    field: 'deadline',
  } as const;

  it('change nothing they may not, whatever is edited', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const after = edited(edits);
        const touched = edits.map(([field]) => field);
        const wording = ['title.fr', 'note', 'summary.en'];
        const facts = touched.filter((field) => !wording.includes(field));
        expect(exceededBy('first', document, after)).toEqual([]);
        expect(exceededBy('clerical', document, after).length > 0).toBe(facts.length > 0);
        expect(exceededBy('amendment', document, after)).toEqual([]);
        // Facts without a source are neither completed nor put right.
        expect(exceededBy('completion', document, after).length > 0).toBe(facts.length > 0);
        expect(exceededBy('rectification', document, after).length > 0).toBe(facts.length > 0);
      }),
    );
  });

  it('never touch the legal state', () => {
    for (const kind of CHANGE_KINDS) {
      const after = { ...document, legalState: 'in_force' as const };
      expect(codes(exceededBy(kind, document, after))).toContain('legal_state_by_step_only');
    }
  });

  it('complete what was unknown, with its source, and nothing that was stated', () => {
    const source = { ...citation, id: 'x2' };
    const filled = { ...withCommitment({ proofMethod: 'site_visit' }), citations: [citation, source] };
    expect(exceededBy('completion', document, filled)).toEqual([]);
    const signed = {
      ...edited(EDITS.filter(([field]) => field === 'signatories')),
      citations: [citation, source],
    };
    expect(exceededBy('completion', document, signed)).toEqual([]);
    const moved = { ...withCommitment({ deadline: { stated: '2030' } }), citations: [citation, source] };
    expect(codes(exceededBy('completion', document, moved))).toEqual(['completion_changes_nothing_stated']);
    const unsigned = { ...document, legalState: 'announced' as const };
    expect(exceededBy('completion', unsigned, { ...moved, legalState: 'announced' })).toEqual([]);
  });

  it('add no promise that was published to what was signed, and no other party by its description', () => {
    const milestone = (standing: 'published' | 'set') => ({
      ...{
        id: 'm1',
        standing,
        title: localizedText({ en: 'Half' }),
        quantity: null,
        deadline: { stated: '2027' },
      },
    });
    const source = { ...citation, id: 'x2' };
    const added = (standing: 'published' | 'set') =>
      codes(
        exceededBy('completion', document, {
          ...withCommitment({ milestones: [milestone(standing)] }),
          citations: [citation, source],
        }),
      );
    expect([added('set'), added('published')]).toEqual([[], ['completion_changes_nothing_stated']]);
    const described = (text: string): AgreementDocument => ({
      ...document,
      parties: document.parties.map((one) => ({
        ...one,
        ...{ organisationId: null, described: localizedText({ en: text }) },
      })),
    });
    expect(codes(exceededBy('clerical', described('Company A'), described('Company B')))).toEqual([
      'clerical_is_wording',
    ]);
  });

  it('put right what the paper says otherwise, with the passage', () => {
    const corrected = withCommitment({ deadline: { stated: '2029' } });
    const proven = { ...corrected, citations: [citation, { ...passage, stated: 'by 2029' }] };
    expect(exceededBy('rectification', document, proven)).toEqual([]);
    const silent = { ...corrected, citations: [citation, passage] };
    expect(codes(exceededBy('rectification', document, silent))).toEqual(['rectification_wants_passage']);
  });

  it('amend what was signed and leave the signature', () => {
    const unsigned = { ...document, legalState: 'announced' as const };
    expect(codes(exceededBy('amendment', unsigned, unsigned))).toEqual(['nothing_signed_to_amend']);
    const resigned = { ...document, signing: { ...document.signing, date: { stated: '2026' } } };
    expect(codes(exceededBy('amendment', document, resigned))).toEqual(['amendment_leaves_signature']);
  });
});

describe('completeness', () => {
  const gapsOf = (one: AgreementDocument, ownerIsHeld = true) =>
    completenessOf(one, { ownerIsHeld, textIsHeld: false }).gaps.map(({ gap }) => gap);

  it('names what is open; an answer is no gap', () => {
    expect(gapsOf(document)).toEqual(['no_proof_method']);
    expect(gapsOf(document, false)).toEqual(['no_owner', 'no_proof_method']);
    const without = (deadlineAbsence: DocumentCommitment['deadlineAbsence']) =>
      gapsOf(withCommitment({ deadline: null, deadlineAbsence }));
    expect(without('not_stated')).toContain('no_deadline');
    expect(without('unknown')).toContain('no_deadline');
    expect(without('not_published')).not.toContain('no_deadline');
    expect(without('confidential')).not.toContain('no_deadline');
    expect(gapsOf(withCommitment({ quantity: { ...commitment.quantity!, unit: null } }))).toContain(
      'no_unit',
    );
    expect(gapsOf({ ...document, citations: [] })).toContain('figure_without_source');
    expect(gapsOf({ ...document, citations: [{ ...citation, adopted: false }] })).toContain(
      'figure_without_source',
    );
  });

  it('asks of what is logged as signed what a step to it asks: a day and a proof', () => {
    const undated = (dateAbsence: 'not_stated' | 'not_published') =>
      gapsOf({ ...document, signing: { ...document.signing, date: null, dateAbsence } });
    expect(undated('not_stated')).toContain('no_signing_date');
    expect(undated('not_published')).not.toContain('no_signing_date');
    const unsourced = { ...document, citations: [] };
    expect(gapsOf(unsourced)).toContain('signing_without_proof');
    const { gaps } = completenessOf(unsourced, { ownerIsHeld: true, textIsHeld: true });
    expect(gaps.map(({ gap }) => gap)).not.toContain('signing_without_proof');
    expect(gapsOf({ ...unsourced, legalState: 'announced' })).not.toContain('signing_without_proof');
  });

  it('adds the parts of a total up as its qualifier asks', () => {
    const figure = (value: number | null, qualifier = 'exactly' as const) => ({
      ...commitment.quantity!,
      ...{ value, qualifier },
    });
    const open = (qualifier: 'exactly' | 'at_least' | 'up_to', ...values: (number | null)[]) =>
      gapsOf({
        ...document,
        commitments: [
          { ...commitment, quantity: { ...commitment.quantity!, qualifier } },
          ...values.map((value, at) => ({
            ...{ ...commitment, id: `part${at}`, partOfId: 'c1', quantity: figure(value) },
          })),
        ],
      }).includes('parts_do_not_add_up');
    expect([open('exactly', 100, 100), open('exactly', 100, 99), open('exactly', 100, null)]).toEqual([
      false,
      true,
      false,
    ]);
    expect([open('at_least', 100, 150), open('at_least', 100, 50)]).toEqual([false, true]);
    expect([open('up_to', 100, 50), open('up_to', 100, 150)]).toEqual([false, true]);
  });

  it('is a share between nothing and everything that falls with each gap', () => {
    fc.assert(
      fc.property(someEdits, fc.boolean(), (edits, ownerIsHeld) => {
        const { score, looked, gaps } = completenessOf(edited(edits), { ownerIsHeld, textIsHeld: false });
        expect(score).toBe(Math.floor(((looked - gaps.length) / looked) * 100));
        expect(score === 100).toBe(gaps.length === 0);
      }),
    );
  });
});
