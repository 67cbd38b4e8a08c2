import { respondForbidden } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { OperateEntrance } from './entrance-page.tsx';

export const operateRoutes: Routes = (site) => {
  site.get(urls.operate(), (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    if (!reader.isOperator) return respondForbidden(c);
    return respondWithPage(c, { title: words.t('operate.title'), children: <OperateEntrance /> });
  });
};
