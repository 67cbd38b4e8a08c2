import { type ErasedTable, erasePerson } from '../domains/disclosure/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { map } from '../map.ts';
import { type Command, UsageError } from './command.ts';

/** Erases a person, and says what went and what stays, with its ground. */
export const personErase: Command = {
  name: 'person erase',
  usage: 'EMAIL [--json]',
  summary: 'erase a person with all that is held on them; this can not be undone',
  flags: {},
  async run({ args: [email, ...rest], house, out }) {
    if (!email || rest.length > 0) throw new UsageError('name the person by their e-mail address');
    const { database } = await house();
    const erasure = await database.write('rights', (w) => erasePerson(w, map, { email }));
    if (erasure.type === 'refused')
      throw new OperatorError('Nobody with this address is known here, with an account or without.');
    out.report({ erased: true, tables: erasure.tables }, ({ tables }) => tables.map(describeTable).join('\n'));
  },
};

const words = { delete: 'deleted', decorrelate: 'no longer theirs', keep: 'kept' } as const;

function describeTable({ table, action, rows, kept }: ErasedTable): string {
  const grounds = [...new Set(kept.map(({ ground }) => ground))];
  const because = grounds.length > 0 ? ` (${grounds.join('; ')})` : '';
  return `${table.padEnd(24)} ${String(rows).padStart(8)} ${words[action]}${because}`;
}
