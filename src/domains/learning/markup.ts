import { escapeMarkup } from '../../kernel/escape-markup.ts';
import type { LearnerNode } from '../problems/index.ts';

const empty: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Author's nodes as HTML source again. Still the author's: whoever shows it sanitises it. */
export function markupOf(nodes: readonly LearnerNode[]): string {
  return nodes.map(nodeMarkup).join('');
}

function nodeMarkup(node: LearnerNode): string {
  if (node.type === 'text') return escapeMarkup(node.text);
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
  const open = `<${node.name}${attributes.join('')}>`;
  return empty.has(node.name) ? open : `${open}${markupOf(node.children)}</${node.name}>`;
}
