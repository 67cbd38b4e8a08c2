import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createVersion, createVersionCache, ensureCourse, getDraftVersion } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
it('works', async () => {
  await database.write('provide', async (w) => {
    await ensureCourse(w, { kind: 'course', org: 'LakeU', number: 'L1', run: 'R1' });
    const leaf = {
      tag: 'html',
      name: 'a',
      attributes: { display_name: 'Hello' },
      contentHash: null,
      layoutHash: null,
      error: null,
      embedded: {},
      source: {},
      children: [],
    };
    await createVersion(w, {
      courseKey: 'course-v1:LakeU+L1+R1',
      author: null,
      message: 'x',
      contents: new Map(),
      manifest: { folder: '', documents: {}, files: {} },
      root: { ...leaf, tag: 'course', name: 'R1', children: [leaf] },
    });
  });
  const version = await getDraftVersion(database.read('provide'), createVersionCache(), 'course-v1:LakeU+L1+R1');
  expect(version?.blocks.get('html@a')?.displayName).toBe('Hello');
});
