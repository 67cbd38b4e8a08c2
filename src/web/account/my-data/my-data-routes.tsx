import { erasePerson } from '../../../domains/disclosure/index.ts';
import { getProfile, isPasswordOf } from '../../../domains/identity/index.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import { sendExport } from '../../request/send-export.ts';
import { endCookie } from '../../request/session.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { ErasedPage, MyDataPage } from './my-data-page.tsx';

export const myDataRoutes: Routes = (site, powers) => {
  const { database, map } = powers;

  site.get(urls.myData(), (c) => (c.var.reader ? showMyData(c, {}) : toSignIn(c)));

  site.post(
    urls.exportMyData(),
    forReader(powers, 'password', async (c, reader) => {
      const { email } = await getProfile(database.read('provide'), reader.personId);
      return sendExport(c, powers, { email });
    }),
  );

  site.post(
    urls.eraseMe(),
    forReader(powers, 'password', async (c, reader) => {
      const { sure, password } = await readForm(c, ['sure', 'password']);
      const { t } = c.var.words;
      if (sure !== 'yes') return showMyData(c, { sure: t('fault.sure') });
      const isTheirs = await database.write('secure', (w) => isPasswordOf(w, reader.personId, password));
      if (!isTheirs) return showMyData(c, { password: t('fault.password.wrong') });
      // By address, which is confirmed: what they signed up for without the account goes too.
      const { email } = await getProfile(database.read('provide'), reader.personId);
      const erasure = await database.write('rights', (w) => erasePerson(w, map, { email }));
      endCookie(c);
      c.set('reader', null);
      const tables = erasure.type === 'erased' ? erasure.tables : [];
      const isDatabaseElsewhere = powers.config.databaseUrl !== null;
      return respondWithPage(c, {
        title: t('myData.erased'),
        children: <ErasedPage tables={tables} isDatabaseElsewhere={isDatabaseElsewhere} />,
      });
    }),
  );
};

function showMyData(c: SiteContext, errors: FieldErrors): Response {
  const title = c.var.words.t('myData.title');
  return respondWithFilledPage(c, { title, errors, children: <MyDataPage errors={errors} /> });
}
