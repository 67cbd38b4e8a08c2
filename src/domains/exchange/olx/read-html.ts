import { writeChildren, writeXml, type XmlElement } from '../../../kernel/xml/index.ts';
import { bytesAt, keepContent, type ReadState, report, resolvePath } from './read-state.ts';

/** The HTML of an html block, with what else must be kept to write its source again. */
export interface HtmlText {
  readonly contentHash: string | null;
  /** The text's path, where Open edX would write it elsewhere. */
  readonly html_path?: string;
  /** What the element holds, where that and the HTML are two things. */
  readonly inner: string;
  readonly error: string | null;
}

/** Reads `html/NAME.html` when the element says `filename`, else what the element holds. */
export function readHtml(state: ReadState, element: XmlElement, name: string, file: string): HtmlText {
  const { filename } = element.attributes;
  if (filename === undefined) return readInlineHtml(state, element);
  const inner = writeChildren(element);
  const wanted = htmlPathOf(name, filename);
  const path = htmlCandidates(wanted)
    .map((candidate) => resolvePath(state, candidate))
    .find((found) => found !== null);
  if (!path) {
    const error = `Its text ${wanted} is missing.`;
    report(state, 'error', 'missing-html', { file, line: element.line }, `${error} Add the file, or remove the block.`);
    return { contentHash: null, inner, error };
  }
  const bytes = bytesAt(state, path)!;
  state.used.add(path);
  if (bytes.length === 0) report(state, 'note', 'empty-html', { file: path, line: 0 }, 'This text is empty.');
  if (!isUtf8(bytes)) {
    report(
      state,
      'warning',
      'encoding',
      { file: path, line: 0 },
      'This text is not UTF-8; it was read as Windows-1252. Save it as UTF-8.',
    );
  }
  const plain = path.replace(/^drafts\//, '');
  return { contentHash: keepContent(state, bytes), inner, error: null, ...(plain !== wanted && { html_path: plain }) };
}

/** Where Open edX would write the text: beside the block's own file. */
export function htmlPathOf(name: string, filename: string): string {
  const folders = `html/${name.replaceAll(':', '/')}`.split('/').slice(0, -1);
  return `${folders.join('/')}/${filename}.html`;
}

/** Where Open edX looks for it: there, then without a doubled `.html`, then with ever fewer folders. */
function htmlCandidates(path: string): string[] {
  const start = path.endsWith('.html.html') ? path.slice(0, -5) : path;
  const candidates = path === start ? [] : [path];
  for (let rest = start; rest.includes('/'); rest = rest.slice(rest.indexOf('/') + 1)) candidates.push(rest);
  return [...candidates, start.slice(start.lastIndexOf('/') + 1)];
}

/**
 * HTML inside the element, as Open edX reads it: text that comes first stands as it is, so that `&lt;b&gt;` there is a
 * tag; everything else is XML again.
 */
function readInlineHtml(state: ReadState, element: XmlElement): HtmlText {
  const inner = writeChildren(element);
  if (!inner) return { contentHash: null, inner: '', error: null };
  const html = inlineHtml(element);
  return { contentHash: keepContent(state, html), inner: html === inner ? '' : inner, error: null };
}

export function inlineHtml(element: XmlElement): string {
  const first = element.children.findIndex((child) => child.type !== 'text');
  const lead = element.children.slice(0, first < 0 ? element.children.length : first);
  const rest = first < 0 ? [] : element.children.slice(first);
  const written = rest.map((node) =>
    node.type === 'text' && node.cdata ? writeXml({ ...node, cdata: false }) : writeXml(node),
  );
  return lead.map((node) => (node.type === 'text' ? node.text : '')).join('') + written.join('');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
