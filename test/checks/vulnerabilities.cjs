/**
 * Known vulnerabilities of production packages, where the registry answers that question: high and critical ones fail.
 * A registry that does not answer is no failure, and is said.
 */
const { spawnSync } = require('node:child_process');

/** What the answer of `npm audit --json` means: a sentence, and whether the check fails. */
function verdictOf(output) {
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { failed: false, sentence: 'not run: npm audit (the registry gave no answer that can be read)' };
  }
  const counts = report.metadata?.vulnerabilities;
  if (!counts) return { failed: false, sentence: `not run: npm audit (${report.message ?? 'no answer'})` };
  const grave = (counts.high ?? 0) + (counts.critical ?? 0);
  const names = Object.values(report.vulnerabilities ?? {})
    .filter(({ severity }) => ['high', 'critical'].includes(severity))
    .map(({ name, severity }) => `${name} (${severity})`);
  return grave > 0
    ? { failed: true, sentence: `npm audit: ${names.join(', ')}` }
    : { failed: false, sentence: `npm audit: no high or critical finding in production packages` };
}

module.exports = { verdictOf };

if (require.main === module) {
  const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const { failed, sentence } = verdictOf(error ? '' : stdout);
  console.log(sentence);
  if (failed) process.exitCode = 1;
}
