import { listOutbox } from '../../../kernel/mail/index.ts';
import { respondForbidden } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { OutboxPage } from './outbox-page.tsx';

export const outboxRoutes: Routes = (site, { database }) => {
  site.get(urls.outbox(), async (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    if (!reader.isOperator) return respondForbidden(c);
    const letters = await listOutbox(database.read('contact'));
    return respondWithPage(c, { title: words.t('outbox.title'), children: <OutboxPage letters={letters} /> });
  });
};
