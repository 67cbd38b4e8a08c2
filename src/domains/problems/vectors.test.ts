import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runVectors } from './vectors.ts';

const folder = join(import.meta.dirname, '../../../../shared/vectors');
const kinds = ['problems', 'calc'];

describe.skipIf(!existsSync(folder))('the vectors beside the project (skipped where they are absent)', () => {
  for (const kind of kinds) {
    const files = existsSync(folder) ? readdirSync(join(folder, kind)).filter((name) => name.endsWith('.jsonl')) : [];
    it.each(files)(`${kind}/%s`, async (name) => {
      const report = await runVectors(readFileSync(join(folder, kind, name), 'utf8'));
      expect(report.differences).toEqual([]);
      expect(report.passed + report.skipped.length).toBeGreaterThan(0);
    });
  }
});
