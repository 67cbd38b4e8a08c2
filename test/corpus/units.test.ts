import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Block,
  type CourseVersion,
  createVersionCache,
  getContents,
  getDraftVersion,
} from '../../src/domains/courses/index.ts';
import { importCourse } from '../../src/domains/exchange/index.ts';
import { drawProblem, learnerCopy, readProblem } from '../../src/domains/problems/index.ts';
import { courseFiles } from '../../src/web/assets/course-files.ts';
import { wordsFor } from '../../src/web/i18n.ts';
import { compileProblem, fillPieces, renderAuthorHtml, renderUnit } from '../../src/web/learner/render/index.ts';
import { aCourseGround, archivePath, archives, type CourseGround } from './course-ground.ts';

let ground: CourseGround;
beforeAll(async () => {
  ground = await aCourseGround();
});
afterAll(() => ground.close());

const words = wordsFor('en');
const everything = {
  problem: () => '',
  asked: () => '',
  doneMark: () => '',
  videoPosition: () => 0,
  chosen: (_id: string, all: readonly string[]) => all,
  isStaff: true,
};
/** In code and in sources for the course's team such text may stand, as text. */
const notMarkup = /<(code|pre)\b[\s\S]*?<\/\1>/g;
const forbidden =
  /<(?:script|style|object|embed|base|meta)\b|<[^>]*\s(?:on\w+|style)\s*=|<[^>]*(?:href|src)="(?:javascript|data|vbscript):/i;

function unitsBelow(block: Block): readonly Block[] {
  const isGroup = ['course', 'chapter', 'library'].includes(block.tag);
  return isGroup ? block.children.flatMap(unitsBelow) : block.tag === 'sequential' ? block.children : [block];
}

describe.skipIf(archives.length === 0)('every unit of the corpus (skipped where ../shared/courses is absent)', () => {
  it.each(archives)('%s is rendered without a fault', async (name) => {
    const wish = { publish: false, author: null, onProgress: () => {} };
    const { courseKey } = await importCourse(ground, archivePath(name), wish);
    const r = ground.database.read('provide');
    const version = (await getDraftVersion(r, createVersionCache(), courseKey)) as CourseVersion;
    const hashes = [...version.blocks.values()].map(({ contentHash }) => contentHash).filter((hash) => hash !== null);
    const contents = await getContents(r, hashes);
    const place = { version, words, files: courseFiles(ground) };
    for (const unit of unitsBelow(version.root)) {
      const html = fillPieces((await renderUnit({ ...place, unit, contents })).segments, everything);
      expect(forbidden.exec(html.replace(notMarkup, ''))?.[0], unit.id).toBeUndefined();
    }
    for (const tab of version.info.tabs) await renderAuthorHtml(tab.html ?? '', place);
    await renderAuthorHtml(Object.values(version.info.about).join(''), place);
    for (const block of version.blocks.values()) {
      const source =
        block.tag === 'problem' && block.contentHash ? readProblem(contents.get(block.contentHash)!) : null;
      if (source?.type !== 'source' || source.script !== '') continue;
      const problem = drawProblem(source, 1);
      if (problem.type === 'broken') continue;
      const { pieces } = await compileProblem(learnerCopy(problem), place);
      const html = pieces.filter((piece) => typeof piece === 'string').join('');
      expect(forbidden.exec(html.replace(notMarkup, ''))?.[0], block.id).toBeUndefined();
    }
  });
});
