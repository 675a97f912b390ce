import fc from 'fast-check';
import {
  type MergeChoices,
  choiceViolations,
  mergeContradictions,
  namesOfMerged,
  planMerge,
  touchesSame,
  withTakenOver,
  withoutTakenOver,
} from './merge';
import { ORGANISATION_KINDS, type OrganisationContent, searchSourceOf } from './organisation';

const name = fc.option(fc.constantFrom('Atlas', 'Atlas SA', 'أطلس', 'Ateliers Atlas', 'Atlas Works'));
const record: fc.Arbitrary<OrganisationContent> = fc
  .record({
    names: fc.record({ ar: name, fr: name, en: name }),
    kind: fc.constantFrom(...ORGANISATION_KINDS),
    country: fc.option(fc.constantFrom('MA', 'FR')),
    ice: fc.option(fc.constantFrom('001561191000066', '000000001000034')),
    variants: fc.uniqueArray(fc.constantFrom('Atlas', 'ATLAS', 'A.T.L.A.S.', 'Atlas Maroc')),
    reportingContacts: fc.constant([]),
    note: fc.constant(null),
  })
  .filter(({ names }) => Object.values(names).some((one) => one !== null));
const side = fc.constantFrom('gone', 'kept');
const choices: fc.Arbitrary<MergeChoices> = fc.record({ kind: side, country: side, ice: side });

const company = (over: Partial<OrganisationContent>): OrganisationContent => ({
  names: { ar: null, fr: 'Atlas', en: null },
  kind: 'company',
  country: null,
  ice: null,
  variants: [],
  reportingContacts: [],
  note: null,
  ...over,
});

describe('the merge of two records of one organisation', () => {
  it('undone, gives back exactly what was', () => {
    fc.assert(
      fc.property(record, record, choices, (gone, kept, chosen) => {
        const { changes, undecided } = planMerge(gone, kept, chosen);
        expect(undecided).toEqual([]);
        expect(withoutTakenOver(withTakenOver(kept, changes), changes)).toEqual(kept);
      }),
    );
  });

  it('asks once for each contradiction, and for nothing else', () => {
    fc.assert(
      fc.property(record, record, (gone, kept) => {
        const plan = planMerge(gone, kept, {});
        expect(plan.undecided).toEqual(mergeContradictions(gone, kept).map(({ field }) => field));
        expect(choiceViolations(plan)).toHaveLength(plan.contradictions.length);
        const after = withTakenOver(kept, plan.changes);
        for (const { field } of plan.contradictions) expect(after[field]).toBe(kept[field]);
      }),
    );
  });

  it('unites names, which uniting them again does not change', () => {
    fc.assert(
      fc.property(record, fc.array(record, { maxLength: 3 }), (kept, gone) => {
        const united = namesOfMerged(kept, gone);
        expect(namesOfMerged(kept, [...gone, ...gone])).toEqual(united);
        expect(namesOfMerged(kept, [{ names: { ar: null, fr: null, en: null }, variants: united }])).toEqual(
          united,
        );
        expect(namesOfMerged({ ...kept, variants: [...kept.variants, ...united] }, gone)).toEqual([]);
      }),
    );
  });

  it('takes over what the record that stays does not say, and what was chosen against it', () => {
    const gone = company({
      country: 'MA',
      ice: '001561191000066',
      kind: 'other',
      names: { ar: 'أطلس', fr: 'ATLAS', en: null },
    });
    const kept = company({ ice: '000000001000034' });
    const plan = planMerge(gone, kept, { ice: 'gone', kind: 'kept' });
    expect(plan.contradictions).toEqual([
      { field: 'kind', gone: 'other', kept: 'company' },
      { field: 'ice', gone: '001561191000066', kept: '000000001000034' },
    ]);
    expect(plan.changes).toEqual({
      country: { from: null, to: 'MA' },
      ice: { from: '000000001000034', to: '001561191000066' },
      'names.ar': { from: null, to: 'أطلس' },
    });
    expect(withTakenOver(kept, plan.changes)).toMatchObject({
      kind: 'company',
      names: { ar: 'أطلس', fr: 'Atlas' },
    });
  });

  it('leaves what was corrected since, and never takes the last name', () => {
    const changes = { country: { from: null, to: 'MA' }, 'names.ar': { from: null, to: 'أطلس' } } as const;
    const corrected = company({ country: 'FR', names: { ar: 'أطلس', fr: null, en: null } });
    expect(withoutTakenOver(corrected, changes)).toEqual(corrected);
  });

  it('stands beside another unless both took over the same field', () => {
    const country = { country: { from: null, to: 'MA' } };
    expect(touchesSame(country, [{ ice: { from: null, to: '001561191000066' } }])).toBe(false);
    expect(touchesSame(country, [{}, { country: { from: 'MA', to: 'FR' } }])).toBe(true);
  });

  it('lets the words of both find the record that stays', () => {
    const words = searchSourceOf(company({ variants: ['ATLAS'] }), [
      { id: 'o1', names: { ar: 'أطلس', fr: 'Atlas', en: null }, variants: ['Atlas Maroc'] },
    ]);
    expect(words).toBe('Atlas ATLAS أطلس Atlas Maroc');
  });
});
