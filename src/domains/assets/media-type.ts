/** Beginnings that say what a file is, whatever it is called. */
const signatures: readonly (readonly [offset: number, bytes: string, type: string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF8', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [4, 'ftypavif', 'image/avif'],
  [0, '%PDF-', 'application/pdf'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\x1aE\xdf\xa3', 'video/webm'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'ID3', 'audio/mpeg'],
  [8, 'WAVE', 'audio/wav'],
  [0, 'wOF2', 'font/woff2'],
  [0, 'wOFF', 'font/woff'],
  [0, '\x1f\x8b', 'application/gzip'],
  [0, '\0asm', 'application/wasm'],
];

/** Types that only a name can tell apart. None of them runs in a browser, but for those that `isActive` knows. */
const byEnding: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  ico: 'image/x-icon',
  json: 'application/json',
  m3u8: 'application/vnd.apple.mpegurl',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  otf: 'font/otf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  sjson: 'application/json',
  srt: 'application/x-subrip',
  ttf: 'font/ttf',
  txt: 'text/plain',
  vtt: 'text/vtt',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

const activeByEnding: Readonly<Record<string, string>> = {
  htm: 'text/html',
  html: 'text/html',
  js: 'text/javascript',
  mjs: 'text/javascript',
  svg: 'image/svg+xml',
  svgz: 'image/svg+xml',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
};

/** How much of a file's beginning `mediaTypeOf` wants to see. */
export const sniffed_bytes = 1024;

/**
 * The type of a file by its first bytes and its name. A name can make a file *more* dangerous than its bytes look
 * (`x.html` is HTML) but never less: a picture's name on HTML bytes gives HTML.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const text = Buffer.from(head.subarray(0, sniffed_bytes)).toString('latin1');
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const signed = signatures.find(([offset, bytes]) => text.startsWith(bytes, offset));
  if (signed) return signed[2];
  if (activeByEnding[ending]) return activeByEnding[ending];
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml';
  if (ending !== 'md' && /<(?:!doctype html|html|head|body|script|iframe|style)[\s>]/i.test(text)) return 'text/html';
  return byEnding[ending] ?? (isText(head) ? 'text/plain' : 'application/octet-stream');
}

function isText(head: Uint8Array): boolean {
  return head.length > 0 && !head.subarray(0, sniffed_bytes).includes(0);
}
