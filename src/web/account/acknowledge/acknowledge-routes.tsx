import { answerNotice } from '../../../domains/policy/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { DisagreePage } from './disagree-page.tsx';

/** What a person says to the documents that hold now: that they took note, or that they don't agree. */
export const acknowledgeRoutes: Routes = (site, powers) => {
  const { database, documents } = powers;

  site.post(
    urls.acknowledge(),
    forReader(powers, 'form', async (c, reader) => {
      const { next } = await readForm(c, ['next']);
      await database.write('provide', (w) => answerNotice(w, reader.personId, documents, 'noted'));
      return c.redirect(safeNext(next, urls.home()), 303);
    }),
  );

  site.get(urls.disagree(), (c) => {
    const title = c.var.words.t('disagree.title');
    return respondWithPage(c, { title, children: <DisagreePage standing={c.var.reader?.standing ?? null} /> });
  });

  site.post(
    urls.disagree(),
    forReader(powers, 'form', async (c, reader) => {
      await database.write('provide', (w) => answerNotice(w, reader.personId, documents, 'disagrees'));
      return c.redirect(urls.disagree(), 303);
    }),
  );
};
