import { addBookmark, listBookmarks, removeBookmark } from '../../../domains/learning/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { enter, unitIn } from '../course/enter.tsx';
import { renderPart } from '../parts/render-part.tsx';
import { respondWithPart, wantsPart } from '../parts/swap.ts';
import { BookmarkForm } from '../unit/unit-forms.tsx';
import { BookmarksPage } from './bookmarks-page.tsx';

export const bookmarkRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get('/learn/:courseKey/bookmarks', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const bookmarks = await listBookmarks(database.read('provide'), reader);
    const title = `${c.var.words.t('bookmarks.title')} · ${reader.version.title}`;
    return respondWithPage(c, { title, children: <BookmarksPage reader={reader} bookmarks={bookmarks} /> });
  });

  site.post('/learn/:courseKey/bookmark/:blockId', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const tooMany = await refuseTooMany(c, powers, { what: 'form', who: reader.personId });
    if (tooMany) return tooMany;
    const unit = unitIn(c, reader);
    if (!unit) return respondNotFound(c);
    const isSet = (await readForm(c, ['set'])).set === 'yes';
    await database.write('provide', async (w) => {
      await (isSet ? addBookmark(w, reader, unit) : removeBookmark(w, reader, unit));
    });
    const { courseKey } = reader;
    recordEvent(c, powers, { type: 'bookmark.set', data: { isSet }, courseKey, blockId: unit.id });
    if (!wantsPart(c)) return c.redirect(urls.unit(courseKey, unit.id), 303);
    const form = <BookmarkForm courseKey={courseKey} unitId={unit.id} isBookmarked={isSet} />;
    return respondWithPart(
      c,
      renderPart(c.var.words, form),
      c.var.words.t(isSet ? 'bookmarks.said.set' : 'bookmarks.said.removed'),
    );
  });
};
