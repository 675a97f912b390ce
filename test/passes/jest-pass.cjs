/** One run of Jest, counted. */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, relative } = require('node:path');
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

/** What failed, a line each: a test by its file and name with the first line of what it says, or a file that does not load. */
function failuresOf(report) {
  const line = (file, name, message = '') =>
    [relative(ROOT, file), name, firstLine(message)].filter(Boolean).join(' › ');
  return (report?.testResults ?? []).flatMap(({ name: file, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status !== 'passed');
    if (assertionResults.length === 0) return [line(file, 'does not run', message)];
    return failed.map(({ fullName, status, failureMessages }) =>
      line(file, `${fullName} (${status})`, failureMessages?.[0]),
    );
  });
}

/** What a message says first, without the colours of a terminal. */
function firstLine(message) {
  // Colours begin with the control character ESC.
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  return (
    plain
      .split('\n')
      .find((text) => text.trim() !== '')
      ?.trim() ?? ''
  );
}

/** The files that took longest, a line for all: where to look when a pass takes too long. */
function slowestOf(report, count = 8) {
  const seconds = ({ startTime, endTime }) => Math.round((endTime - startTime) / 1000);
  return (report?.testResults ?? [])
    .filter(({ startTime, endTime }) => endTime > startTime)
    .sort((a, b) => seconds(b) - seconds(a))
    .slice(0, count)
    .map((file) => `${relative(ROOT, file.name)} ${seconds(file)} s`)
    .join(', ');
}

/** Runs the test files that match `patterns` (all without one); with `tell` what is said goes there. */
async function runJest(patterns, env = {}, tell = undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'mithaq-report-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await run(
      process.execPath,
      [JEST, '--json', '--outputFile', report, ...patterns],
      env,
      tell,
    );
    const told = readReport(report);
    return { ...countOf(told, exitCode), failures: failuresOf(told), slowest: slowestOf(told) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { countOf, failuresOf, runJest, slowestOf };
