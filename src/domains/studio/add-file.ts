import type { Writing } from '../../kernel/database/index.ts';
import { idOf, inFolder, type ManifestFile, type VersionCache } from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';

const most_files = 5_000;

/**
 * Gives the draft a file below `static/`, under its name or, where another file has that, with a number behind. The bytes
 * are in the file store already.
 */
export async function addFile(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { name, file }: { readonly name: string; readonly file: ManifestFile },
): Promise<(Edited & { readonly name: string }) | Refused> {
  let chosen = name;
  const result = await changeDraft<Refused>(w, versions, edit, ({ root, manifest }) => {
    if (Object.keys(manifest.files).length >= most_files) return refused('too-many-files');
    const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
    const placeOf = (one: string) => inFolder(manifest, `static/${one}`);
    for (let i = 2; (manifest.files[placeOf(chosen)]?.hash ?? file.hash) !== file.hash; i++)
      chosen = `${stem}-${i}${ending}`;
    const files = { ...manifest.files, [placeOf(chosen)]: file };
    return { type: 'change', blockId: idOf(root), root, manifest: { ...manifest, files } };
  });
  return result.type === 'edited' ? { ...result, name: chosen } : result;
}
