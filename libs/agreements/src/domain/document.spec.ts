import { localizedText } from '@app/kernel';
import type { AgreementDocument, DocumentCommitment } from './agreement-document';
import { checkDocument } from './check-document';
import { deadlineMoves } from './deadline-moves';
import { partIds, withStableIds } from './stable-ids';
import { StoredDocument, withPersonalValues, withoutPersonalValues } from './stored-document';

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
  milestones: [
    {
      id: 'm1',
      standing: 'published',
      title: localizedText({ en: 'Half of them' }),
      quantity: null,
      deadline: { stated: '2027' },
    },
  ],
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
  signatories: [
    {
      id: 's1',
      role: 'signatory',
      partyId: 'p1',
      personId: 'h1',
      absence: null,
      capacity: 'general manager',
      certainty: 'stated',
      note: null,
    },
  ],
  signatoriesAbsence: null,
  commitments: [commitment],
  citations: [
    {
      id: 'x1',
      sourceId: 'u1',
      subject: 'commitment',
      subjectId: 'c1',
      field: 'deadline',
      stated: '2028',
      adopted: true,
      note: null,
    },
  ],
  sourcing: 'one_source',
  note: null,
};

const withCommitment = (change: Partial<DocumentCommitment>): AgreementDocument => ({
  ...document,
  commitments: [{ ...commitment, ...change }],
});

const refusals = (wrong: AgreementDocument) =>
  checkDocument(wrong).map(({ field, code }) => `${field}: ${code}`);

describe('checking a document', () => {
  it('accepts what a paper can say', () => expect(checkDocument(document)).toEqual([]));

  it.each<[string, AgreementDocument]>([
    ['title: text_in_no_language', { ...document, title: localizedText({}) }],
    ['signing.date: fact_or_absence', { ...document, signing: { ...document.signing, date: null } }],
    [
      'signing.sharesEventAmount: event_missing',
      { ...document, signing: { ...document.signing, sharesEventAmount: true } },
    ],
    [
      'parties[0].organisationId: party_unnamed',
      { ...document, parties: document.parties.map((party) => ({ ...party, organisationId: null })) },
    ],
    [
      'signatories[0].capacity: identity_number',
      {
        ...document,
        signatories: document.signatories.map((one) => ({ ...one, capacity: 'manager, CIN AB123456' })),
      },
    ],
    [
      'signatories[0].personId: fact_or_absence',
      {
        ...document,
        signatories: document.signatories.map((one) => ({ ...one, absence: 'unknown' as const })),
      },
    ],
    ['commitments[0].deadline.stated: not_a_date', withCommitment({ deadline: { stated: 'soon' } })],
    ['commitments[0].deadline: fact_or_absence', withCommitment({ deadlineAbsence: 'not_stated' })],
    ['commitments[0].quantity: quantity_missing', withCommitment({ quantity: null })],
    ['commitments[0].measure: measure_of_kind', withCommitment({ measure: 'ongoing', quantity: null })],
    ['commitments[0].obligorPartyId: unknown_reference', withCommitment({ obligorPartyId: 'p2' })],
    [
      'commitments[0].quantity.unit: unit_of_kind',
      withCommitment({ quantity: { ...commitment.quantity!, unit: 'MAD' } }),
    ],
    [
      'commitments[0].quantity.value: inexact_value',
      withCommitment({ quantity: { ...commitment.quantity!, value: 1.5 } }),
    ],
    [
      'commitments[0].place.regionCodes: place_scope',
      withCommitment({ place: { ...commitment.place, scope: 'nationwide' } }),
    ],
    ['commitments[0].id: id_repeated', withCommitment({ id: 'p1', milestones: [] })],
    [
      'citations[0].subjectId: unknown_reference',
      { ...document, citations: document.citations.map((citation) => ({ ...citation, subjectId: 'c9' })) },
    ],
  ])('refuses with %s', (expected, wrong) => expect(refusals(wrong)).toContain(expected));

  it('keeps words where a paper gives no number', () => {
    const thousands = {
      ...commitment.quantity!,
      value: null,
      qualifier: 'not_stated' as const,
      stated: 'thousands',
    };
    expect(checkDocument(withCommitment({ quantity: thousands }))).toEqual([]);
  });
});

describe('stable ids', () => {
  const numbered = () => {
    let last = 0;
    return () => `id-${(last += 1)}`;
  };

  it('replaces local keys and follows every reference', () => {
    const stable = withStableIds(document, new Set(), numbered());
    expect(partIds(stable).size).toBe(partIds(document).size);
    expect(stable.commitments[0]?.obligorPartyId).toBe(stable.parties[0]?.id);
    expect(stable.signatories[0]?.partyId).toBe(stable.parties[0]?.id);
    expect(stable.citations[0]?.subjectId).toBe(stable.commitments[0]?.id);
    expect([...partIds(stable)].every((id) => id.startsWith('id-'))).toBe(true);
  });

  it('keeps what the agreement has and nothing of another one', () => {
    const first = withStableIds(document, new Set(), numbered());
    expect(withStableIds(first, partIds(first), numbered())).toEqual(first);
    expect(partIds(withStableIds(first, new Set(), () => 'new')).has('id-1')).toBe(false);
  });
});

describe('moved deadlines', () => {
  it('are those whose last day differs', () => {
    expect(deadlineMoves(document, withCommitment({ deadline: { stated: '2029-06' } }))).toEqual([
      {
        subjectType: 'commitment',
        subjectId: 'c1',
        from: { stated: '2028', lastDay: '2028-12-31' },
        to: { stated: '2029-06', lastDay: '2029-06-30' },
      },
    ]);
  });

  it('are not those that are only stated more exactly', () => {
    expect(deadlineMoves(document, withCommitment({ deadline: { stated: '2028-12-31' } }))).toEqual([]);
  });

  it('include milestones, a deadline taken away, and no new or removed part', () => {
    const milestones = [{ ...commitment.milestones[0]!, deadline: { stated: '2026' } }];
    const without = withCommitment({ deadline: null, deadlineAbsence: 'unknown', milestones });
    expect(
      deadlineMoves(document, without).map(({ subjectId, to }) => [subjectId, to?.lastDay ?? null]),
    ).toEqual([
      ['c1', null],
      ['m1', '2026-12-31'],
    ]);
    expect(deadlineMoves(document, { ...document, commitments: [] })).toEqual([]);
    expect(deadlineMoves({ ...document, commitments: [] }, document)).toEqual([]);
  });
});

describe('personal values', () => {
  it('leave the stored document and come back when it is read', () => {
    const stored: StoredDocument = withoutPersonalValues(document, new Map([['s1', 'v1']]));
    expect(JSON.stringify(stored)).not.toContain('general manager');
    expect(withPersonalValues(stored, new Map([['v1', 'general manager']]))).toEqual(document);
    expect(withPersonalValues(stored, new Map()).signatories[0]?.capacity).toBeNull();
  });
});
