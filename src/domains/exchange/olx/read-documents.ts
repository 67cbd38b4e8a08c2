import { mediaTypeOf } from '../../assets/index.ts';
import type { Manifest, ManifestFile } from '../../courses/index.ts';
import type { Sink } from '../archive/source-files.ts';
import { checkDates } from './check-dates.ts';
import type { Root } from './find-root.ts';
import { keepContent, type ReadState, report } from './read-state.ts';

const documentPath = /^(?:(?:about|info|tabs)\/.+\.(?:html|json)|policies\/.+\.json|grading_policy\.json)$/;

/** Everything that is no block: the texts that mooc reads, and all other files as they are. */
export async function readManifest(state: ReadState, { top, folder }: Root, sink: Sink): Promise<Manifest> {
  const documents = new Map<string, string>();
  const files = new Map<string, ManifestFile>();
  for (const [fullPath, file] of state.files) {
    const path = fullPath.slice(top.length);
    const own = fullPath.startsWith(state.prefix) ? path.slice(folder.length) : null;
    if (own && state.used.has(own) && !own.startsWith('drafts/')) continue;
    if (own && 'bytes' in file && documentPath.test(own)) {
      documents.set(path, keepContent(state, file.bytes));
      if (own.endsWith('.json')) checkJson(state, own, file.bytes);
      continue;
    }
    if (own) noteUnreached(state, own);
    files.set(path, await keepFile(path, file, sink));
  }
  return {
    folder: folder.replace(/\/$/, ''),
    documents: Object.fromEntries(documents),
    files: Object.fromEntries(files),
  };
}

async function keepFile(
  path: string,
  file: { bytes: Buffer } | { hash: string; size_bytes: number; mediaType: string },
  sink: Sink,
): Promise<ManifestFile> {
  if (!('bytes' in file)) return { hash: file.hash, size_bytes: file.size_bytes, media_type: file.mediaType };
  const stored = await sink.put(file.bytes);
  return { ...stored, media_type: mediaTypeOf(path, file.bytes) };
}

function noteUnreached(state: ReadState, path: string): void {
  if (!path.endsWith('.xml') || !path.includes('/') || /^(?:static|roots|src|assets|\.)/.test(path)) return;
  if (state.used.has(path)) return;
  const message = 'Nothing in the course leads to this block. It is kept as a file and comes back on export.';
  report(state, 'note', 'unreached', { file: path, line: 0 }, message);
}

function checkJson(state: ReadState, path: string, bytes: Buffer): void {
  try {
    const value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
    if (/^policies\/(?:[^/]+\/policy|[^/]+)\.json$/.test(path)) checkPolicyDates(state, path, value);
  } catch (error) {
    const message = `This file is not JSON (${(error as Error).message}), so its settings do not count. Correct it.`;
    report(state, 'error', 'bad-json', { file: path, line: 0 }, message);
  }
}

/** `{"course/2031": {"start": …}, "sequential/x": {"due": …}}` */
function checkPolicyDates(state: ReadState, file: string, policy: unknown): void {
  if (policy === null || typeof policy !== 'object') return;
  for (const [key, entry] of Object.entries(policy)) {
    if (/^[^/]+\/[^/]+$/.test(key) && entry !== null && typeof entry === 'object') {
      checkDates(state, key.split('/')[0]!, entry as Record<string, unknown>, { file, line: 0 });
    }
  }
}
