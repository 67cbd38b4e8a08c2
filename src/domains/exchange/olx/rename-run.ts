import { OperatorError } from '../../../kernel/errors.ts';
import { inFolder, type Manifest } from '../../courses/index.ts';

/**
 * The manifest under another run's name: the policy's folder and its entry for the course are named after the run.
 *
 * @throws OperatorError when the policy of the new name is there already
 */
export function renameRun(
  manifest: Manifest,
  contents: Map<string, Uint8Array>,
  keep: (text: string) => string,
  from: string,
  to: string,
): Manifest {
  if (from === to) return manifest;
  const rename = (path: string) => {
    for (const folder of ['policies', 'about', 'info', 'tabs']) {
      const old = inFolder(manifest, `${folder}/${from}`);
      if (path === `${old}.json` || path.startsWith(`${old}/`))
        return `${inFolder(manifest, `${folder}/${to}`)}${path.slice(old.length)}`;
    }
    return path;
  };
  const documents: Record<string, string> = {};
  for (const [path, hash] of Object.entries(manifest.documents)) {
    const renamed = rename(path);
    if (renamed !== path && manifest.documents[renamed])
      throw new OperatorError(`There is a policy for the run ${to} already: choose another name.`);
    const isPolicy =
      renamed !== path && /\/policies\/.*\.json$/.test(`/${path}`) && !path.endsWith('grading_policy.json');
    documents[renamed] = isPolicy ? keep(renamePolicy(contents.get(hash)!, from, to)) : hash;
  }
  return { ...manifest, documents };
}

function renamePolicy(bytes: Uint8Array, from: string, to: string): string {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    const policy = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
    const entries = Object.entries(policy).map(([key, entry]) => [
      key === `course/${from}` ? `course/${to}` : key,
      entry,
    ]);
    return `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`;
  } catch {
    return text;
  }
}
