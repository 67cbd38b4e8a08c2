import { getUseLimits, objectableUses } from '../../../domains/identity/index.ts';
import { limitUse, objectToUse } from '../../../domains/policy/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { LimitsPage } from './limits-page.tsx';

/** Objecting to uses, and putting data to rest. */
export const limitsRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get(urls.useLimits(), async (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    const { restricted_at, objectsTo } = await getUseLimits(database.read('provide'), reader.personId);
    const view = {
      restricted_at,
      uses: objectableUses.map((use) => ({ use, objects: objectsTo.includes(use) })),
      isStored: c.req.query('stored') === 'yes',
    };
    return respondWithPage(c, { title: words.t('limits.title'), children: <LimitsPage view={view} /> });
  });

  site.post(
    urls.object(),
    forReader(powers, 'form', async (c, reader) => {
      const form = await readForm(c, ['use', 'objects']);
      const use = objectableUses.find((each) => each === form.use);
      if (use) {
        const choice = { use, objects: form.objects === 'yes' };
        await database.write('provide', (w) => objectToUse(w, reader.personId, choice));
      }
      return c.redirect(urls.useLimitsStored(), 303);
    }),
  );

  site.post(
    urls.rest(),
    forReader(powers, 'form', async (c, reader) => {
      const { rest } = await readForm(c, ['rest']);
      await database.write('provide', (w) => limitUse(w, reader.personId, rest === 'yes'));
      return c.redirect(urls.useLimitsStored(), 303);
    }),
  );
};
