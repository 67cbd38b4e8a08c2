import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { exportCourse } from '../../../domains/exchange/index.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import type { StudioRoutes } from '../studio-site.ts';

/** A course as a file in the Open edX format, to take it elsewhere. Whole on our disk before the first byte leaves. */
export const exportRoutes: StudioRoutes = (studio, powers) => {
  studio.post('/studio/courses/:courseKey/export', 'course.export', async (c, { course, reader }) => {
    const refusal = await refuseTooMany(c, powers, { what: 'export-course', who: reader.personId });
    if (refusal) return refusal;
    const folder = await mkdtemp(path.join(tmpdir(), 'mooc-export-'));
    const file = path.join(folder, 'course.tar.gz');
    const forget = () => rm(folder, { recursive: true, force: true });
    try {
      await exportCourse(powers, course.key, file);
      const { size } = await stat(file);
      const bytes = createReadStream(file);
      bytes.once('close', () => void forget().catch((error) => powers.log.fault('an export was left behind', error)));
      return new Response(Readable.toWeb(bytes) as ReadableStream, {
        headers: {
          'content-type': 'application/gzip',
          'content-length': String(size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nameOf(course))}`,
          'cache-control': 'private, no-store',
        },
      });
    } catch (error) {
      await forget();
      throw error;
    }
  });
};

/** As Open edX Studio names its exports: `course.RUN.tar.gz`, with what tells courses apart before it. */
function nameOf({ org, number, run }: { readonly org: string; readonly number: string; readonly run: string }): string {
  return `${[org, number, run].filter(Boolean).join('-')}.tar.gz`;
}
