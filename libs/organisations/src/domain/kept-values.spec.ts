import fc from 'fast-check';
import { KeptValue, changesOfValues } from './kept-values';

const kept = (id: string, value: string, language: string | null = null, preferred = false): KeptValue => ({
  id,
  value,
  language,
  preferred,
});

describe('values that replace others', () => {
  it('keep the id of what stays', () => {
    const changes = changesOfValues(
      [kept('1', 'Chaume', null, true), kept('2', 'Chome'), kept('3', 'Old')],
      [
        { value: 'Chaume', language: null, preferred: true },
        { value: 'Chome', language: 'fr', preferred: false },
        { value: 'New', language: null, preferred: false },
      ],
    );
    expect(changes).toEqual({
      removed: ['3'],
      changed: [['2', { value: 'Chome', language: 'fr', preferred: false }]],
      added: [{ value: 'New', language: null, preferred: false }],
    });
  });

  it('are those that are wanted, whatever was kept', () => {
    const values = fc.uniqueArray(
      fc.record({
        value: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        language: fc.constantFrom('ar', 'fr', null),
        preferred: fc.boolean(),
      }),
      { selector: ({ value }) => value },
    );
    fc.assert(
      fc.property(values, values, (before, wanted) => {
        const stored = new Map(before.map((value, index) => [String(index), value]));
        const rows = before.map((value, index) => ({ ...value, id: String(index) }));
        const { removed, changed, added } = changesOfValues(rows, wanted);
        removed.forEach((id) => stored.delete(id));
        changed.forEach(([id, value]) => stored.set(id, { ...stored.get(id), ...value }));
        const after = [...stored.values(), ...added];
        const order = (a: { value: string }, b: { value: string }) => (a.value < b.value ? -1 : 1);
        expect(after.sort(order)).toEqual([...wanted].sort(order));
      }),
    );
  });
});
