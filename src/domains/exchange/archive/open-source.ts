import { stat } from 'node:fs/promises';
import { OperatorError } from '../../../kernel/errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readFolder } from './read-folder.ts';
import { readTar } from './read-tar.ts';
import { createCollector, type Sink, type SourceFiles } from './source-files.ts';

/**
 * Reads the files of a course from a folder or an archive. What is no text goes to the sink as it comes; `onCount` hears
 * of every hundredth file.
 *
 * @throws OperatorError when there is nothing, or what is there is too large, broken or hostile
 */
export async function openSource(
  path: string,
  sink: Sink,
  options: { readonly limits?: Limits; readonly onCount?: (files: number) => void } = {},
): Promise<SourceFiles> {
  const { limits = defaultLimits, onCount = () => {} } = options;
  const found = await stat(path).catch(() => null);
  if (!found) throw new OperatorError(`There is nothing at ${path}.`);
  const collector = createCollector(limits, sink, onCount);
  if (found.isDirectory()) await readFolder(path, limits, collector);
  else if (found.isFile()) await readTar(path, limits, collector);
  else throw new OperatorError(`${path} is neither a folder nor a file.`);
  return collector;
}
