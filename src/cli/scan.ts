import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Hit, scanFolder } from '../domains/ops/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

const most_values = 1_000;

/** Looks into every byte of a folder. The values come from a file or standard input: a command line is seen by others. */
export const scan: Command = {
  name: 'scan',
  usage: 'DIR --for FILE [--json]',
  summary:
    "look for values, one a line of FILE ('-': standard input), in every byte of a folder; exit code 1 when found",
  flags: { for: 'string' },
  async run({ args: [folder, ...rest], flags, out }) {
    if (!folder || rest.length > 0) throw new UsageError('name one folder');
    if (typeof flags.for !== 'string') throw new UsageError('name the file with the values, or - for standard input');
    const values = await readValues(flags.for);
    const found = await scanFolder(folder, values);
    out.report(found, ({ files, size_bytes, hits }) =>
      [...hits.map(describeHit), `${hits.length} found in ${files} files (${size_bytes} bytes).`].join('\n'),
    );
    if (found.hits.length > 0) throw new OperatorError('The values are still there.');
  },
};

async function readValues(file: string): Promise<string[]> {
  const given = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error) => {
    throw new OperatorError(`The values in ${file} can't be read: ${error.code}.`);
  });
  const values = given.split(/\r?\n/).filter((line) => line.length > 0);
  if (values.length === 0 || values.length > most_values)
    throw new OperatorError(`${file} must hold 1 to ${most_values} values, one a line.`);
  return values;
}

function describeHit({ file, value, spelling, way }: Hit): string {
  return `${file}: value ${value} as ${spelling} (${way})`;
}
