import path from 'node:path';
import { siteFactsOf } from '../config.ts';
import {
  type ClauseReport,
  compareClauses,
  type KeptClause,
  readClauseChecks,
  readDocuments,
} from '../domains/policy/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { OperatorError } from '../kernel/errors.ts';
import { projectRoot } from '../kernel/project-root.ts';
import { type Command, UsageError } from './command.ts';

/** Says which check keeps which clause of the shipped documents. Needs no database. */
export const policyCheck: Command = {
  name: 'policy check',
  usage: '[--json]',
  summary: 'say which running check keeps each clause of the documents; exit code 1 when one has none',
  flags: {},
  async run({ args, config, out }) {
    if (args.length > 0) throw new UsageError('it takes no names: all documents are checked');
    const documents = readDocuments(path.join(projectRoot, 'policy'), siteFactsOf(config));
    const found = readClauseChecks(path.join(projectRoot, 'test', 'law'));
    const report = compareClauses(documents, systemClock(), found);
    out.report(report, describe);
    if (report.faults.length > 0) throw new OperatorError('Clauses and checks do not meet.');
  },
};

function describe({ clauses, faults }: ClauseReport): string {
  return [...clauses.map(describeClause), ...faults.map((fault) => `! ${fault}`)].join('\n');
}

function describeClause({ id, title, checks }: KeptClause): string {
  const lines = checks.map(({ file, says }) => `       ${says} (${file})`);
  return [`${id.padEnd(5)}  ${title}`, ...lines].join('\n');
}
