/** What a version holds besides its blocks, by path below the top of the archive that it came in. */
export interface Manifest {
  /** The folder with `course.xml`: empty when it is the top. */
  readonly folder: string;
  /** Texts that mooc reads (`about/overview.html`, `policies/…/policy.json`): path -> content hash. */
  readonly documents: Readonly<Record<string, string>>;
  /** All other files (`static/logo.png`, `README.md`): path -> asset. */
  readonly files: Readonly<Record<string, ManifestFile>>;
}

/** A file of a version: which bytes, and what they are. */
export interface ManifestFile {
  readonly hash: string;
  readonly media_type: string;
  readonly size_bytes: number;
}

/** A path below the course's folder, as the manifest has it. */
export function inFolder(manifest: Pick<Manifest, 'folder'>, path: string): string {
  return manifest.folder ? `${manifest.folder}/${path}` : path;
}
