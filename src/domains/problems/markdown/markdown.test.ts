import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemFromMarkdown } from './index.ts';

const corpus = resolve(import.meta.dirname, '../../../../../shared/vectors/markdown/markdown.jsonl');

interface Case {
  id: string;
  markdown: string;
  xml: string;
}

describe.skipIf(!existsSync(corpus))('texts converted by the original (skipped where the corpus is absent)', () => {
  const lines = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n') : [];
  it.each(lines.map((line) => JSON.parse(line) as Case))('$id', ({ markdown, xml }) => {
    expect(problemFromMarkdown(markdown)).toBe(xml);
  });
});
