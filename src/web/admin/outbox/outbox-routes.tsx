import { noteLookUp } from '../../../domains/ledger/index.ts';
import { listOutbox } from '../../../kernel/mail/index.ts';
import { respondForbidden } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { OutboxPage } from './outbox-page.tsx';

/** What the page shows, as the data map names it. */
const fields = ['mail.address', 'mail.subject', 'mail.body'];

export const outboxRoutes: Routes = (site, { database }) => {
  site.get(urls.outbox(), async (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    if (!reader.isOperator) return respondForbidden(c);
    const { personId: staffId } = reader;
    const letters = await database.write('contact', async (w) => {
      const seen = await listOutbox(w);
      const personIds = seen.flatMap(({ personId }) => personId ?? []);
      await noteLookUp(w, { personIds, staffId, role: 'operator', purpose: 'outbox', fields, count: 1 });
      return seen;
    });
    return respondWithPage(c, { title: words.t('outbox.title'), children: <OutboxPage letters={letters} /> });
  });
};
