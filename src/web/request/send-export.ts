import { stream } from 'hono/streaming';
import { type ExportLine, exportPerson } from '../../domains/disclosure/index.ts';
import type { Powers } from '../../powers.ts';
import type { SiteContext } from './site-context.ts';

/** Answers with all that is held on somebody, as a file: for the person themself, who has shown that they are the one. */
export function sendExport(
  c: SiteContext,
  { database, map }: Powers,
  who: { readonly email: string } | { readonly personId: string },
): Response {
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="my-data.json"');
  c.header('cache-control', 'private, no-store');
  return stream(c, (out) =>
    database.write('rights', async (w) => {
      const lines = await exportPerson(w, map, who, { type: 'self' });
      if (lines) for await (const piece of asJson(lines)) await out.write(piece);
    }),
  );
}

/** The export as one JSON value, a list of tables with their rows, written as it is read. */
async function* asJson(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  let isFirstTable = true;
  let isFirstRow = true;
  yield '[';
  for await (const line of lines) {
    if (line.type === 'table') {
      const { type: _type, ...described } = line;
      yield `${isFirstTable ? '' : ']},'}\n${JSON.stringify(described).slice(0, -1)},"rows":[`;
      isFirstTable = false;
      isFirstRow = true;
    } else {
      yield `${isFirstRow ? '' : ','}\n  ${JSON.stringify(line.row)}`;
      isFirstRow = false;
    }
  }
  yield isFirstTable ? ']\n' : ']}]\n';
}
