import { listCourses } from '../../../domains/courses/index.ts';
import { addFromLibrary } from '../../../domains/studio/index.ts';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import { urls } from '../../urls.ts';
import { readKnowledge } from '../block/form/read-knowledge.ts';
import { blockPlace } from '../parts/block-place.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { openDraft } from '../parts/open-draft.ts';
import { maySee } from '../require-right.tsx';
import type { StudioRoutes } from '../studio-site.ts';
import { ChoosePage } from './choose-page.tsx';

const pattern = '/studio/courses/:courseKey/unit/:blockId/library';
const most_blocks = 500;

/** Single parts of a library for a unit: copied, with their files. */
export const chooseRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.edit', async (c, place) => {
    const { version, published } = await openDraft(powers, place);
    const unit = version.blocks.get(c.req.param('blockId'));
    if (!unit) return respondNotFound(c);
    const { libraries } = await readKnowledge(powers, place, version);
    const chosen = libraries.find(({ key }) => key === c.req.query('library')) ?? libraries[0];
    const r = powers.database.read('provide');
    const [record] = chosen
      ? (await listCourses(r, { published: false, kind: 'library', org: place.organisation.key, limit: 1000 })).filter(
          ({ key }) => key === chosen.key,
        )
      : [];
    const library = record ? (await openDraft(powers, { course: record })).version : null;
    const { courseKey, title, language } = version;
    return respondWithPage(c, {
      title: c.var.words.t('library.choose', { unit: unit.displayName }),
      children: (
        <ChoosePage
          view={{
            course: { courseKey, title, language, isPublished: published !== null },
            unit: { id: unit.id, title: unit.displayName },
            libraries,
            library: library && {
              key: library.courseKey,
              language: library.language,
              blocks: library.root.children
                .slice(0, most_blocks)
                .map(({ id, tag, displayName }) => ({ id, tag, title: displayName })),
            },
          }}
        />
      ),
    });
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const form = await readFields(c);
    const libraryKey = form.get('library') ?? '';
    if (!(await maySee(powers, place.reader, libraryKey))) return respondNotFound(c);
    const { words } = c.var;
    const parentId = c.req.param('blockId');
    const edit = { courseKey: place.course.key, author: place.reader.personId, message: words.t('library.took') };
    const wish = { parentId, libraryKey, blockIds: form.getAll('block').slice(0, most_blocks) };
    const result = await powers.database.write('provide', (w) => addFromLibrary(w, powers.versions, edit, wish));
    const back = urls.studioUnit(place.course.key, parentId);
    if (result.type === 'edited') return c.redirect(`${back}#${blockPlace(result.blockId)}`, 303);
    return respondWithNews(c, { title: words.t('author.notDone'), text: refusalWords(result, words) }, 409);
  });
};
