import { CountedMinute } from './counted-minute';

describe('the counts of a minute in one process', () => {
  it('add what others have counted to its own', () => {
    const minute = new CountedMinute(1);
    minute.countOne('a');
    minute.countOne('a');
    expect([...minute.take()]).toEqual([['a', 2]]);
    minute.know(new Map([['a', 7]]));
    expect(minute.countOne('a')).toBe(8);
    expect([...minute.take()]).toEqual([['a', 1]]);
  });

  it('count on while an exchange is under way', () => {
    const minute = new CountedMinute(1);
    minute.countOne('a');
    minute.take();
    expect(minute.countOne('a')).toBe(2);
    minute.know(new Map([['a', 5]]));
    expect(minute.countOne('a')).toBe(7);
  });

  it('lose nothing when the store does not take it', () => {
    const minute = new CountedMinute(1);
    minute.countOne('a');
    const taken = minute.take();
    minute.countOne('a');
    minute.giveBack(taken);
    expect(minute.countOne('a')).toBe(3);
    expect([...minute.take()]).toEqual([['a', 3]]);
  });

  it('say nothing when nothing happened', () => {
    const minute = new CountedMinute(1);
    minute.countOne('a');
    minute.know(minute.take());
    expect(minute.take().size).toBe(0);
  });

  it('keep to their memory', () => {
    const minute = new CountedMinute(1);
    for (let each = 0; each < 60_000; each += 1) minute.countOne(`key ${each}`);
    expect(minute.take().size).toBe(50_000);
  });
});
