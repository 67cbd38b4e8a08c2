import { type AccentShades, accentTheme } from '../../../domains/organisations/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import type { Routes } from '../../request/site-context.ts';

/** An organisation's own colour as a style sheet: laid over the site's, fit to read, and the same for ever. */
export const themeRoutes: Routes = (site) => {
  site.get('/theme/1/:sheet', (c) => {
    const [, colour] = /^([0-9a-f]{6})\.css$/.exec(c.req.param('sheet')) ?? [];
    if (!colour) return respondNotFound(c);
    return c.body(sheetOf(`#${colour}`), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
};

const tokens: Readonly<Record<keyof AccentShades, string>> = {
  accent: '--accent',
  strong: '--accent-strong',
  on: '--on-accent',
  wash: '--accent-wash',
  line: '--accent-line',
};

function sheetOf(colour: string): string {
  const { light, dark } = accentTheme(colour);
  const lines = Object.entries(tokens).map(([shade, token]) => {
    const name = shade as keyof AccentShades;
    return `${token}:light-dark(${light[name]},${dark[name]});`;
  });
  return `:root{${lines.join('')}}`;
}
