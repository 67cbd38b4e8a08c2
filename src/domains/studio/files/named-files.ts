import { type CourseVersion, findFile } from '../../courses/index.ts';

type Files = CourseVersion['files'];

/** All spellings of Open edX for an address of a file, up to the file's name. */
const linkStart =
  /\/static\/|\/asset-v1:[^"'<>\s/]{1,200}\+type@asset\+block[@/]|\/c4x\/[^"'<>\s/]{1,100}\/[^"'<>\s/]{1,100}\/asset\//g;
/** A name alone, as attributes and JSON have it: of a transcript, say. */
const bareName = /(?<=["'>])[^"'<>\s\\/]{1,200}\.[A-Za-z0-9]{2,5}(?=["'<])/g;
const longestName_chars = 300;

const quotes: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** The names of those files that a text names in whichever way: by a link, or alone within quotes. */
export function namedFiles(files: Files, text: string): ReadonlySet<string> {
  const plain = text.replace(/&(?:quot|#34|apos|#39|amp);/g, (written) => quotes[written]!);
  const names = new Set<string>();
  for (const written of new Set([...linkedNames(plain), ...(plain.match(bareName) ?? [])])) {
    const file = findFile(files, written);
    if (file) names.add(file.name);
  }
  return names;
}

/** What stands behind the beginning of a link: to the quote that it began with, else to the next space. */
function* linkedNames(text: string): Generator<string> {
  for (const { 0: start, index } of text.matchAll(linkStart)) {
    const from = index + start.length;
    const quote = text[index - 1];
    const isQuoted = quote === '"' || quote === "'";
    const rest = text.slice(from, from + longestName_chars);
    const end = rest.search(isQuoted ? /["'<>\\]/ : /[\s"'<>()\\]/);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (name !== '') yield name;
    // A list of addresses, or a picture that stands in a style.
    if (isQuoted && /[\s),]/.test(name)) yield name.split(/[\s),]/, 1)[0]!;
  }
}
