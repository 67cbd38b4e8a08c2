import { readFile, stat } from 'node:fs/promises';
import { takeReturnedMail } from '../domains/outreach/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

const largest_bytes = 100_000_000;

/** Takes in what mail servers sent back: the way from a mailbox for returned mail to the list of whom not to write to. */
export const mailBounced: Command = {
  name: 'mail bounced',
  usage: 'FILE [--json]',
  summary: 'take note of returned mailings and complaints in a mail or mailbox file (mbox)',
  flags: {},
  async run({ args: [file, ...rest], house, out }) {
    if (!file || rest.length > 0) throw new UsageError('name one file: a mail that came back, or a mailbox of them');
    const text = await read(file);
    const { database } = await house();
    const counts = await database.write('contact', (w) => takeReturnedMail(w, text));
    out.report(
      counts,
      ({ bounces, complaints, others }) =>
        `${bounces} addresses failed and ${complaints} people complained: no mailing goes to them any more. ` +
        `${others} other mails were left alone.`,
    );
  },
};

async function read(file: string): Promise<string> {
  const { size } = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} can't be read: ${error.code}.`);
  });
  if (size > largest_bytes) throw new OperatorError(`${file} is larger than 100 MB: split it.`);
  return readFile(file, 'latin1');
}
