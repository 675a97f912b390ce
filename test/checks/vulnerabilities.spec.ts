import { verdictOf } from './vulnerabilities.cjs';

const report = (counts: Record<string, number>, vulnerabilities = {}) =>
  JSON.stringify({ metadata: { vulnerabilities: counts }, vulnerabilities });

describe('the check of known vulnerabilities', () => {
  it('fails on what is high or critical, and names it', () => {
    const found = { left: { name: 'left', severity: 'high' }, right: { name: 'right', severity: 'low' } };
    expect(verdictOf(report({ low: 1, high: 1 }, found))).toEqual({
      failed: true,
      sentence: 'npm audit: left (high)',
    });
  });

  it('is content with less', () => {
    expect(verdictOf(report({ low: 3, moderate: 2, high: 0, critical: 0 })).failed).toBe(false);
  });

  it.each(['', 'nonsense', '{"message":"405 Method Not Allowed"}'])(
    'says that it did not run when the registry answers %j',
    (answer) => {
      const { failed, sentence } = verdictOf(answer);
      expect(failed).toBe(false);
      expect(sentence).toMatch(/^not run: npm audit \(/);
    },
  );
});
