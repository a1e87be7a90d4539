import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Totals */

/** A failure is named by its file, its test and the first line of what went wrong. */
const nameOf = (file, test, message) =>
  `${file.split(/[\\/]/).at(-1)} > ${test}: ${(message ?? '').split('\n')[0].slice(0, 200)}`;

/** What vitest's json report counts; a file that could not even be read counts as one failure. @param {string} report @returns {Totals} */
export function readTotals(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => nameOf(name, fullName, failureMessages?.[0])),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numTotalTests - numPassedTests - numFailedTests,
    failures: [...failures, ...broken.map(({ name, message }) => nameOf(name, 'the file itself', message))],
  };
}
