import { join } from 'node:path';
import { countOf, failuresOf, type JestReport, slowestOf } from './jest-pass.cjs';

const GREEN: JestReport = {
  success: true,
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('a run of Jest counts', () => {
  it('its tests when all is well', () => {
    expect(countOf(GREEN, 0)).toEqual({ passed: 12, failed: 0 });
  });

  it.each<[string, JestReport | undefined, number, number]>([
    ['failed tests', { ...GREEN, success: false, numFailedTests: 2 }, 1, 2],
    ['a file that does not load', { ...GREEN, success: false, numRuntimeErrorTestSuites: 1 }, 1, 1],
    ['skipped tests', { ...GREEN, numPendingTests: 3 }, 0, 3],
    ['tests that are only planned', { ...GREEN, numTodoTests: 1 }, 0, 1],
    ['a run without a test', { ...GREEN, numPassedTests: 0 }, 0, 1],
    ['an end that no test explains', GREEN, 1, 1],
    ['a run that left no report', undefined, 1, 1],
  ])('%s as failures', (_what, report, exitCode, failed) => {
    expect(countOf(report, exitCode).failed).toBe(failed);
  });
});

describe('what failed is named', () => {
  const file = (name: string) => join(__dirname, '../..', name);

  it('by file and test, with the first line of what it says', () => {
    const report: JestReport = {
      ...GREEN,
      testResults: [
        {
          name: file('libs/a.spec.ts'),
          assertionResults: [
            { fullName: 'a holds', status: 'passed', failureMessages: [] },
            {
              fullName: 'a breaks',
              status: 'failed',
              failureMessages: ['\u001b[31mExpected 1\u001b[39m\n  at x'],
            },
            { fullName: 'a waits', status: 'pending', failureMessages: null },
          ],
        },
        { name: file('libs/b.spec.ts'), message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(failuresOf(report)).toEqual([
      'libs/a.spec.ts › a breaks (failed) › Expected 1',
      'libs/a.spec.ts › a waits (pending)',
      'libs/b.spec.ts › does not run › Cannot find module',
    ]);
  });

  it('as nothing when there is no report', () => {
    expect(failuresOf(undefined)).toEqual([]);
  });
});

describe('what took longest is named', () => {
  it('with its seconds, the longest first, as many as are asked for', () => {
    const took = (name: string, seconds: number) => ({
      name: join(__dirname, '../..', name),
      startTime: 5_000,
      endTime: 5_000 + seconds * 1_000,
      assertionResults: [],
    });
    const testResults = [
      took('a.spec.ts', 2),
      took('b.spec.ts', 40),
      took('c.spec.ts', 0),
      took('d.spec.ts', 7),
    ];
    expect(slowestOf({ ...GREEN, testResults }, 2)).toBe('b.spec.ts 40 s, d.spec.ts 7 s');
    expect(slowestOf(undefined)).toBe('');
  });
});
