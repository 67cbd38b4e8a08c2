import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archivePerson, noteCopy } from '../../domains/disclosure/index.ts';
import type { Powers } from '../../powers.ts';
import { copyPage } from '../account/my-data/copy-page.tsx';
import { respondWithNews } from '../layout/message-page.tsx';
import { createLine } from './line.ts';
import type { SiteContext } from './site-context.ts';

/** What a slow reader has not fetched yet waits here, so that most copies hold the database for a moment only. */
const waiting_bytes = 8_000_000;
/** Whoever fetches more than that so slowly must come again: others wait for their turn. */
const longest_ms = 600_000;
/** Copies are made one after the other, so that other rights keep a connection; more than this may not stand in line. */
const most_waiting = 20;

const line = createLine(most_waiting);

/** Answers with all that is held on somebody, as a ZIP file: for the person themself, who has shown that they are the one. */
export async function sendCopy(
  c: SiteContext,
  { database, map, log }: Powers,
  who: { readonly email: string } | { readonly personId: string },
): Promise<Response> {
  const toPage = copyPage(c.var.words, c.var.siteName);
  const copy = { by: { type: 'self' }, format: 'zip' } as const;
  await database.write('rights', (w) => noteCopy(w, map, who, copy));
  const out = new PassThrough({ highWaterMark: waiting_bytes });
  const work = line(() =>
    database.write('rights', async (w) => {
      const archive = await archivePerson(w, map, who, toPage);
      if (archive) await pipeline(archive, out, { signal: AbortSignal.timeout(longest_ms) });
      else out.end();
    }),
  );
  if (!work) {
    const { t } = c.var.words;
    c.header('retry-after', '60');
    return respondWithNews(c, { title: t('copy.busy'), text: t('copy.busyText') }, 429);
  }
  work.catch((error: unknown) => {
    if (!isAway(error)) log.fault('a copy of personal data could not be made', error);
    out.destroy();
  });
  return c.body(Readable.toWeb(out) as ReadableStream, 200, {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="my-data.zip"',
    'cache-control': 'private, no-store',
  });
}

/** A reader who went away, or was too slow, is no fault of ours. */
function isAway(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || name === 'AbortError' || name === 'TimeoutError';
}
