import { differenceOfWords } from './word-difference';

const told = (before: string, after: string) =>
  differenceOfWords(before, after).map(({ is, words }) => `${is}:${words}`);

/** Sentences of a seeded generator, so that each run sees the same. */
function* sentences(seed: number): Generator<string> {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const words = ['jobs', 'by', '2029', 'منصب', 'شغل', 'à', 'créer', ' ', '\n', 'in', 'Fès'];
  for (;;) yield Array.from({ length: next(12) }, () => words[next(words.length)]).join(' ');
}

describe('the difference between two texts', () => {
  it('names what went, what came and what stayed', () => {
    expect(told('200 jobs by 2029', '250 jobs by 2030')).toEqual([
      'removed:200',
      'added:250',
      'kept: jobs by',
      'removed: 2029',
      'added: 2030',
    ]);
  });

  it('is one stretch for equal texts, and two for texts that share nothing', () => {
    expect(told('a b', 'a b')).toEqual(['kept:a b']);
    expect(told('a', 'b')).toEqual(['removed:a', 'added:b']);
    expect(told('', 'b')).toEqual(['added:b']);
  });

  it('loses no letter of either text', () => {
    const made = sentences(7);
    for (let round = 0; round < 400; round += 1) {
      const before = made.next().value as string;
      const after = made.next().value as string;
      const stretches = differenceOfWords(before, after);
      const without = (is: string) =>
        stretches
          .filter((stretch) => stretch.is !== is)
          .map(({ words }) => words)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }
  });

  it('tells very long texts apart as wholes', () => {
    const long = (word: string) => Array.from({ length: 2000 }, (_, n) => `${word}${n}`).join(' ');
    expect(differenceOfWords(long('a'), long('b')).map(({ is }) => is)).toEqual(['removed', 'added']);
  });
});
