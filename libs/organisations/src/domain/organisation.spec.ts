import {
  OrganisationContent,
  correctedOrganisation,
  iceWarningOf,
  newOrganisation,
  organisationViolations,
  searchSourceOf,
} from './organisation';

const kpmg = newOrganisation({
  names: { fr: 'KPMG Maroc', ar: 'كي بي إم جي' },
  kind: 'company',
  country: 'MA',
  ice: '001561191000066',
  variants: ['KPMG', ' KPMG ', ''],
  reportingContacts: [{ email: ' suivi@kpmg.example ', language: 'fr' }],
});

describe('a new organisation', () => {
  it('knows nothing of what is left out', () => {
    expect(newOrganisation({ names: { en: 'Bell Canada' }, kind: 'company' })).toEqual({
      names: { ar: null, fr: null, en: 'Bell Canada' },
      kind: 'company',
      country: null,
      ice: null,
      variants: [],
      reportingContacts: [],
      note: null,
    });
  });

  it('keeps a variant once, without the blanks around it', () => {
    expect(kpmg.variants).toEqual(['KPMG']);
    expect(kpmg.reportingContacts).toEqual([{ email: 'suivi@kpmg.example', language: 'fr' }]);
  });

  it('is found by its names, its variants and its identifier', () => {
    expect(searchSourceOf(kpmg)).toBe('KPMG Maroc كي بي إم جي KPMG 001561191000066');
  });
});

describe('a correction', () => {
  it('leaves what it does not speak of, language by language', () => {
    expect(correctedOrganisation(kpmg, { names: { en: 'KPMG Morocco' } })).toEqual({
      ...kpmg,
      names: { ar: 'كي بي إم جي', fr: 'KPMG Maroc', en: 'KPMG Morocco' },
    });
  });

  it('takes away what it says is null', () => {
    const bare = correctedOrganisation(kpmg, {
      ice: null,
      country: null,
      variants: null,
      reportingContacts: [],
    });
    expect(bare).toMatchObject({ ice: null, country: null, variants: [], reportingContacts: [] });
  });
});

describe('an organisation the register cannot accept', () => {
  const contact = { email: 'a@x.example', language: 'fr' } as const;
  it.each<[string, Partial<OrganisationContent>, { field: string; code: string }]>([
    [
      'has no name',
      { names: { ar: null, fr: null, en: null } },
      { field: 'names', code: 'organisation_name_required' },
    ],
    [
      'has an identifier of fourteen digits',
      { ice: '12345678901234' },
      { field: 'ice', code: 'wrong_format' },
    ],
    [
      'has the same address twice',
      { reportingContacts: [contact, { ...contact, email: 'A@X.example' }] },
      { field: 'reportingContacts[1].email', code: 'contact_repeated' },
    ],
    [
      'is written to under the number of a card',
      { reportingContacts: [{ ...contact, email: 'ab123456@x.example' }] },
      { field: 'reportingContacts[0].email', code: 'identity_number' },
    ],
  ])('%s', (_, change, violation) => {
    expect(organisationViolations({ ...kpmg, ...change })).toEqual([violation]);
  });

  it('is not one whose identifier has wrong control digits: that is a warning', () => {
    expect(organisationViolations({ ...kpmg, ice: '001561191000065' })).toEqual([]);
    expect(iceWarningOf('001561191000065')).toBe('ice_control_wrong');
    expect(['001561191000066', '002136093000040', null].map(iceWarningOf)).toEqual([null, null, null]);
  });
});
