import type { CourseVersion } from '../../../../domains/courses/index.ts';
import { urls } from '../../../urls.ts';
import { typesetFormulas } from '../maths/typeset.ts';
import type { Rendering } from '../rendering.ts';
import { headingLevels } from './headings.ts';
import { findPictures } from './pictures.ts';
import { writeSafe } from './safe-node.ts';
import { sanitise } from './sanitise.ts';
import { scopedRules } from './scoped-rules.ts';
import { elementsOf, readHtml, type SourceNode, textOf } from './source-node.ts';

/** What an author wrote in HTML, fit for our pages. `top` is the level for the highest of its headings. */
export async function authorMarkup(html: string, top: number, rendering: Rendering): Promise<string> {
  return nodesMarkup(readHtml(html), top, rendering);
}

/** The same from a tree, such as a problem's, in which fields of ours may stand already. */
export async function nodesMarkup(nodes: readonly SourceNode[], top: number, rendering: Rendering): Promise<string> {
  const { links, styles, words, version } = rendering;
  const pictures = await findPictures(nodes, rendering);
  await addStyleSheets(nodes, rendering);
  const safe = sanitise(nodes, {
    links,
    styles,
    words,
    headings: headingLevels(nodes, top),
    frameUrl: (fileName) => urls.fileFrame(version.courseKey, fileName),
    pictures,
  });
  const html = writeSafe(await typesetFormulas(safe, styles));
  if (html.includes(' data-frame=')) rendering.scripts.add('frame');
  if (html.includes(' data-load-frame=')) rendering.scripts.add('click-to-load');
  return html;
}

const mostSheet_bytes = 300_000;

/**
 * Style sheets that the author wrote into the text or linked from the course's own files. As on a page of Open edX they
 * hold for the author's parts of the whole unit, and as nowhere there, for nothing else.
 */
async function addStyleSheets(nodes: readonly SourceNode[], rendering: Rendering): Promise<void> {
  const { links, styles, scope } = rendering;
  for (const { name, attributes, children } of elementsOf(nodes)) {
    if (name === 'style') styles.addRules(scopedRules(textOf(children), scope));
    if (name !== 'link' || !/stylesheet/i.test(attributes.rel ?? '')) continue;
    const target = links.resolve(attributes.href ?? '');
    if (target.type === 'file') styles.addRules(await linkedRules(target.file.hash, rendering));
  }
}

const linkedSheets = new WeakMap<CourseVersion, Map<string, string>>();

/** Many units of a course link the same sheet; it is read once. */
async function linkedRules(hash: string, { version, files, scope }: Rendering): Promise<string> {
  const sheets = linkedSheets.get(version) ?? new Map<string, string>();
  linkedSheets.set(version, sheets);
  const key = `${scope} ${hash}`;
  let rules = sheets.get(key);
  if (rules === undefined) {
    const bytes = await files.read(hash, mostSheet_bytes);
    rules = bytes ? scopedRules(new TextDecoder().decode(bytes), scope) : '';
    sheets.set(key, rules);
  }
  return rules;
}
