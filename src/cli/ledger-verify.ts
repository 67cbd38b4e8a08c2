import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  checkReceipt,
  checkReceiptAlone,
  type LogReport,
  type ReceiptCheck,
  verifyLog,
} from '../domains/ledger/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

/** Checks a receipt of the ledger, or the whole log with every line of every ledger. */
export const ledgerVerify: Command = {
  name: 'ledger verify',
  usage: '[FILE [--key KEY]] [--json]',
  summary:
    "check a receipt ('-': standard input) against this site, or against another's KEY alone; without one the whole ledger",
  flags: { key: 'string' },
  async run({ args: [file, ...rest], flags, house, out }) {
    if (rest.length > 0 || (flags.key !== undefined && !file)) throw new UsageError('name one receipt, or none');
    if (file) {
      const receipt = await readReceipt(file);
      const check =
        typeof flags.key === 'string'
          ? checkReceiptAlone(receipt, readKey(flags.key))
          : await checkReceipt((await house()).database, receipt);
      out.report(check, (found) => describeCheck(found, flags.key === undefined));
      if (check.type !== 'sound') throw new OperatorError('The receipt does not hold.');
      return;
    }
    const { database } = await house();
    const report = await verifyLog(database);
    out.report(report, describeReport);
    if (report.faults.length > 0) throw new OperatorError('The ledger is not what was signed and noted.');
  },
};

function readKey(key: string): Buffer {
  if (/^[0-9a-f]{64}$/.test(key)) return Buffer.from(key, 'hex');
  throw new UsageError('a key is 64 hex digits, as the site gives it at /ledger/key');
}

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

function describeCheck(check: ReceiptCheck, isLogAsked: boolean): string {
  if (check.type === 'refused') return faults[check.because];
  const { entry, log } = check.receipt;
  const by = entry.role ? `${entry.by}, ${entry.role}` : entry.by;
  return [
    `Sound: ${entry.kind} at ${entry.at}, by ${by}.`,
    `Entry ${log.position + 1} of the ${log.head.size} that were signed at ${log.head.signed_at}.`,
    isLogAsked ? 'The log of today continues them.' : 'Whether the log of today continues them was not asked.',
  ].join('\n');
}

function describeReport({ leaves, heads, entries, faults: found }: LogReport): string {
  const checked = `${leaves} leaves against ${heads} signed heads, and ${entries} lines of ledgers against their leaves.`;
  if (found.length === 0) return `Sound: ${checked}`;
  return [`Checked ${checked}`, ...found.map(({ because, where }) => `${because}: ${where}`)].join('\n');
}
