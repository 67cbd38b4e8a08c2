import type { Writing } from '../../../kernel/database/index.ts';
import { idOf, inFolder, type ManifestFile, plainFileName, type VersionCache } from '../../courses/index.ts';
import { changeDraft } from '../change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from '../edit.ts';

const most_files = 5_000;

/** A file to be added: its name below `static/`, and its bytes, which are in the file store. */
export interface NewFile {
  readonly name: string;
  readonly file: ManifestFile;
}

/**
 * Gives the draft files below `static/`, all in one version: each under its name or, where another file has that, with a
 * number behind, or (`replace`) in the place of that other. @returns the names that they have now, in their order
 */
export async function addFiles(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  added: readonly NewFile[],
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<(Edited & { readonly names: readonly string[] }) | Refused> {
  const names: string[] = [];
  const result = await changeDraft<Refused>(w, versions, edit, ({ root, manifest }) => {
    const files: Record<string, ManifestFile> = { ...manifest.files };
    const below = inFolder(manifest, 'static/');
    const paths = Object.keys(files).filter((path) => path.startsWith(below));
    // Open edX keeps all files in one folder, so `a/b.png` and `a_b.png` are one there.
    const pathOf = new Map(paths.map((path) => [plainFileName(path.slice(below.length)), path]));
    for (const { name, file } of added) {
      const chosen = replace
        ? name
        : freeName(name, (one) => {
            const path = pathOf.get(plainFileName(one));
            return path === undefined || files[path]!.hash === file.hash;
          });
      const path = pathOf.get(plainFileName(chosen)) ?? `${below}${chosen}`;
      pathOf.set(plainFileName(chosen), path);
      files[path] = file;
      names.push(path.slice(below.length));
    }
    if (Object.keys(files).length > most_files) return refused('too-many-files');
    return { type: 'change', blockId: idOf(root), root, manifest: { ...manifest, files } };
  });
  return result.type === 'edited' ? { ...result, names } : result;
}

function freeName(name: string, isFree: (name: string) => boolean): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(name) ?? [];
  let chosen = name;
  for (let i = 2; !isFree(chosen); i++) chosen = `${stem}-${i}${ending}`;
  return chosen;
}
