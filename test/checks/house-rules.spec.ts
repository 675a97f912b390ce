import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { houseRules } from './house-rules.cjs';

const linter = new Linter({ cwd: process.cwd() });

function rulesBrokenBy(file: string, source: string): string[] {
  const messages = linter.verify(
    source,
    [{ files: ['**/*.ts'], languageOptions: { parser } }, ...houseRules],
    { filename: `${process.cwd()}/${file}` },
  );
  return messages.map((message) => message.ruleId ?? message.message);
}

const USE_CASE = 'libs/alerts/src/use-cases/plan-alerts.ts';

describe('the house rules refuse', () => {
  it.each([
    ['the time of the system', USE_CASE, 'export const at = new Date();', 'no-restricted-syntax'],
    ['the time of the system as text', USE_CASE, 'export const at = Date();', 'no-restricted-syntax'],
    ['the time in milliseconds', USE_CASE, 'export const at = Date.now();', 'no-restricted-properties'],
    ['the environment', USE_CASE, 'export const port = process.env.PORT;', 'no-restricted-properties'],
    [
      'the environment by import',
      USE_CASE,
      "import { env } from 'node:process';\nenv.A;",
      'no-restricted-imports',
    ],
    ['console', USE_CASE, "console.log('planned');", 'no-console'],
    [
      'now() in SQL',
      USE_CASE,
      'export const q = `SELECT 1 WHERE due <= now()`;',
      'house/no-server-time-in-sql',
    ],
    [
      'CURRENT_DATE in SQL',
      USE_CASE,
      "export const q = 'SELECT current_date';",
      'house/no-server-time-in-sql',
    ],
    ['a utils file', 'libs/alerts/src/domain/date-utils.ts', '', 'house/named-for-the-domain'],
    ['a common folder', 'libs/alerts/src/common/due.ts', '', 'house/named-for-the-domain'],
    ['a skipped test', 'test/e2e/login.spec.ts', "it.skip('logs in', () => {});", 'no-restricted-syntax'],
    ['a lonely test', 'test/e2e/login.spec.ts', "fit('logs in', () => {});", 'no-restricted-syntax'],
    ['work left for later', USE_CASE, '// TODO: finish', 'no-warning-comments'],
    ['a file over 400 lines', USE_CASE, 'export {};\n'.repeat(401), 'max-lines'],
  ])('%s', (_what, file, source, rule) => {
    expect(rulesBrokenBy(file, source)).toEqual([rule]);
  });
});

describe('the house rules allow', () => {
  it.each([
    [
      'the clock to read the time',
      'libs/platform/src/clock/system-clock.ts',
      'export const at = () => new Date(Date.now());',
    ],
    [
      'the settings to read the environment',
      'libs/platform/src/config/settings.ts',
      'export const env = process.env;',
    ],
    ['the launcher to write to the console', 'apps/standalone/src/start.ts', "console.log('READY');"],
    [
      'an entity to name the default of a column',
      'libs/audit/src/persistence/audit-entry.entity.ts',
      "export const column = { default: () => 'now()' };",
    ],
    ['a date from a value', USE_CASE, "export const at = new Date('2026-12-01');"],
    ['the word now in a sentence', USE_CASE, "export const text = 'now it is due';"],
    ['a word that only contains a drawer', 'libs/agreements/src/domain/commonwealth.ts', 'export {};'],
  ])('%s', (_what, file, source) => {
    expect(rulesBrokenBy(file, source)).toEqual([]);
  });
});
