import { mayMailAgain } from './mail-again';

const NOW = new Date('2026-11-23T10:00:00Z');
const minutesAgo = (...minutes: number[]) => minutes.map((one) => new Date(NOW.getTime() - one * 60_000));

describe('one more mail', () => {
  it.each([
    ['is sent to who had none', minutesAgo(), true],
    ['waits for five minutes', minutesAgo(4.9), false],
    ['is sent after them', minutesAgo(5), true],
    ['is the fifth of the day', minutesAgo(10, 20, 30, 40), true],
    ['is not the sixth', minutesAgo(10, 20, 30, 40, 50), false],
    ['does not count those of yesterday', minutesAgo(10, 20, 30, 40, 24 * 60), true],
  ])('%s', (_, earlier, may) => expect(mayMailAgain(earlier, NOW)).toBe(may));
});
