import { exportCourse } from '../domains/exchange/index.ts';
import { type Command, UsageError } from './command.ts';

/** Writes a course out, to take it elsewhere or to work on it with other tools. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'COURSE PATH [--json]',
  summary: 'write a course to a folder or .tar.gz in the Open edX format',
  flags: {},
  async run({ args: [courseKey, path, ...rest], house, out }) {
    if (!courseKey || !path || rest.length > 0) throw new UsageError('name a course and one folder or archive');
    const result = await exportCourse(await house(), courseKey, path);
    out.report({ ...result, path }, (r) => `Exported ${r.courseKey} to ${r.path}: ${r.files} files.`);
  },
};
