import { isElement, parseXml, walk, writeXml, type XmlElement, XmlError } from '../../../kernel/xml/index.ts';

const responseNames = new Set([
  'optionresponse',
  'multiplechoiceresponse',
  'stringresponse',
  'numericalresponse',
  'choiceresponse',
]);

function read(source: string): XmlElement | null {
  try {
    return parseXml(`<part>${source}</part>`);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

/** Line breaks between a closing tag and a tag right behind it, for the reader of the source. */
function breakAfterClosingTags(line: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const closing = line.indexOf('</', at);
    const between = closing === -1 ? -1 : line.indexOf('><', closing + 2);
    const end = between === -1 ? -1 : line.indexOf('>', between + 2);
    if (end === -1) return out + line.slice(at);
    out += `${line.slice(at, between + 1)}\n${line.slice(between + 1, end + 1)}`;
    at = end + 1;
  }
}

/**
 * A part with exactly one response becomes that response: the elements around it move in, those before it in front of
 * its first child. Text between them is lost, as in the original. Any other part stays as it is, and so does one that
 * is not XML yet (a bare `&`), which the author sees when the source is checked.
 */
export function gatherIntoResponse(source: string): string {
  const part = read(source);
  const responses = part ? [...walk(part)].filter((found) => responseNames.has(found.name)) : [];
  const [response] = responses;
  if (!part || !response || responses.length !== 1 || !part.children.includes(response)) return source;
  const at = part.children.indexOf(response);
  const firstChild = response.children.findIndex(isElement);
  const inFront = firstChild === -1 ? response.children.length : firstChild;
  response.children.splice(inFront, 0, ...part.children.slice(0, at).filter(isElement));
  response.children.push(...part.children.slice(at + 1).filter(isElement));
  for (const found of walk(response)) delete found.attributes.xmlns;
  return writeXml(response).split('\n').map(breakAfterClosingTags).join('\n');
}
