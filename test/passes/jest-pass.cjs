/** One run of Jest, counted. */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ROOT, run } = require('./processes.cjs');

const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * What a report of Jest counts for. A suite that does not load, a skipped test, a run without a report or
 * without a test is a failure, so that nothing passes by not running.
 */
function countOf(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || !report.success || numPassedTests === 0);
  return { passed: numPassedTests, failed: unexplained ? 1 : failed };
}

/** Runs the test files that match `patterns` (all without one). */
async function runJest(patterns, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mithaq-report-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await run(process.execPath, [JEST, '--json', '--outputFile', report, ...patterns], env);
    return countOf(readReport(report), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { countOf, runJest };
