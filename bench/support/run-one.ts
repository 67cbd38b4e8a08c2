import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer, Figure } from './measure.ts';

/** Runs the benches of one file in this process, which is theirs alone, and tells its parent. */
async function runFile(file: string): Promise<Answer> {
  try {
    const exported = (await import(pathToFileURL(path.resolve(file)).href)) as Record<string, unknown>;
    const figures: Figure[] = [];
    for (const [name, bench] of Object.entries(exported)) {
      if (/^bench[A-Z]/.test(name) && typeof bench === 'function') figures.push(...((await bench()) as Figure[]));
    }
    return { type: 'figures', figures };
  } catch (error) {
    return { type: 'failed', reason: (error as Error).stack ?? String(error) };
  }
}

process.send!(await runFile(process.argv[2]!), () => process.exit(0));
