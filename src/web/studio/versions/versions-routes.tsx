import { publishInstead } from '../../../domains/courses/index.ts';
import { restoreVersion } from '../../../domains/studio/index.ts';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import type { StudioRoutes } from '../studio-site.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { VersionsPage } from './versions-page.tsx';
import { readComparison, readVersions } from './versions-view.ts';

const pattern = '/studio/courses/:courseKey/versions';

/** The versions of a course: listed, compared, brought back. */
export const versionsRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.see', async (c, place) => {
    const before = Number(c.req.query('before'));
    const isNumber = Number.isInteger(before) && before > 0 && before < 2 ** 31;
    const view = await readVersions(powers, place, isNumber ? before : undefined);
    const title = `${c.var.words.t('author.versions')} · ${view.course.title}`;
    return respondWithPage(c, { title, children: <VersionsPage view={view} /> });
  });

  studio.get(`${pattern}/:number`, 'course.see', async (c, place) => {
    const number = Number(c.req.param('number'));
    const since = Number(c.req.query('since') ?? number - 1);
    const view = await readComparison(powers, place, { number, since });
    if (!view) return respondNotFound(c);
    const title = c.var.words.t('author.comparing', { before: since, after: number });
    return respondWithPage(c, { title, children: <ComparisonPage view={view} /> });
  });

  studio.post(`${pattern}/publish`, 'course.publish', async (c, { course }) => {
    const { version, seen } = await readForm(c, ['version', 'seen']);
    if (course.kind !== 'course' || !isRowId(version)) return respondNotFound(c);
    const wish = { versionId: version, seen: seen || null };
    const result = await powers.database.write('provide', (w) => publishInstead(w, course.key, wish));
    if (result.type === 'published') return c.redirect(urls.studioVersions(course.key), 303);
    const { t } = c.var.words;
    const more = (
      <p>
        <a href={urls.studioVersions(course.key)} data-control="author.versions">
          {t('author.versions')}
        </a>
      </p>
    );
    return respondWithNews(c, { title: t('author.notDone'), text: t(`author.refused.${result.because}`), more }, 409);
  });

  studio.post(`${pattern}/restore`, 'course.edit', async (c, place) => {
    const { version } = await readForm(c, ['version']);
    const { words } = c.var;
    const edit = {
      courseKey: place.course.key,
      author: place.reader.personId,
      message: words.t('author.did.restored'),
    };
    const result = await powers.database.write('provide', (w) => restoreVersion(w, powers.versions, edit, version));
    if (result.type !== 'edited') {
      return respondWithNews(c, { title: words.t('author.notDone'), text: refusalWords(result, words) }, 409);
    }
    return c.redirect(urls.studioOutline(place.course.key), 303);
  });
};
