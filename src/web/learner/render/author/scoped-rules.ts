import { type CssNode, clone, type Declaration, generate, type List, parse, type Rule, walk } from 'css-tree';
import { isTooDeep, keptDeclaration } from './declarations.ts';
import { authorClass, authorId } from './names.ts';

const longestSheet_chars = 300_000;

/**
 * An author's style sheet with its reach cut to `scope` (a class of ours): classes and ids under the names that the
 * sanitiser gives them, the page itself as the scope, declarations as in `style` attributes, `@media` kept, all else left out.
 */
export function scopedRules(source: string, scope: string): string {
  if (source.length > longestSheet_chars || isTooDeep(source)) return '';
  return rulesIn(parse(source, { onParseError: () => {} }), scope);
}

function rulesIn(parent: CssNode, scope: string): string {
  if (!('children' in parent) || !parent.children) return '';
  let css = '';
  for (const node of parent.children as List<CssNode>) {
    if (node.type === 'Rule') css += scopedRule(node, scope);
    else if (node.type === 'Atrule' && node.name.toLowerCase() === 'media' && node.block && node.prelude) {
      const inside = rulesIn(node.block, scope);
      if (inside !== '') css += `@media ${generate(node.prelude)}{${inside}}\n`;
    }
  }
  return css;
}

function scopedRule(rule: Rule, scope: string): string {
  if (rule.prelude.type !== 'SelectorList') return '';
  const selectors = [...rule.prelude.children]
    .map((selector) => scopedSelector(selector, scope))
    .filter((s) => s !== null);
  const declarations = [...rule.block.children]
    .filter((node): node is Declaration => node.type === 'Declaration')
    .flatMap(keptDeclaration);
  if (selectors.length === 0 || declarations.length === 0) return '';
  return `${selectors.join(',')}{${declarations.join(';')}}\n`;
}

const pseudoClasses = new Set(
  `active after before checked empty first-child first-letter first-line first-of-type focus focus-visible focus-within
   hover is last-child last-of-type link marker not nth-child nth-last-child nth-of-type only-child visited where`.split(
    /\s+/,
  ),
);

function scopedSelector(selector: CssNode, scope: string): string | null {
  const copy = clone(selector);
  let isFit = true;
  walk(copy, (node) => {
    if (node.type === 'ClassSelector') node.name = authorClass(node.name);
    else if (node.type === 'IdSelector') node.name = authorId(node.name);
    else if (node.type === 'AttributeSelector' || node.type === 'Raw' || node.type === 'NestingSelector') isFit = false;
    else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
      isFit &&= pseudoClasses.has(node.name.toLowerCase());
    }
  });
  if (!isFit) return null;
  const text = generate(copy);
  const page = /^(?::root|html|body)(?=$|[\s.>:])(?:\s*>?\s*body\b)?\s*/i.exec(text);
  // What is said of the page holds for what stands in the author's part: the part itself keeps its size and place.
  const inside = (page ? text.slice(page[0].length).trim() : text) || '>*';
  // `~` and `+` in front would lead from the author's part to ours beside it.
  return /^[~+|]/.test(inside) ? null : `.${scope} ${inside}`;
}
