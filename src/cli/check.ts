import { checkCourse } from '../domains/exchange/index.ts';
import { type Command, UsageError } from './command.ts';
import { describeCourse } from './course-report.ts';

/** Reads a course as an import would, and stores nothing. Needs no database. */
export const check: Command = {
  name: 'check',
  usage: 'PATH [--json]',
  summary: 'say what a course holds and what is odd about it, without storing it',
  flags: {},
  async run({ args: [path, ...rest], out }) {
    if (!path || rest.length > 0) throw new UsageError('name one folder or archive');
    const report = await checkCourse(path);
    out.report(report, (r) => `${r.key} (${r.title})\n${describeCourse(r)}`);
  },
};
