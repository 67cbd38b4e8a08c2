import { readStart, recordAssets } from '../../domains/assets/index.ts';
import type { Powers } from '../../powers.ts';
import type { CourseFiles } from '../learner/render/rendering.ts';

/** The files of courses as rendering reads them, and keeps what it makes: as files like any other, at `urls.asset`. */
export function courseFiles({ files, database }: Pick<Powers, 'files' | 'database'>): CourseFiles {
  return {
    read: (hash, limit_bytes) => readStart(files, hash, limit_bytes),
    async keep(bytes, mediaType) {
      const stored = await files.put(bytes);
      await database.write('provide', (w) => recordAssets(w, [{ ...stored, mediaType }]));
      return stored.hash;
    },
  };
}
