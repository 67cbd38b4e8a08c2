import { OperatorError } from '../../../kernel/errors.ts';
import { parseXml, type XmlElement, XmlError } from '../../../kernel/xml/index.ts';
import { bytesAt, type ReadState, report } from './read-state.ts';

/** A document: its root, and the comments and instructions around it. */
export interface XmlDocument {
  readonly root: XmlElement;
  readonly before: string;
  readonly behind: string;
}

export type XmlReading =
  | { readonly type: 'read'; readonly document: XmlDocument }
  | { readonly type: 'broken'; readonly why: string; readonly line: number };

/**
 * Reads an XML file of the course. What is not XML is said with its line. What no author writes, but who wants to harm
 * the reader (entities that multiply or reach outside, a tower of elements), ends the reading of the whole course.
 */
export function readXmlFile(state: ReadState, path: string): XmlReading {
  const text = decodeXml(bytesAt(state, path) ?? Buffer.alloc(0));
  if (text === null)
    return { type: 'broken', why: 'its bytes are not in the encoding that it says: save it as UTF-8', line: 1 };
  const prolog = readProlog(text);
  if (prolog.hasEntities) {
    throw new OperatorError(
      `${state.prefix}${path}: it declares entities of its own, which can be made to multiply without end or to read other files. Write the text itself, and pack the course again.`,
    );
  }
  const first = tryParse(state, path, text);
  if (first instanceof XmlError) {
    const cleaned = withoutMako(text);
    const second = cleaned === text ? first : tryParse(state, path, cleaned);
    if (second instanceof XmlError) return { type: 'broken', why: first.message.replace(/\.$/, ''), line: first.line };
    report(
      state,
      'note',
      'mako',
      { file: path, line: 1 },
      'Lines of a Mako template were left out: it is read as plain XML.',
    );
    return { type: 'read', document: { root: second, before: '', behind: '' } };
  }
  return { type: 'read', document: { root: first, before: prolog.misc, behind: readEpilog(text) } };
}

function tryParse(state: ReadState, path: string, text: string): XmlElement | XmlError {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (!error.message.startsWith('nested deeper')) return error;
    throw new OperatorError(
      `${state.prefix}${path}: its elements are ${error.message}. That is no course; nothing was imported.`,
    );
  }
}

/** The text of an XML document, or null when its bytes are not what it says. */
export function decodeXml(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : (declared ?? 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).trimStart();
  } catch {
    return null;
  }
}

/** Lines and tags of the template language that courses of 2012 were written in. */
function withoutMako(text: string): string {
  return text.replaceAll('%include', 'include').replace(/^[^\S\n]*%.*$/gm, '');
}

/** What stands before the root element, and where that begins. */
export function readProlog(text: string): {
  readonly misc: string;
  readonly hasEntities: boolean;
  readonly end: number;
} {
  const misc: string[] = [];
  let hasEntities = false;
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    const end = endOfMisc(text, at);
    if (end < 0) return { misc: misc.join('\n'), hasEntities, end: at };
    const piece = text.slice(at, end);
    if (piece.startsWith('<!DOCTYPE')) hasEntities ||= /<!ENTITY/i.test(piece);
    else if (!/^<\?xml\s/.test(piece)) misc.push(piece);
    at = end;
  }
}

/** Where the comment, instruction or document type that begins here ends; -1 when none does. */
function endOfMisc(text: string, at: number): number {
  if (text.startsWith('<?', at)) return after(text, '?>', at);
  if (text.startsWith('<!--', at)) return after(text, '-->', at);
  if (!text.startsWith('<!DOCTYPE', at)) return -1;
  const bracket = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  return bracket >= 0 && bracket < close ? after(text, '>', text.indexOf(']', bracket)) : after(text, '>', at);
}

function after(text: string, mark: string, at: number): number {
  const found = at < 0 ? -1 : text.indexOf(mark, at);
  return found < 0 ? text.length : found + mark.length;
}

function readEpilog(text: string): string {
  const pieces: string[] = [];
  let rest = text.trimEnd();
  for (;;) {
    const [open, close] = rest.endsWith('-->') ? ['<!--', '-->'] : ['<?', '?>'];
    const start = rest.endsWith(close) ? rest.lastIndexOf(open) : -1;
    if (start < 0) return pieces.join('\n');
    pieces.unshift(rest.slice(start));
    rest = rest.slice(0, start).trimEnd();
  }
}
