import { acknowledge, acknowledgedDocuments } from '../../../domains/policy/index.ts';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';

/** The banner's button: somebody with an account took note of the documents that hold now, and goes on. */
export const acknowledgeRoutes: Routes = (site, powers) => {
  const { config, database, documents } = powers;
  const goOn = forReader(powers, 'form', async (c, reader) => {
    const { next } = await readForm(c, ['next']);
    await database.write('provide', async (w) => {
      for (const kind of acknowledgedDocuments) {
        const how = { occasion: 'going-on', storedIn: config.operator.storagePlace } as const;
        await acknowledge(w, reader.personId, documents.currentDocument(kind, w.now()), how);
      }
    });
    return c.redirect(safeNext(next, urls.home()), 303);
  });
  site.post(urls.acknowledge(), goOn);
};
