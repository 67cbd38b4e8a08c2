import {
  askForErasure,
  eraseAccount,
  findErasureBy,
  findErasureOf,
  previewErasure,
  stopErasure,
} from '../../../domains/disclosure/index.ts';
import { getProfile } from '../../../domains/identity/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage, respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { hasProof, showsProof } from '../../request/password-again.tsx';
import { readForm } from '../../request/read-form.ts';
import { endCookie } from '../../request/session.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { erasureLetters } from '../letters/erasure-letters.ts';
import { respondNoSuchLink } from '../no-such-link.tsx';
import { erasureReceipts } from '../receipt/erasure-receipts.ts';
import { ErasePage } from './erase-page.tsx';
import { ErasedPage } from './erased-page.tsx';

/** Erasing an account: foretold, asked for, stopped, or done at once by the link of the letter. */
export const eraseRoutes: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get(urls.eraseMe(), (c) => (c.var.reader ? showErase(c, powers, c.var.reader, {}) : toSignIn(c)));

  site.post(
    urls.eraseMe(),
    forReader(powers, 'password', async (c, reader) => {
      const { sure, password } = await readForm(c, ['sure', 'password']);
      const { t } = c.var.words;
      if (sure !== 'yes') return showErase(c, powers, reader, { sure: t('fault.sure') });
      if (!(await showsProof(powers, reader, password)))
        return showErase(c, powers, reader, { password: t('fault.password.wrong') });
      const { personId } = reader;
      const profile = await getProfile(database.read('provide'), personId);
      await database.write('rights', (w) => askForErasure(w, { personId, ...profile }, erasureLetters(config)));
      return c.redirect(urls.eraseMe(), 303);
    }),
  );

  site.post(
    urls.stopErasingMe(),
    forReader(powers, 'form', async (c, { personId }) => {
      await database.write('rights', (w) => stopErasure(w, personId));
      return c.redirect(urls.myDataDone('stopped'), 303);
    }),
  );

  byLetter(site, powers);
};

async function showErase(c: SiteContext, powers: Powers, reader: Reader, errors: FieldErrors): Promise<Response> {
  const { database, map } = powers;
  const { email } = await getProfile(database.read('provide'), reader.personId);
  const r = database.read('rights');
  // By address, which is confirmed: what they signed up for without the account goes too.
  const tables = await previewErasure(r, map, { email });
  const waiting = await findErasureOf(r, reader.personId);
  const view = { tables, due_at: waiting?.due_at ?? null, isProven: await hasProof(powers, reader), errors };
  return respondWithFilledPage(c, {
    title: c.var.words.t('myData.erase'),
    errors,
    children: <ErasePage view={view} />,
  });
}

/** The link of the letter. Its page changes nothing; its buttons do. */
const byLetter: Routes = (site, powers) => {
  const { config, database, map } = powers;

  site.get('/account/erasure/:secret', async (c) => {
    const secret = c.req.param('secret');
    const request = await findErasureBy(database.read('rights'), secret);
    if (!request) return respondNoSuchLink(c);
    const { t, instant } = c.var.words;
    c.header('referrer-policy', 'no-referrer');
    return respondWithForm(c, {
      title: t('erasure.title'),
      lead: t('erasure.lead', { asked: instant(request.asked_at), due: instant(request.due_at) }),
      action: urls.erasure(secret),
      children: (
        <div class="form-actions">
          <Button name="do" value="stop" data-control="erasure.stop">
            {t('erase.stop')}
          </Button>
          <Button look="danger" name="do" value="now" data-control="erasure.now">
            {t('erasure.now')}
          </Button>
        </div>
      ),
      after: <p class="soft">{t('erasure.after')}</p>,
    });
  });

  site.post('/account/erasure/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const form = await readForm(c, ['do']);
    const request = await findErasureBy(database.read('rights'), c.req.param('secret'));
    if (!request) return respondNoSuchLink(c);
    const { personId } = request;
    const { t } = c.var.words;
    if (form.do !== 'now') {
      await database.write('rights', (w) => stopErasure(w, personId));
      return respondWithNews(c, { title: t('erasure.stopped'), text: t('erasure.stoppedText') });
    }
    const erasure = await database.write('rights', (w) => eraseAccount(w, map, personId));
    if (c.var.reader?.personId === personId) {
      endCookie(c);
      c.set('reader', null);
    }
    const { tables, noted } = erasure.type === 'erased' ? erasure : { tables: [], noted: [] };
    const view = {
      tables,
      receipts: await erasureReceipts(powers, noted),
      isDatabaseElsewhere: config.databaseUrl !== null,
    };
    return respondWithPage(c, {
      title: t('myData.erased'),
      children: <ErasedPage {...view} />,
    });
  });
};
