import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { sanitiseMathMl, sanitiseSvg } from '../author/foreign-content.ts';
import { type Formula, type SafeElement, type SafeNode, writeSafe } from '../author/safe-node.ts';
import { readHtml } from '../author/source-node.ts';
import type { StyleClasses } from '../author/style-classes.ts';
import { startMaths, type Typesetter } from './engine.ts';

/** More formulas than this stand on no page that people read, nor more markup of them. What is above stays its source. */
const most_formulas = 3_000;
const mostMarkup_chars = 10_000_000;

/** Puts markup in the place of every formula. The engine starts with the first one; a tree without any costs nothing. */
export async function typesetFormulas(nodes: readonly SafeNode[], styles: StyleClasses): Promise<readonly SafeNode[]> {
  const formulas = new Map<string, Formula>();
  collect(nodes, formulas);
  if (formulas.size === 0) return nodes;
  const typesetter = await startMaths();
  const markup = new Map<string, string>();
  let room_chars = mostMarkup_chars;
  for (const [key, formula] of [...formulas].slice(0, most_formulas)) {
    if (room_chars <= 0) break;
    const html = await typeset(typesetter, formula, styles);
    room_chars -= html.length;
    markup.set(key, html);
  }
  return nodes.map((node) => replace(node, markup));
}

const keyOf = (formula: Formula) => `${formula.language} ${formula.isDisplay} ${formula.source}`;

function collect(nodes: readonly SafeNode[], formulas: Map<string, Formula>): void {
  for (const node of nodes) {
    if (node.type === 'formula') formulas.set(keyOf(node), node);
    else if (node.type === 'element') collect(node.children, formulas);
  }
}

function replace(node: SafeNode, markup: ReadonlyMap<string, string>): SafeNode {
  if (node.type === 'element') return { ...node, children: node.children.map((child) => replace(child, markup)) };
  const html = node.type === 'formula' ? markup.get(keyOf(node)) : undefined;
  return html === undefined ? node : { type: 'markup', html };
}

/**
 * A picture of the formula for the eye and MathML for screen readers. A formula with a mistake is shown as its source,
 * with what is wrong, which also tells its author.
 */
async function typeset(typesetter: Typesetter, formula: Formula, styles: StyleClasses): Promise<string> {
  try {
    const { svg, mathml } = await typesetter(formula);
    return `<span ${kindOf(formula, svg)}>${cleanSvg(svg, styles)}<span class="only-heard">${cleanMathMl(mathml)}</span></span>`;
  } catch (error) {
    const because = error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error);
    return `<code class="maths-source" title="${escapeMarkup(because)}">${escapeMarkup(formula.source)}</code>`;
  }
}

/** TeX as MathML, which needs no style of its own; null where it has a mistake. */
export async function formulaMathMl(source: string): Promise<string | null> {
  const typesetter = await startMaths();
  try {
    return cleanMathMl((await typesetter({ type: 'formula', language: 'tex', source, isDisplay: false })).mathml);
  } catch {
    return null;
  }
}

/** Wider than this it will not fit on a phone, and scrolls. */
const fits_ex = 34;

function kindOf({ isDisplay }: Formula, svg: string): string {
  if (!isDisplay) return 'class="maths"';
  const width_ex = Number(/\swidth="([\d.]+)ex"/.exec(svg)?.[1] ?? 0);
  return width_ex > fits_ex ? 'class="maths maths-display" tabindex="0"' : 'class="maths maths-display"';
}

/** The engine's output goes through the same allow-list as an author's: a formula is an author's word. */
function cleanSvg(svg: string, styles: StyleClasses): string {
  const [source] = readHtml(svg);
  if (source?.type !== 'element') return '';
  const safe = sanitiseSvg(source, { styles }) as readonly SafeElement[];
  return writeSafe(safe.map((root) => ({ ...root, attributes: { ...root.attributes, 'aria-hidden': 'true' } })));
}

function cleanMathMl(mathml: string): string {
  const source = readHtml(mathml).find((node) => node.type === 'element');
  return source ? writeSafe(sanitiseMathMl(source)) : '';
}
