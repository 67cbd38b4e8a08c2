import { getDraftVersion } from '../domains/courses/index.ts';
import { checkCourse } from '../domains/exchange/index.ts';
import { checkStored } from '../domains/studio/index.ts';
import type { House } from '../house.ts';
import { OperatorError } from '../kernel/errors.ts';
import { describeCheck } from './check-report.ts';
import { type Command, UsageError } from './command.ts';
import { describeCourse } from './course-report.ts';

/**
 * Says what is odd about a course, as its learners would meet it: one in a folder or archive, as an import would read it
 * (needs no database, and runs no Python); or one that is here, by its key, as its authors work on it.
 */
export const check: Command = {
  name: 'check',
  usage: 'PATH | COURSE [--json]',
  summary: 'say what a course holds and what is odd about it, without storing it',
  flags: {},
  async run({ args: [path, ...rest], house, out }) {
    if (!path || rest.length > 0) throw new UsageError('name one folder, archive or course');
    if (/^(?:course|library)-v1:/.test(path)) {
      out.report(await checkHere(await house(), path), describeCheck);
      return;
    }
    const report = await checkCourse(path);
    out.report(report, (r) => `${r.key} (${r.title})\n${describeCourse(r)}\n\n${describeCheck(r.check)}`);
  },
};

async function checkHere({ database, versions, learning }: House, courseKey: string) {
  const r = database.read('provide');
  const version = await getDraftVersion(r, versions, courseKey);
  if (!version)
    throw new OperatorError(`There is no course ${courseKey} here. Its key looks like course-v1:Org+Course+Run.`);
  const runScript = learning.runnerFor(version);
  return checkStored(r, version, runScript ? { runScript } : {});
}
