import { isWithinBudget } from './body-budget';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
const broad = (keys: number) =>
  Object.fromEntries(Array.from({ length: keys }, (_, index) => [`k${index}`, 1]));

describe('the budget of a body', () => {
  it.each<[string, unknown, boolean]>([
    ['no body', undefined, true],
    ['a text', 'x'.repeat(10_000), true],
    ['twenty levels', nested(20), true],
    ['thirty levels', nested(30), false],
    ['five thousand levels', nested(5000), false],
    ['a hundred keys', broad(100), true],
    ['ninety thousand keys', broad(90_000), false],
    ['a list of five hundred', Array.from({ length: 500 }, () => ({})), true],
    ['a list of thousands', Array.from({ length: 340_000 }, () => ({})), false],
    ['very many values', Array.from({ length: 400 }, () => broad(100)), false],
  ])('%s', (_, body, within) => expect(isWithinBudget(body)).toBe(within));
});
