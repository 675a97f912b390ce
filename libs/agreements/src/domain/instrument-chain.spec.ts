import * as fc from 'fast-check';
import { DirectedLink, inChainOrder, leadsBack } from './instrument-chain';

const ends = fc.constantFrom(...'abcdefgh');
const link = fc.tuple(ends, ends).map(([from, to]): DirectedLink => ({ from, to }));

/** Links recorded one after the other, as people may: none that leads back. */
const recorded = fc
  .array(link, { maxLength: 15 })
  .map((all) =>
    all.reduce<DirectedLink[]>((kept, one) => (leadsBack(kept, one) ? kept : [...kept, one]), []),
  );

describe('a chain of instruments', () => {
  it('knows what leads back', () => {
    const links = [
      { from: 'memorandum', to: 'convention' },
      { from: 'convention', to: 'amendment' },
    ];
    expect(leadsBack(links, { from: 'amendment', to: 'memorandum' })).toBe(true);
    expect(leadsBack(links, { from: 'memorandum', to: 'amendment' })).toBe(false);
    expect(leadsBack([], { from: 'convention', to: 'convention' })).toBe(true);
  });

  it('stands in the order in which one follows from the other', () => {
    fc.assert(
      fc.property(recorded, fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 }), (links, ids) => {
        const ordered = inChainOrder(
          ids.map((id) => ({ id })),
          links,
        ).map(({ id }) => id);
        expect([...ordered].sort()).toEqual([...ids].sort());
        for (const { from, to } of links.filter((one) => ids.includes(one.from) && ids.includes(one.to))) {
          expect(ordered.indexOf(from)).toBeLessThan(ordered.indexOf(to));
        }
        expect(
          inChainOrder(
            ids.map((id) => ({ id })),
            [],
          ).map(({ id }) => id),
        ).toEqual(ids);
      }),
    );
  });

  it('holds everybody, also in a circle', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 15 }), (links) => {
        const members = [...'abcdefgh'].map((id) => ({ id }));
        expect(
          inChainOrder(members, links)
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...'abcdefgh']);
      }),
    );
  });
});
