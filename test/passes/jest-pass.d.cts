export interface JestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

export interface Count {
  passed: number;
  failed: number;
}

export function countOf(report: JestReport | undefined, exitCode: number): Count;
