import { type CourseMovedOn, type NothingToPush, type Pushed, pushCourse } from '../domains/exchange/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { describeCheck } from './check-report.ts';
import { type Command, UsageError } from './command.ts';
import { describeFindings } from './course-report.ts';
import { describeDifference, describePlace } from './difference-report.ts';

/** Makes a version of a course from a folder that was pulled and edited; without `--yes` it only says what it would do. */
export const push: Command = {
  name: 'push',
  usage: 'DIR [--yes] [--message TEXT] [--publish] [--json]',
  summary: 'say what was edited in a folder that was pulled; with --yes make a version of it',
  flags: { yes: 'boolean', message: 'string', publish: 'boolean' },
  async run({ args: [folder, ...rest], flags, house, out }) {
    if (!folder || rest.length > 0) throw new UsageError('name one folder');
    const message = typeof flags.message === 'string' ? flags.message.trim().slice(0, longest_message) : '';
    const wish = { isSure: flags.yes === true, publish: flags.publish === true, message: message || 'Pushed' };
    const result = await pushCourse(await house(), folder, wish);
    out.report(result, (r) => describe(r, wish.publish));
    if (result.type === 'moved-on') {
      throw new OperatorError('Nothing was pushed. Pull the course again to a new folder, and bring your edits over.');
    }
  },
};

const longest_message = 300;

function describe(result: CourseMovedOn | NothingToPush | Pushed, publish: boolean): string {
  if (result.type === 'moved-on') return describeMoved(result);
  const { courseKey } = result;
  if (result.type === 'nothing') {
    return result.isPublished
      ? `Nothing changed; ${courseKey} is published now as it is.`
      : `Nothing changed: the folder is as ${courseKey} is.`;
  }
  const { type, version, difference, findings, check, isPublished } = result;
  const end =
    type === 'pushed'
      ? `Pushed ${courseKey} as version ${version}${isPublished ? ', published' : ', not published'}.`
      : `Nothing is stored yet. To do it: the same again with --yes${publish ? '' : ', and --publish if learners shall see it at once'}.`;
  const odd = findings.filter(({ level }) => level !== 'note');
  return [
    describeDifference(difference),
    ...(odd.length > 0 ? [describeFindings(odd, odd.length)] : []),
    describeCheck(check),
    end,
  ].join('\n\n');
}

function describeMoved({ courseKey, pulled, now, moved }: CourseMovedOn): string {
  const lines = moved.map((block) => `  ${block.type} ${describePlace(block)}`);
  const what = lines.length > 0 ? lines : ['  settings, texts or files only'];
  return [`${courseKey} moved on: version ${pulled} was pulled, and it is at ${now}. Since then:`, ...what].join('\n');
}
