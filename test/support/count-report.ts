import path from 'node:path';

/** How a part of the test run went. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** What failed, each with the first lines of its error. */
  readonly failures: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file could not be loaded. */
    readonly message?: string;
    readonly assertionResults: readonly Result[];
  }[];
}

interface Result {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages?: readonly (string | null)[];
}

/** Enough to know a fault by; the whole error stands further up. */
const most_failures = 30;
const most_lines = 8;
const longestLine_chars = 200;

/** Counts a report. A run that ended badly while no test failed has failed outside of any test. */
export function countReport(report: Report, exitCode: number): Count {
  const results = report.testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = path.relative(process.cwd(), name);
    // A file that could not even be loaded holds no tests, and is one that failed.
    const isBroken = status === 'failed' && !assertionResults.some((result) => result.status === 'failed');
    const own: readonly Result[] = isBroken ? [{ status, fullName: '', failureMessages: [message] }] : [];
    return [...own, ...assertionResults].map((result) => ({ ...result, file }));
  });
  // A file whose tests are made from the corpus makes none where that is absent.
  const empty = report.testResults.filter((file) => file.status !== 'failed' && file.assertionResults.length === 0);
  const of = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status));
  const failures = of('failed').map(({ file, fullName, failureMessages = [] }) =>
    describeFailure(`${file} ${fullName}`.trimEnd(), failureMessages.join('\n')),
  );
  if (exitCode !== 0 && failures.length === 0) failures.push('something outside of any test');
  return {
    passed: of('passed').length,
    failed: failures.length,
    skipped: [
      ...of('skipped', 'pending', 'todo').map(({ fullName }) => fullName),
      ...empty.map(({ name }) => path.relative(process.cwd(), name)),
    ],
    failures: failures.slice(0, most_failures),
  };
}

/** What failed, and the beginning of what it said. */
export function describeFailure(what: string, said: string): string {
  const lines = said.split('\n').slice(0, most_lines);
  return [what, ...lines.map((line) => `  ${line.slice(0, longestLine_chars)}`)].join('\n');
}
