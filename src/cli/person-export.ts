import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type ExportLine, exportPerson, noteCopy } from '../domains/disclosure/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { map } from '../map.ts';
import { type Command, UsageError } from './command.ts';

/** Writes all that is held on a person: text for people, or with `--json` a JSON value a line. */
export const personExport: Command = {
  name: 'person export',
  usage: 'EMAIL [--to FILE] [--json]',
  summary: 'write all that is held on a person',
  flags: { to: 'string' },
  async run({ args: [email, ...rest], flags, house }) {
    if (!email || rest.length > 0) throw new UsageError('name the person by their e-mail address');
    const { database } = await house();
    const toLine = flags.json === true ? (line: ExportLine) => JSON.stringify(line) : describeLine;
    const file = typeof flags.to === 'string' ? createWriteStream(flags.to, { mode: 0o600 }) : null;
    const out = file ?? process.stdout;
    const by = { type: 'staff', role: 'operator', staffId: null } as const;
    const isKnown = await database.write('rights', (w) => noteCopy(w, map, { email }, { by, format: 'json' }));
    if (!isKnown) throw new OperatorError('Nobody with this address is known here, with an account or without.');
    await database.write('rights', async (w) => {
      const lines = (await exportPerson(w, map, { email })) ?? [];
      for await (const line of lines) {
        if (!out.write(`${toLine(line)}\n`)) await once(out, 'drain');
      }
    });
    if (file) await finished(file.end());
  },
};

function describeLine(line: ExportLine): string {
  if (line.type === 'row') {
    const given = Object.entries(line.row).filter(([, value]) => value !== null);
    return `  - ${given.map(([column, value]) => `${column}: ${typeof value === 'object' ? JSON.stringify(value) : value}`).join('; ')}`;
  }
  const withheld = line.withheld.map(({ column, because }) => `\n  (not shown: ${column}, because ${because})`);
  return `\n${line.table}: ${line.holds}${withheld.join('')}`;
}
