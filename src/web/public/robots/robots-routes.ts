import { listChoices, listEntryKeys } from '../../../domains/catalog/index.ts';
import { listPublishedPages } from '../../../domains/outreach/index.ts';
import { documentKinds } from '../../../domains/policy/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { Routes } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** For search engines: what is public, and where it is. */
export const robotsRoutes: Routes = (site, { config, database }) => {
  const origin = siteOrigin(config);

  site.get(urls.robots(), (c) =>
    c.text(
      [
        'User-agent: *',
        'Disallow: /account',
        'Disallow: /learn',
        'Disallow: /frame',
        'Disallow: /invitation',
        'Disallow: /join',
        'Disallow: /studio',
        'Disallow: /mail',
        'Disallow: /build/mine',
        'Disallow: /build/confirm',
        `Sitemap: ${origin}${urls.sitemap()}`,
        '',
      ].join('\n'),
    ),
  );

  site.get(urls.sitemap(), async (c) => {
    const r = database.read('provide');
    const [keys, { organisations }, press, pages] = await Promise.all([
      listEntryKeys(r),
      listChoices(r),
      listPublishedPages(r, 'press'),
      listPublishedPages(r, 'page'),
    ]);
    const addresses = [
      urls.home(),
      urls.courses(),
      ...keys.map(urls.course),
      ...organisations.map(({ value }) => urls.organisation(value)),
      ...documentKinds.map(urls.document),
      urls.choices(),
      urls.cookies(),
      urls.build(),
      urls.press(),
      ...press.map(({ slug }) => urls.pressPage(slug)),
      ...pages.map(({ slug }) => urls.infoPage(slug)),
    ];
    const entries = addresses.map((address) => `<url><loc>${escapeMarkup(origin + address)}</loc></url>`);
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    );
  });
};
