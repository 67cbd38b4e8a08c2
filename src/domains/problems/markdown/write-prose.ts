import {
  element,
  isElement,
  textContent,
  writeChildren,
  writeXml,
  type XmlElement,
  type XmlNode,
} from '../../../kernel/xml/index.ts';
import { problemFromMarkdown } from './problem-from-markdown.ts';
import { isBlank } from './scan.ts';

/** The author's markup between an element's tags, on one line. */
export function oneLine(nodes: readonly XmlNode[]): string {
  return writeChildren(element('line', {}, [...nodes]))
    .replace(/\s+/g, ' ')
    .trim();
}

function isHeading({ name, attributes }: XmlElement): boolean {
  return name === 'h3' && attributes.class === 'hd hd-2 problem-header';
}

/** A bare line where it is read as that paragraph again; else with its tags. */
function writeParagraph(paragraph: XmlElement): string {
  const line = oneLine(paragraph.children);
  const isPlain = Object.keys(paragraph.attributes).length === 0 && line !== '';
  const bare = isPlain && problemFromMarkdown(line) === `<problem>\n<p>${line}</p>\n</problem>`;
  return bare ? line : oneLine([paragraph]);
}

/** `[explanation]` where the solution has the form that it makes; null otherwise. */
function writeExplanation(solution: XmlElement): string | null {
  const [box, ...others] = solution.children.filter(isElement);
  if (!box || others.length > 0 || box.attributes.class !== 'detailed-solution') return null;
  const [title, ...rest] = box.children.filter((node) => node.type !== 'text' || !isBlank(node.text));
  if (!title || textContent(title) !== 'Explanation') return null;
  return `[explanation]\n${writeProse(rest)}\n[explanation]`;
}

function writeCode(pre: XmlElement): string | null {
  const [code, ...others] = pre.children.filter((node) => node.type !== 'text' || !isBlank(node.text));
  if (!code || !isElement(code) || code.name !== 'code' || others.length > 0) return null;
  return `[code]\n${writeChildren(code)}[code]`;
}

function writeElement(found: XmlElement): string {
  if (isHeading(found)) return `${oneLine(found.children)}\n==========`;
  if (found.name === 'p') return writeParagraph(found);
  if (found.name === 'solution') return writeExplanation(found) ?? oneLine([found]);
  if (found.name === 'pre') return writeCode(found) ?? writeXml(found);
  return found.name === 'script' ? writeXml(found) : oneLine([found]);
}

/** Everything that is no question: headings, labels with their descriptions, paragraphs, explanations, markup. */
export function writeProse(nodes: readonly XmlNode[]): string {
  const written: string[] = [];
  const kept = nodes.filter((node) => node.type === 'element' || (node.type === 'text' && !isBlank(node.text)));
  for (let i = 0; i < kept.length; i++) {
    const node = kept[i]!;
    const next = kept[i + 1];
    if (!isElement(node) || node.name !== 'label') {
      written.push(isElement(node) ? writeElement(node) : oneLine([node]));
      continue;
    }
    const describes = next && isElement(next) && next.name === 'description';
    written.push(`>>${oneLine(node.children)}${describes ? `||${oneLine(next.children)}` : ''}<<`);
    if (describes) i += 1;
  }
  return written.join('\n\n');
}
