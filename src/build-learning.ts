import { type FileStore, readStart } from './domains/assets/index.ts';
import { type Block, type CourseVersion, getContents, type VersionCache } from './domains/courses/index.ts';
import { ensureSecret } from './domains/identity/index.ts';
import {
  createDrawnProblems,
  createPseudonyms,
  createRenderedUnits,
  createScriptPool,
  createSeenIntake,
  createUnitPages,
  type LearningTools,
} from './domains/learning/index.ts';
import type { Documents } from './domains/policy/index.ts';
import type { Database } from './kernel/database/index.ts';
import type { Log } from './kernel/log/log.ts';
import type { Learning } from './powers.ts';
import { courseFiles } from './web/assets/course-files.ts';
import { keepStyleSheet } from './web/assets/keep-style-sheet.ts';
import { wordsFor } from './web/i18n.ts';
import { rendererVersion, renderUnit } from './web/learner/render/render-unit.ts';

const largestLibrary_bytes = 20_000_000;

/** Builds what the learner's pages work with. */
export function buildLearning(
  database: Database,
  {
    versions,
    files,
    documents,
  }: { readonly versions: VersionCache; readonly files: FileStore; readonly documents: Documents },
  python: { readonly snapshotFolder: string; readonly wheelFolder: string },
  hasGraders: boolean,
  log: Log,
): Learning {
  const readFile = (hash: string, limit_bytes: number) => readStart(files, hash, limit_bytes);
  const scripts = createScriptPool(python);
  const runnerFor = (version: CourseVersion) =>
    scripts.runnerFor({
      version: `${version.courseKey} ${version.versionId}`,
      library: () => libraryOf(version, readFile),
    });
  const pseudonymFor = createPseudonyms(() => database.write('secure', (w) => ensureSecret(w, 'pseudonyms')));
  const tools: LearningTools = {
    versions,
    runnerFor,
    drawn: createDrawnProblems(runnerFor, pseudonymFor),
    documents,
    hasGraders,
  };
  const seen = createSeenIntake({
    database,
    onFailed: (error) => log.fault('what was seen could not be written', error),
  });
  const units = createRenderedUnits({
    database,
    rendererVersion: String(rendererVersion),
    async render(version, unit, language) {
      const contents = await getContents(database.read('provide'), hashesIn(unit));
      const rendered = await renderUnit({
        version,
        unit,
        contents,
        words: wordsFor(language),
        files: courseFiles({ database, files }),
      });
      if (rendered.css !== '') await keepStyleSheet({ database, files }, rendered.css);
      return rendered;
    },
  });
  return {
    ...tools,
    units,
    seen,
    unitPages: createUnitPages(database.read('provide'), tools),
    async close() {
      await seen.close();
      await scripts.close();
    },
  };
}

function hashesIn(block: Block): readonly string[] {
  return [...(block.contentHash ? [block.contentHash] : []), ...block.children.flatMap(hashesIn)];
}

/** The course's own Python, which its scripts import. */
async function libraryOf(
  version: CourseVersion,
  readFile: (hash: string, limit_bytes: number) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const file = version.files.get('python_lib.zip');
  return file && file.size_bytes <= largestLibrary_bytes ? readFile(file.hash, largestLibrary_bytes) : null;
}
