import { acknowledge, acknowledgedDocuments } from '../../../domains/policy/index.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';

/** The banner's button: somebody with an account took note of the documents that hold now, and goes on. */
export const acknowledgeRoutes: Routes = (site, powers) => {
  const { config, database, documents } = powers;
  site.post(urls.acknowledge(), async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const refusal = await refuseTooMany(c, powers, { what: 'form', who: reader.personId });
    if (refusal) return refusal;
    const { next } = await readForm(c, ['next']);
    await database.write('provide', async (w) => {
      for (const kind of acknowledgedDocuments) {
        const how = { occasion: 'going-on', storedIn: config.operator.storagePlace } as const;
        await acknowledge(w, reader.personId, documents.currentDocument(kind, w.now()), how);
      }
    });
    return c.redirect(safeNext(next, urls.home()), 303);
  });
};
