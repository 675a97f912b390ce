import { Turns } from './turns';

describe('turns', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  /** Takes turns for keys; answers who has begun, in order, and how to end one. */
  function taking(turns: Turns) {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const take = (name: string, key: string) =>
      turns.take(key).then((end) => {
        if (end === null) return begun.push(`${name} refused`);
        ends.set(name, end);
        return begun.push(name);
      });
    return { begun, take, end: (name: string) => ends.get(name)?.() };
  }

  it('are so many at once, in the order of asking', async () => {
    const { begun, take, end } = taking(new Turns({ atOnce: 2, ofOne: 2, waiting: 10 }));
    for (const name of ['a', 'b', 'c', 'd']) void take(name, name);
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await settled();
    end('a');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leave room beside one who asks for many', async () => {
    const { begun, take, end } = taking(new Turns({ atOnce: 3, ofOne: 2, waiting: 10 }));
    for (const name of ['a1', 'a2', 'a3']) void take(name, 'a');
    void take('b1', 'b');
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    end('b1');
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    end('a1');
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('are refused when too many wait', async () => {
    const { begun, take } = taking(new Turns({ atOnce: 1, ofOne: 1, waiting: 1 }));
    for (const name of ['a', 'b', 'c']) void take(name, name);
    await settled();
    expect(begun).toEqual(['a', 'c refused']);
  });
});
