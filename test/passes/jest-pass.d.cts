export interface JestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults?: readonly {
    /** Absolute path of the file. */
    name: string;
    message?: string;
    /** Milliseconds of the system's clock. */
    startTime?: number;
    endTime?: number;
    assertionResults: readonly {
      fullName: string;
      status: string;
      failureMessages?: readonly string[] | null;
    }[];
  }[];
}

export interface Count {
  passed: number;
  failed: number;
}

export function countOf(report: JestReport | undefined, exitCode: number): Count;

export function failuresOf(report: JestReport | undefined): string[];

export function slowestOf(report: JestReport | undefined, count?: number): string;
