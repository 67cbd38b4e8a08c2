import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createScriptPool } from '../../src/domains/learning/index.ts';
import { runVectors } from '../../src/domains/problems/index.ts';

const folder = join(import.meta.dirname, '../../../shared/vectors/problems');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];

describe.skipIf(files.length === 0)(
  'the vectors beside the project, with Python (skipped where they are absent)',
  () => {
    const scripts = createScriptPool();
    const run = scripts.runnerFor({ version: 'vectors', library: async () => null });
    afterAll(() => scripts.close());

    it.each(files)('%s', { timeout: 120_000 }, async (name) => {
      const report = await runVectors(readFileSync(join(folder, name), 'utf8'), run);
      expect(report.differences).toEqual([]);
      expect(report.skipped).toEqual([]);
      expect(report.passed).toBeGreaterThan(0);
    });
  },
);
