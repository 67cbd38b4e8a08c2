import { readJson } from '../../kernel/read-json.ts';
import type { Settings } from './course.ts';
import { inFolder, type Manifest } from './manifest.ts';

/** The documents of a version, read. Paths are below the course's folder. */
export interface CourseDocuments {
  readonly manifest: Manifest;
  text(path: string): string | null;
  /** Null when the document is missing or is not JSON. */
  json(path: string): unknown;
  /** The paths of the documents that lie straight in a folder. */
  list(folder: string): readonly string[];
  /** The layout of the course block, with its `<textbook>` and `<wiki>` elements. */
  readonly rootLayout: string | null;
}

export function openDocuments(
  manifest: Manifest,
  bodies: ReadonlyMap<string, string>,
  rootLayout: string | null,
): CourseDocuments {
  const text = (path: string) => bodies.get(manifest.documents[inFolder(manifest, path)] ?? '') ?? null;
  return {
    manifest,
    rootLayout,
    text,
    json: (path) => readJson(text(path) ?? ''),
    list: (folder) => {
      const start = inFolder(manifest, `${folder}/`);
      const paths = Object.keys(manifest.documents).filter((p) => p.startsWith(start));
      return paths.map((p) => p.slice(start.length)).filter((name) => !name.includes('/'));
    },
  };
}

/** Where a course's policy may lie, the one that counts first. `policies/RUN.json` is where it lay in 2012. */
export function policyPaths(run: string): readonly string[] {
  return [`policies/${run}/policy.json`, `policies/${run}.json`];
}

/** The course's policy: settings by `tag/name`. */
export function policyOf(documents: CourseDocuments, run: string): Readonly<Record<string, Settings>> {
  const policy = policyPaths(run)
    .map((path) => documents.json(path))
    .find((found) => found !== null);
  if (!policy || typeof policy !== 'object' || Array.isArray(policy)) return {};
  const entries = Object.entries(policy).filter(([, entry]) => entry !== null && typeof entry === 'object');
  return Object.fromEntries(entries) as Record<string, Settings>;
}
