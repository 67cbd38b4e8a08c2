import { searchCourse } from '../../../domains/learning/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes } from '../../request/site-context.ts';
import { enter } from '../course/enter.tsx';
import { SearchPage } from './search-page.tsx';

const longest_chars = 200;

export const searchRoutes: Routes = (site, powers) => {
  site.get('/learn/:courseKey/search', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const query = (c.req.query('q') ?? '').trim().slice(0, longest_chars);
    if (query !== '') {
      const tooMany = await refuseTooMany(c, powers, { what: 'search', who: reader.personId });
      if (tooMany) return tooMany;
    }
    const hits = query === '' ? null : await searchCourse(powers.database.read('provide'), reader, query);
    const { courseKey } = reader;
    if (hits) recordEvent(c, powers, { type: 'search.done', data: { scope: 'course', found: hits.length }, courseKey });
    const title = `${c.var.words.t('courseSearch.title')} · ${reader.version.title}`;
    return respondWithPage(c, {
      title,
      scripts: ['search-form'],
      children: <SearchPage reader={reader} query={query} hits={hits} />,
    });
  });
};
