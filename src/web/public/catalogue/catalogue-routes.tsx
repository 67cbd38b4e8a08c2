import { listChoices, searchCatalog } from '../../../domains/catalog/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { courseCardView } from '../course-card-view.ts';
import { readQuery } from './catalogue-form.ts';
import { CataloguePage } from './catalogue-page.tsx';

export const catalogueRoutes: Routes = (site, powers) => {
  site.get(urls.courses(), async (c) => {
    const { words, reader } = c.var;
    const query = readQuery(c.req.query());
    if (query.text) {
      const turn = reader ? ({ what: 'search', who: reader.personId } as const) : ({ what: 'search-from' } as const);
      const refusal = await refuseTooMany(c, powers, turn);
      if (refusal) return refusal;
    }
    const r = powers.database.read('provide');
    const [{ entries, found, page, pages }, choices] = await Promise.all([searchCatalog(r, query), listChoices(r)]);
    if (query.text) recordEvent(c, powers, { type: 'search.done', data: { scope: 'catalogue', found } });
    const courses = entries.map((entry) => courseCardView(entry, words, r.now()));
    const view = { query, choices, courses, found, page, pages };
    return respondWithPage(c, {
      title: words.t('site.courses'),
      scripts: ['search-form'],
      children: <CataloguePage view={view} />,
    });
  });
};
