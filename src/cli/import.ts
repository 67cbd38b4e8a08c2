import { type ImportProgress, importCourse } from '../domains/exchange/index.ts';
import { type Command, UsageError } from './command.ts';
import { describeCourse } from './course-report.ts';

/**
 * Brings a course in, from a folder or a `.tar.gz` in the Open edX format:
 *
 *     npm run -s mooc -- import ../shared/courses/demo-2026.tar.gz --org LakeU --publish
 */
export const importCommand: Command = {
  name: 'import',
  usage: 'PATH [--org KEY] [--course NUMBER] [--run RUN] [--publish] [--json]',
  summary: 'bring a course in, from a folder or .tar.gz in the Open edX format',
  flags: { org: 'string', course: 'string', run: 'string', publish: 'boolean' },
  async run({ args: [path, ...rest], flags, house, out }) {
    if (!path || rest.length > 0) throw new UsageError('name one folder or archive');
    const onProgress = (progress: ImportProgress) => out.progress(sayProgress(progress));
    const wish = {
      org: text(flags.org),
      number: text(flags.course),
      run: text(flags.run),
      publish: flags.publish === true,
    };
    const result = await importCourse(await house(), path, { ...wish, author: null, onProgress });
    out.progress('');
    out.report(result, (r) => {
      const how = r.isNew ? 'Imported' : 'Imported as a new version of';
      return `${how} ${r.courseKey} (${r.title})${r.isPublished ? ', published' : ', not published'}.\n${describeCourse(r)}`;
    });
  },
};

function text(flag: string | boolean | undefined): string | undefined {
  return typeof flag === 'string' ? flag : undefined;
}

function sayProgress({ step, count }: ImportProgress): string {
  if (step === 'storing') return 'storing';
  return step === 'blocks' ? 'reading blocks' : `reading files: ${count}`;
}
