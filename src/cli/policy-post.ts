import { readFile } from 'node:fs/promises';
import {
  compareDocuments,
  type DocumentKind,
  documentKinds,
  findUnchecked,
  type PassageDifference,
  postVersion,
  type ReadDraft,
  readDraft,
} from '../domains/policy/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

/** Posts a new version of a document, or only shows what it would change. */
export const policyPost: Command = {
  name: 'policy post',
  usage: 'privacy|terms|honor-code FILE [--from MOMENT] [--preview] [--json]',
  summary: 'post a new version of a document that holds from a moment (2026-12-24T00:00Z), or see what it changes',
  flags: { from: 'string', preview: 'boolean' },
  async run({ args: [named, file, ...rest], flags, house, out }) {
    const kind = documentKinds.find((one) => one === named);
    if (!kind || !file || rest.length > 0) throw new UsageError('name a document and one Markdown file');
    const text = await readFile(file, 'utf8').catch((error: Error) => {
      throw new OperatorError(`${file} can't be read: ${error.message}`);
    });
    const draft = { kind, text, effective_at: readMoment(flags.from) };
    const { database, documents, map } = await house();
    const now = database.read('provide').now();
    const current = documents.currentDocument(kind, now);
    const read = readDraft({ documents, map }, draft, now);
    const next = read.type === 'draft' ? read : refuse(read);
    const differences = compareDocuments(current, next.document).filter(({ state }) => state !== 'same');
    if (flags.preview !== true) {
      const posted = await database.write('provide', (w) => postVersion(w, { documents, map }, draft));
      if (posted.type === 'refused') refuse(posted);
    }
    const { version, effective_at } = next.document;
    const unchecked = findUnchecked(documents, next.document);
    const isPosted = flags.preview !== true;
    out.report({ kind, version, effective_at, isPosted, unchecked, differences }, describe);
  },
};

interface Report {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly effective_at: Date;
  readonly isPosted: boolean;
  /** Ids of clauses behind which no check of the software stands. */
  readonly unchecked: readonly string[];
  readonly differences: readonly PassageDifference[];
}

function describe({ kind, version, effective_at, isPosted, unchecked, differences }: Report): string {
  const moment = effective_at.toISOString();
  const end = isPosted
    ? `Posted as version ${version} of ${kind}: it holds from ${moment}.`
    : `Nothing was posted. It would hold from ${moment}, as version ${version} of ${kind}.`;
  const alone = unchecked.length > 0 ? [`No check of the software keeps ${unchecked.join(', ')}: you do.`] : [];
  return [...differences.map(describePassage), ...alone, end].join('\n\n');
}

/** What went stands in `[-…-]`, what came in `{+…+}`. */
function describePassage({ id, title, state, runs }: PassageDifference): string {
  const text = runs.map((run) => {
    if (run.type === 'same') return run.text;
    return run.type === 'added' ? `{+${run.text}+}` : `[-${run.text}-]`;
  });
  return `${id ?? '--'} ${title} (${state})\n${text.join('')}`;
}

function readMoment(written: string | boolean | undefined): Date | null {
  if (typeof written !== 'string') return null;
  const moment = new Date(written);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(written) && !Number.isNaN(moment.getTime())) return moment;
  throw new UsageError('--from takes a moment in UTC, to the minute, such as 2026-12-24T00:00Z');
}

const refusals: Readonly<Record<(ReadDraft & { type: 'refused' })['because'], (detail: string) => string>> = {
  unusable: (detail) => `The text can't be used: ${detail}.`,
  'clauses-missing': (detail) => `The software rests what it holds on clauses that the text does not have: ${detail}.`,
  'too-soon': (detail) => `It can't hold from then: the soonest is ${detail}.`,
  taken: (detail) => `A version holds from that moment already: ${detail}.`,
  unchanged: () => 'The text is the same as the one that holds now.',
};

function refuse({ because, detail }: ReadDraft & { type: 'refused' }): never {
  throw new OperatorError(refusals[because](detail));
}
