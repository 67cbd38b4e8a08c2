/** Text as authors' tools write it: UTF-8, or where the bytes are none, Windows-1252, in which every byte is something. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
