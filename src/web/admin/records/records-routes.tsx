import { describeCollected, recordsOfProcessing } from '../../../domains/disclosure/index.ts';
import { respondForbidden } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { RecordsPage } from './records-page.tsx';

export const recordsRoutes: Routes = (site, { config, map }) => {
  const { name, privacyAddress, storagePlace } = config.operator;

  site.get(urls.records(), (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    if (!reader.isOperator) return respondForbidden(c);
    const view = { operatorName: name, privacyAddress, storagePlace, kinds: describeCollected(map) };
    return respondWithPage(c, { title: words.t('records.title'), children: <RecordsPage {...view} /> });
  });

  site.get(urls.recordsAsData(), (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    if (!reader.isOperator) return respondForbidden(c);
    const controller = { siteUrl: siteOrigin(config), name, privacyAddress, storagePlace };
    const text = JSON.stringify(recordsOfProcessing(map, controller), null, 2);
    return c.body(text, 200, { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': 'no-store' });
  });
};
