import { describeCollected } from '../../../domains/disclosure/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { CollectedPage } from './collected-page.tsx';

export const collectedRoutes: Routes = (site, { map }) => {
  site.get(urls.collected(), (c) =>
    respondWithPage(c, {
      title: c.var.words.t('collected.title'),
      children: <CollectedPage kinds={describeCollected(map)} />,
    }),
  );
};
