import fc from 'fast-check';
import { type NamingDocument, namingAsBefore, namingWhoStays } from './merged-parts';

const id = fc.option(fc.constantFrom('a', 'b', 'c', 'd'));
const document: fc.Arbitrary<NamingDocument> = fc.record({
  parties: fc.uniqueArray(fc.record({ id: fc.constantFrom('p1', 'p2', 'p3'), organisationId: id }), {
    selector: (party) => party.id,
  }),
  signatories: fc.uniqueArray(fc.record({ id: fc.constantFrom('s1', 's2'), personId: id }), {
    selector: (signatory) => signatory.id,
  }),
});
// Whoever stays was not merged: a leads to b, c to d.
const staying = { organisations: new Map([['a', 'b']]), persons: new Map([['c', 'd']]) };

describe('a document that names merged records', () => {
  it('is written as it was when it was only read', () => {
    fc.assert(
      fc.property(document, (before) => {
        const read = namingWhoStays(before, staying);
        expect(namingAsBefore(read, before, staying)).toEqual(before);
        expect(namingWhoStays(read, staying)).toEqual(read);
      }),
    );
  });

  it('names who stays, and keeps what else somebody names', () => {
    const before = { parties: [{ id: 'p1', organisationId: 'a' }], signatories: [] };
    expect(namingWhoStays(before, staying).parties).toEqual([{ id: 'p1', organisationId: 'b' }]);
    const now = {
      parties: [
        { id: 'p1', organisationId: 'd' },
        { id: 'p2', organisationId: 'b' },
      ],
      signatories: [],
    };
    expect(namingAsBefore(now, before, staying)).toEqual(now);
  });
});
