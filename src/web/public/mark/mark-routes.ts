import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Routes } from '../../request/site-context.ts';
import { MarkFile } from '../../ui/mark.tsx';
import { urls } from '../../urls.ts';

/** The mark as a file, for the browser's tab. */
export const markRoutes: Routes = (site) => {
  const file = renderToString(h(MarkFile, {}));
  site.get(urls.favicon(), (c) =>
    c.body(file, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
};
