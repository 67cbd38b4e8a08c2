import { isElement, parseXml, type XmlElement, XmlError, type XmlNode } from '../../../kernel/xml/index.ts';
import { meaningOf } from './meaning.ts';
import { problemFromMarkdown } from './problem-from-markdown.ts';
import { oneLine, writeProse } from './write-prose.ts';
import { isResponse, writeResponse } from './write-response.ts';

function readProblem(xml: string): XmlElement | null {
  try {
    const root = parseXml(xml);
    return root.name === 'problem' ? root : null;
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

/** Each response is a part of its own, and so is what stands between two responses. */
function writeParts(nodes: readonly XmlNode[]): string[] {
  const parts: string[] = [];
  let prose: XmlNode[] = [];
  const endProse = () => {
    const written = writeProse(prose);
    if (written !== '') parts.push(written);
    prose = [];
  };
  for (const node of nodes) {
    if (!isResponse(node)) {
      prose.push(node);
      continue;
    }
    endProse();
    parts.push(writeResponse(node));
  }
  endProse();
  return parts;
}

/**
 * The editor's Markdown for a problem, or null where Markdown cannot say all that the problem says (its attributes are
 * not looked at). What is returned gives the same problem again by {@link problemFromMarkdown}, up to white space: that
 * is tried before it is returned.
 */
export function markdownFromProblem(xml: string): string | null {
  const root = readProblem(xml);
  if (!root) return null;
  const isHints = (node: XmlNode) => isElement(node) && node.name === 'demandhint';
  const parts = writeParts(root.children.filter((node) => !isHints(node)));
  const hints = root.children.filter(isElement).filter(isHints).flatMap(writeDemandHints);
  const markdown = `${[parts.join('\n\n---\n\n'), ...hints].join('\n\n')}\n`;
  const again = readProblem(tryConvert(markdown));
  return again && meaningOf(again) === meaningOf(root) ? markdown : null;
}

function writeDemandHints(demandHint: XmlElement): string[] {
  return demandHint.children.filter(isElement).map((hint) => `|| ${oneLine(hint.children)} ||`);
}

function tryConvert(markdown: string): string {
  try {
    return problemFromMarkdown(markdown);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
