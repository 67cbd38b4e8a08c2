import { type SafeNode, safeElement, safeText, writeSafe } from '../render/author/safe-node.ts';

type Child = SafeNode | string | null | readonly SafeNode[];

/** An element of ours; strings are text and are escaped. Attributes that are null are left out. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): SafeNode {
  const present = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null);
  return safeElement(name, Object.fromEntries(present), children.flatMap(nodesOf));
}

function nodesOf(child: Child): readonly SafeNode[] {
  if (child === null || child === '') return [];
  if (typeof child === 'string') return [safeText(child)];
  return 'type' in child ? [child] : child;
}

/** Markup that is already fit for the page. */
export function raw(html: string): SafeNode {
  return { type: 'markup', html };
}

export function write(...nodes: readonly SafeNode[]): string {
  return writeSafe(nodes);
}
