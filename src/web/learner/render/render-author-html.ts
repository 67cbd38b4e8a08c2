import { authorMarkup } from './author/author-markup.ts';
import { natureOf } from './author/needs-frame.ts';
import { readHtml } from './author/source-node.ts';
import { type RenderingPlace, startRendering } from './rendering.ts';

export interface RenderedAuthorHtml {
  readonly html: string;
  /** Style sheet that goes with it; often empty. */
  readonly css: string;
  readonly scripts: readonly string[];
  /** It is a program, and reads better, or only, in a frame. `html` is what there is to read without. */
  readonly needsFrame: boolean;
}

/**
 * An author's HTML outside of units: about texts, updates, handouts, extra pages. `top` is the level for its highest
 * heading.
 */
export async function renderAuthorHtml(
  source: string,
  { top = 2, ...place }: RenderingPlace & { readonly top?: number },
): Promise<RenderedAuthorHtml> {
  const rendering = startRendering(place, 'author-page');
  const html = await authorMarkup(source, top, rendering);
  const needsFrame = natureOf(readHtml(source), rendering.links) === 'program';
  return {
    html: `<div class="author-page"><div class="author prose">${html}</div></div>`,
    css: rendering.styles.css(),
    scripts: [...rendering.scripts],
    needsFrame,
  };
}
