import { createHash } from 'node:crypto';

/** A way in which a value may stand in a file. */
export interface Spelling {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Below this a spelling would be found everywhere. */
const fewest_bytes = 4;

/** All ways in which a value may stand in a file; those that come out the same are there once. */
export function spellingsOf(value: string): Spelling[] {
  const utf8 = Buffer.from(value, 'utf8');
  const all: Spelling[] = [
    { name: 'UTF-8', bytes: utf8 },
    { name: 'lower case', bytes: Buffer.from(value.toLowerCase()) },
    { name: 'upper case', bytes: Buffer.from(value.toUpperCase()) },
    { name: 'composed letters', bytes: Buffer.from(value.normalize('NFC')) },
    { name: 'decomposed letters', bytes: Buffer.from(value.normalize('NFD')) },
    { name: 'UTF-16LE', bytes: Buffer.from(value, 'utf16le') },
    { name: 'UTF-16BE', bytes: Buffer.from(value, 'utf16le').swap16() },
    ...([...value].every((sign) => sign <= 'ÿ') ? [{ name: 'Latin-1', bytes: Buffer.from(value, 'latin1') }] : []),
    { name: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    { name: 'upper-case hex', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
    ...inText(value, utf8),
    ...base64Of(utf8),
    ...hashesOf(value),
  ];
  const seen = new Set<string>();
  return all.filter(({ bytes }) => {
    const key = bytes.toString('latin1');
    if (bytes.length < fewest_bytes || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** As the languages of the web and of mail escape it. */
function inText(value: string, utf8: Buffer): Spelling[] {
  const percent = encodeURIComponent(value);
  const json = JSON.stringify(value).slice(1, -1);
  const markup = value.replace(/[&<>"']/g, (sign) => `&${names[sign]};`);
  const escaped = (pattern: RegExp, write: (code: number) => string) =>
    value.replace(pattern, (sign) => write(sign.codePointAt(0)!));
  const texts: Record<string, string> = {
    percent,
    'lower-case percent': percent.replace(/%../g, (each) => each.toLowerCase()),
    form: percent.replaceAll('%20', '+'),
    'percent of every byte': utf8.toString('hex').toUpperCase().replace(/../g, '%$&'),
    JSON: json,
    'JSON in ASCII': json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'named entities': markup,
    'decimal entities': escaped(/[^A-Za-z0-9 ]/gu, (code) => `&#${code};`),
    'hexadecimal entities': escaped(/[^A-Za-z0-9 ]/gu, (code) => `&#x${code.toString(16)};`),
    'quoted-printable': [...utf8]
      .map((byte) => (byte < 32 || byte > 126 || byte === 61 ? `=${hex(byte)}` : String.fromCharCode(byte)))
      .join(''),
  };
  return Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** Base64 looks different by where in a group of three bytes the value begins; signs that its neighbours decide are cut. */
function base64Of(utf8: Buffer): Spelling[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8]).toString('base64');
    const from = before === 0 ? 0 : before + 1;
    const rest = (before + utf8.length) % 3;
    const sure = text.replaceAll('=', '').slice(from, rest === 0 ? undefined : -1);
    const url = sure.replaceAll('+', '-').replaceAll('/', '_');
    return [
      { name: `base64, ${before} before`, bytes: Buffer.from(sure) },
      { name: `base64url, ${before} before`, bytes: Buffer.from(url) },
    ];
  });
}

/** A hash of an address is as good as the address to whoever has a list of addresses. */
function hashesOf(value: string): Spelling[] {
  return ['md5', 'sha1', 'sha256'].flatMap((kind) => {
    const hash = createHash(kind).update(value.toLowerCase()).digest();
    return [
      { name: `${kind}`, bytes: hash },
      { name: `${kind} in hex`, bytes: Buffer.from(hash.toString('hex')) },
    ];
  });
}
