import { previewTex } from '../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { Powers } from '../../../powers.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { formulaMathMl } from '../render/index.ts';

/** What a learner types, as the formula that it means: for the behaviour `preview`. Nothing of it is kept. */
export const previewRoutes: Routes = (site, powers) => {
  site.post(urls.preview(), (c) => preview(c, powers));
};

async function preview(c: SiteContext, powers: Powers): Promise<Response> {
  const { reader, words } = c.var;
  if (!reader) return c.text('', 403);
  const tooMany = await refuseTooMany(c, powers, { what: 'preview', who: reader.personId });
  if (tooMany) return tooMany;
  const form = await readForm(c, ['kind', 'text'], 1_000);
  const kind = form.kind === 'chemistry' ? 'chemistry' : 'formula';
  const tex = previewTex(kind, form.text);
  const shown = tex === null ? null : await formulaMathMl(tex);
  const html = shown ?? `<span class="preview-none">${escapeMarkup(words.t('problem.previewNone'))}</span>`;
  return c.html(html, 200, { 'cache-control': 'private, no-store' });
}
