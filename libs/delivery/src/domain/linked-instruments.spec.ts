import * as fc from 'fast-check';
import { familiesOf } from './linked-instruments';

const link = (fromAgreementId: string, toAgreementId: string) => ({ fromAgreementId, toAgreementId });
const agreement = fc.constantFrom(...'abcdefghijklmnop');
const links = fc.array(fc.tuple(agreement, agreement).map(([from, to]) => link(from, to)));

describe('families of linked instruments', () => {
  it('join a memorandum, its convention and the amendment of the convention', () => {
    const families = familiesOf([
      link('memorandum', 'convention'),
      link('amendment', 'convention'),
      link('x', 'y'),
    ]);
    expect(families.get('memorandum')).toBe(families.get('amendment'));
    expect(families.get('memorandum')).not.toBe(families.get('x'));
    expect(families.get('alone')).toBeUndefined();
  });

  it('hold both ends of every link', () => {
    fc.assert(
      fc.property(links, (all) => {
        const families = familiesOf(all);
        for (const { fromAgreementId, toAgreementId } of all) {
          expect(families.get(fromAgreementId)).toBe(families.get(toAgreementId));
        }
      }),
    );
  });

  it('part agreements that no chain of links connects', () => {
    fc.assert(
      fc.property(links, links, (left, right) => {
        const other = right.map(({ fromAgreementId, toAgreementId }) =>
          link(`${fromAgreementId}'`, `${toAgreementId}'`),
        );
        const families = familiesOf([...left, ...other]);
        const numbers = (ids: string[]) => new Set(ids.map((id) => families.get(id)));
        const leftNumbers = numbers(left.map(({ fromAgreementId }) => fromAgreementId));
        for (const number of numbers(other.map(({ fromAgreementId }) => fromAgreementId))) {
          expect(leftNumbers.has(number)).toBe(false);
        }
      }),
    );
  });

  it('do not depend on the direction or the order of the links', () => {
    const partition = (families: ReadonlyMap<string, number>) => {
      const groups = new Map<number, string[]>();
      for (const [id, number] of families) groups.set(number, [...(groups.get(number) ?? []), id].sort());
      return [...groups.values()].map((ids) => ids.join('')).sort();
    };
    fc.assert(
      fc.property(links, (all) => {
        const turned = all.map(({ fromAgreementId, toAgreementId }) => link(toAgreementId, fromAgreementId));
        expect(partition(familiesOf(turned.reverse()))).toEqual(partition(familiesOf(all)));
      }),
    );
  });
});
