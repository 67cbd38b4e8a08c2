import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const tests = (folder: string) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Both of two cores: the default leaves one to the watcher, which nobody runs here.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: [...tests('src'), ...tests('test')],
          exclude: ['test/house/**', 'test/journeys/**'],
          globalSetup: ['test/support/cluster-setup.ts'],
        },
      },
      { extends: true, test: { name: 'house', include: tests('test/house') } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: tests('test/journeys'),
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
