import { pullCourse } from '../domains/exchange/index.ts';
import { type Command, UsageError } from './command.ts';

/** Writes a course to a folder, to be edited there and pushed back. */
export const pull: Command = {
  name: 'pull',
  usage: 'COURSE DIR [--json]',
  summary: 'write a course to a new folder, to edit it there and push it back',
  flags: {},
  async run({ args: [courseKey, folder, ...rest], house, out }) {
    if (!courseKey || !folder || rest.length > 0) throw new UsageError('name a course and one folder');
    const result = await pullCourse(await house(), courseKey, folder);
    out.report(
      { ...result, folder },
      (r) =>
        `Pulled ${r.courseKey} at version ${r.version} to ${r.folder}: ${r.files} files. Edit them, then: mooc push ${r.folder}`,
    );
  },
};
