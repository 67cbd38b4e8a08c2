import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { checkReceipt, type LogReport, type ReceiptCheck, verifyLog } from '../domains/ledger/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

/** Checks a receipt of the ledger, or the whole log with every line of every ledger. */
export const ledgerVerify: Command = {
  name: 'ledger verify',
  usage: '[FILE] [--json]',
  summary: "check a receipt ('-': standard input), or without one the whole ledger; exit code 1 when it was changed",
  flags: {},
  async run({ args: [file, ...rest], house, out }) {
    if (rest.length > 0) throw new UsageError('name one receipt, or none');
    if (file) {
      const receipt = await readReceipt(file);
      const { database } = await house();
      const check = await checkReceipt(database, receipt);
      out.report(check, describeCheck);
      if (check.type !== 'sound') throw new OperatorError('The receipt does not hold.');
      return;
    }
    const { database } = await house();
    const report = await verifyLog(database);
    out.report(report, describeReport);
    if (report.faults.length > 0) throw new OperatorError('The ledger is not what was signed and noted.');
  },
};

async function readReceipt(file: string): Promise<string> {
  try {
    return await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(`The receipt ${file} can't be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

const faults = {
  'no-receipt': 'This is no receipt of a ledger.',
  changed: 'The receipt was changed: entry, salt, proof and root do not lead to one another.',
  unsigned: "The receipt's head is not signed by this site.",
  forked: "The site signed this receipt's head, and its log is another one today.",
} as const;

function describeCheck(check: ReceiptCheck): string {
  if (check.type === 'refused') return faults[check.because];
  const { entry, log } = check.receipt;
  const by = entry.role ? `${entry.by}, ${entry.role}` : entry.by;
  return [
    `Sound: ${entry.kind} at ${entry.at}, by ${by}.`,
    `Entry ${log.position + 1} of the ${log.head.size} that were signed at ${log.head.signed_at}; the log of today continues them.`,
  ].join('\n');
}

function describeReport({ leaves, heads, entries, faults: found }: LogReport): string {
  const checked = `${leaves} leaves against ${heads} signed heads, and ${entries} lines of ledgers against their leaves.`;
  if (found.length === 0) return `Sound: ${checked}`;
  return [`Checked ${checked}`, ...found.map(({ because, where }) => `${because}: ${where}`)].join('\n');
}
