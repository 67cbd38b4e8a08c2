import { findCourse } from '../../../domains/courses/index.ts';
import { findFileUses, reportLinks, undoFiles } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { FilePage } from './file-page.tsx';
import { changeFiles } from './files-acts.ts';
import type { FilesNews } from './files-news.tsx';
import { FilesPage } from './files-page.tsx';
import { readFilesView, readFileWish, rowOf } from './files-view.ts';
import { LinksPage } from './links-page.tsx';
import { takeUploads } from './take-uploads.ts';

const pattern = '/studio/courses/:courseKey/files';

/** The files of a course. */
export const filesRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.see', (c, place) => {
    const made = c.req.query('made');
    return showFiles(c, powers, place, made && place.may('course.edit') ? { made } : {});
  });

  studio.get(`${pattern}/links`, 'course.see', async (c, place) => {
    const { version, published } = await openDraft(powers, place);
    const { courseKey, title, language } = version;
    const report = await reportLinks(powers.database.read('provide'), version);
    const course = { courseKey, title, language, isPublished: published !== null };
    const view = { course, report, mayEdit: place.may('course.edit') };
    return respondWithPage(c, { title: c.var.words.t('author.files.links'), children: <LinksPage view={view} /> });
  });

  studio.get(`${pattern}/file/:name{.+}`, 'course.see', async (c, place) => {
    const { version, published } = await openDraft(powers, place);
    const file = version.files.get(c.req.param('name'));
    if (!file) return respondNotFound(c);
    const places = (await findFileUses(powers.database.read('provide'), version)).get(file.name) ?? [];
    const { courseKey, title, language } = version;
    const course = { courseKey, title, language, isPublished: published !== null };
    const view = { course, row: rowOf(file, places.length), places, mayEdit: place.may('course.edit') };
    return respondWithPage(c, { title: file.name, children: <FilePage view={view} /> });
  });

  studio.post(`${pattern}/upload`, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'form', who: place.reader.personId });
    return tooMany ?? upload(c, powers, place);
  });

  studio.post(`${pattern}/change`, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const { words } = c.var;
    const { version } = await openDraft(powers, place);
    const result = await changeFiles(powers, place, version, words, await readFields(c));
    switch (result.type) {
      case 'edited':
        return toFiles(c, place, result.versionId === result.before ? null : result.versionId);
      case 'ask':
        return showFiles(c, powers, place, { asked: result.asked });
      case 'nothing-chosen':
        return showFiles(c, powers, place, { refusal: words.t('author.files.chooseFirst') }, 422);
      case 'refused':
        return showFiles(c, powers, place, { refusal: refusalWords(result, words) }, 409);
    }
  });

  studio.post(`${pattern}/undo`, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const { words } = c.var;
    const version = (await readFields(c)).get('version') ?? '';
    const edit = {
      courseKey: place.course.key,
      author: place.reader.personId,
      message: words.t('author.files.did.undone'),
    };
    const result = await powers.database.write('provide', (w) => undoFiles(w, powers.versions, edit, version));
    if (result.type === 'edited') return toFiles(c, place, null);
    return showFiles(c, powers, place, { refusal: refusalWords(result, words) }, 409);
  });
};

async function upload(c: SiteContext, powers: Powers, place: CoursePlace): Promise<Response> {
  const { words } = c.var;
  const { uploadLimit_MB: size } = powers.config;
  const taken = await takeUploads(c, powers, place);
  const now = await moved(powers, place);
  if (taken.type === 'refused') {
    const why = taken.because;
    const isOfForm = why === 'too-large' || why === 'too-many' || why === 'no-file' || why === 'broken';
    const refusal = isOfForm
      ? words.t(`author.files.refused.${why}`, { size })
      : refusalWords({ type: 'refused', because: why }, words);
    return showFiles(c, powers, now, { refusal }, 422);
  }
  if (taken.refused.length > 0) {
    const made = taken.versionId ? { made: taken.versionId } : {};
    return showFiles(c, powers, now, { taken, ...made }, 422);
  }
  return toFiles(c, place, taken.versionId);
}

/** The same place with the draft as it is after an edit. */
async function moved(powers: Powers, place: CoursePlace): Promise<CoursePlace> {
  const course = await findCourse(powers.database.read('provide'), place.course.key);
  return { ...place, course: course ?? place.course };
}

function toFiles(c: SiteContext, place: CoursePlace, made: string | null): Response {
  return c.redirect(`${urls.studioFiles(place.course.key)}${made ? `?made=${made}` : ''}`, 303);
}

async function showFiles(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  news: FilesNews,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const view = await readFilesView(powers, place, readFileWish(c.req.query()));
  const title = `${c.var.words.t('author.files')} · ${view.course.title}`;
  const children = <FilesPage view={view} news={news} />;
  return respondWithPage(c, { title, scripts: ['upload-files'], children }, status);
}
