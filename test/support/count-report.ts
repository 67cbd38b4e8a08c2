import path from 'node:path';

/** How a part of the test run went. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Counts a report. A run that ended badly while no test failed has failed outside of any test. */
export function countReport(report: Report, exitCode: number): Count {
  const results = report.testResults.flatMap(({ name, status, assertionResults }) =>
    // A file that could not even be loaded holds no tests, and is one that failed.
    status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
      ? [{ status, fullName: name }, ...assertionResults]
      : assertionResults,
  );
  // A file whose tests are made from the corpus makes none where that is absent.
  const empty = report.testResults.filter((file) => file.status !== 'failed' && file.assertionResults.length === 0);
  const of = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status));
  const failed = of('failed').length;
  return {
    passed: of('passed').length,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: [
      ...of('skipped', 'pending', 'todo').map(({ fullName }) => fullName),
      ...empty.map(({ name }) => path.relative(process.cwd(), name)),
    ],
  };
}
