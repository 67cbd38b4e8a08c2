import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { splitMailbox, takePrivacyMail } from '../domains/requests/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

const largest_bytes = 100_000_000;

/** Takes in mail to the privacy address: from a file, a mailbox file, or piped in by the mail server. */
export const mailPrivacy: Command = {
  name: 'mail privacy',
  usage: 'FILE [--json]',
  summary: "make requests of mail to the privacy address: a mail, a mailbox file (mbox), or '-' for what is piped in",
  flags: {},
  async run({ args: [file, ...rest], config, house, out }) {
    if (!file || rest.length > 0) throw new UsageError("name one file: a mail or a mailbox of them, or '-'");
    const mails = splitMailbox(await read(file));
    const { database } = await house();
    const counts = { requests: 0, replies: 0, left: 0 };
    for (const mail of mails) {
      const taken = await takePrivacyMail(database, mail, config.operator.timeZone);
      counts[taken === 'request' ? 'requests' : taken === 'reply' ? 'replies' : 'left'] += 1;
    }
    out.report(
      counts,
      ({ requests, replies, left }) =>
        `${requests} new requests and ${replies} replies. ${left} mails were left: programs wrote them, or they were taken before.`,
    );
  },
};

async function read(file: string): Promise<Buffer> {
  if (file === '-') return checkSize(await buffer(process.stdin), 'What is piped in');
  const { size } = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} can't be read: ${error.code}.`);
  });
  if (size > largest_bytes) throw new OperatorError(`${file} is larger than 100 MB: split it.`);
  return readFile(file);
}

function checkSize(bytes: Buffer, what: string): Buffer {
  if (bytes.length > largest_bytes) throw new OperatorError(`${what} is larger than 100 MB: split it.`);
  return bytes;
}
