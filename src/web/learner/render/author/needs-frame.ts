import type { Links } from './links.ts';
import { elementsOf, type SourceNode, textOf } from './source-node.ts';

/**
 * What becomes of an html block: words that stand on the page, a program that needs a frame, or nothing at all, when it
 * only brings scripts for other blocks, which no block can reach here.
 */
export type Nature = 'words' | 'program' | 'nothing';

export function natureOf(nodes: readonly SourceNode[], links: Links): Nature {
  const elements = [...elementsOf(nodes)];
  const shows = elements.some(({ name }) => showing.has(name)) || visibleText(nodes) !== '';
  const scripts = elements.filter(({ name, attributes }) => name === 'script' && isProgram(attributes.type));
  const own = scripts.filter(({ attributes, children }) => runs(attributes.src, textOf(children), links));
  if (own.length === 0)
    return elements.some(({ attributes }) => hasHandler(attributes)) ? 'program' : shows ? 'words' : 'nothing';
  return shows || own.some(({ children }) => /document\.write|createElement|innerHTML|append/.test(textOf(children)))
    ? 'program'
    : 'nothing';
}

const showing = new Set([
  'img',
  'iframe',
  'video',
  'audio',
  'canvas',
  'svg',
  'object',
  'embed',
  'input',
  'button',
  'select',
  'hr',
]);

function isProgram(type = ''): boolean {
  return /^\s*(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script.*)?\s*$/i.test(type);
}

function runs(src: string | undefined, text: string, links: Links): boolean {
  if (src === undefined) return text.trim() !== '';
  const target = links.resolve(src);
  return target.type === 'file' || target.type === 'foreign';
}

/** Handlers that do something by themselves. One that calls a function of another block can do nothing here. */
function hasHandler(attributes: Readonly<Record<string, string>>): boolean {
  return Object.entries(attributes).some(
    ([name, value]) =>
      /^on(?:click|change|input|submit|key|mouse)/.test(name) && /\b(?:this|document|window|alert|event)\b/.test(value),
  );
}

function visibleText(nodes: readonly SourceNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'element' && !/^(script|style|template|noscript|title)$/.test(node.name)
        ? visibleText(node.children)
        : '';
    })
    .join('')
    .trim();
}
