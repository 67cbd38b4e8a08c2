import type { TestDatabase } from '../../../test/support/test-database.ts';
import { createVersion, ensureCourse, hashContent, type Manifest, type StoredBlock } from '../courses/index.ts';
import { aBlock } from '../courses/testing.ts';

let count = 0;

/** A course with one section, one subsection and the given units, as a draft. @returns its key */
export async function aDraft(
  database: TestDatabase,
  units: readonly StoredBlock[],
  texts: readonly string[] = [],
  given: Partial<Manifest> = {},
): Promise<string> {
  const sequential = aBlock('sequential', 'first', { attributes: { display_name: 'First' }, children: units });
  const chapter = aBlock('chapter', 'one', { attributes: { display_name: 'One' }, children: [sequential] });
  const root = aBlock('course', '2031', {
    attributes: { display_name: 'Rivers', start: '2026-01-01' },
    children: [chapter],
  });
  return database.write('provide', async (w) => {
    const made = await ensureCourse(w, { kind: 'course', org: 'LakeU', number: `D${count++}`, run: '2031' });
    if (made.type !== 'there') throw new Error('the key is taken');
    const { courseKey } = made;
    const contents = new Map(texts.map((text) => [hashContent(Buffer.from(text)), Buffer.from(text)]));
    const manifest = { folder: '', documents: {}, files: {}, ...given };
    await createVersion(w, { courseKey, author: null, message: 'Made', root, manifest, contents });
    return courseKey;
  });
}

/** A text block with that HTML, which must be among the draft's texts. */
export function aText(name: string, html: string): StoredBlock {
  return aBlock('html', name, {
    attributes: { display_name: name, filename: name },
    contentHash: hashContent(Buffer.from(html)),
  });
}
