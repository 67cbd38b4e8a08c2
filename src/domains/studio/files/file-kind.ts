/** What authors call a file. */
export type FileKind = 'picture' | 'film' | 'sound' | 'document' | 'words' | 'program' | 'other';

/** All kinds, in the order in which they are offered. */
export const fileKinds: readonly FileKind[] = ['picture', 'film', 'sound', 'document', 'words', 'program', 'other'];

/** The kind of a file of that media type. */
export function fileKindOf(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('video/') || mediaType === 'application/vnd.apple.mpegurl') return 'film';
  if (mediaType.startsWith('audio/')) return 'sound';
  if (mediaType === 'application/x-subrip' || mediaType === 'text/vtt') return 'words';
  if (/pdf|epub|officedocument|text\/(?:plain|csv|markdown)/.test(mediaType)) return 'document';
  return /html|javascript|css|wasm|xml/.test(mediaType) ? 'program' : 'other';
}

/** Endings that promise a kind: what is called so and is something else is refused. */
const promised: Readonly<Record<string, FileKind>> = {
  ...{ png: 'picture', jpg: 'picture', jpeg: 'picture', gif: 'picture', webp: 'picture', avif: 'picture' },
  ...{ svg: 'picture', svgz: 'picture', mp4: 'film', m4v: 'film', webm: 'film', pdf: 'document' },
};

/** Whether the bytes are what the name says, as far as it says anything. */
export function isAsNamed(name: string, mediaType: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return promised[ending] === undefined || promised[ending] === fileKindOf(mediaType);
}
