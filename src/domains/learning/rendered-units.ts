import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database, Writing } from '../../kernel/database/index.ts';
import type { Block, CourseVersion } from '../courses/index.ts';
import { deleteOthers, insertRendered, selectRendered } from './rendered-unit-store.ts';

/** A unit rendered once for all readers, with the key that it is kept by. */
export interface Kept<T> {
  readonly key: string;
  readonly unit: T;
}

/** Units as they were rendered: in memory, else in the database, else rendered now. Immutable, so never stale. */
export interface RenderedUnits<T> {
  /** From memory alone; null when `get` must be asked. */
  peek(version: CourseVersion, unit: Block, language: string): Kept<T> | null;
  get(version: CourseVersion, unit: Block, language: string): Promise<Kept<T>>;
}

const most_bytes = 64 * 1024 * 1024;

/**
 * `render` makes the page's part of a unit; what it gives must be JSON. `rendererVersion` changes when it makes
 * something else of the same unit.
 */
export function createRenderedUnits<T extends object>(options: {
  readonly database: Database;
  readonly rendererVersion: string;
  readonly render: (version: CourseVersion, unit: Block, language: string) => Promise<T>;
}): RenderedUnits<T> {
  const { database, rendererVersion, render } = options;
  const kept = new LRUCache<string, Kept<T>>({ maxSize: most_bytes });
  const underWay = new Map<string, Promise<Kept<T>>>();
  const keys = new WeakMap<Block, Map<string, string>>();

  /** A block object belongs to one version, so its keys are made once. */
  function keyOf(version: CourseVersion, unit: Block, language: string): string {
    let known = keys.get(unit);
    if (!known) {
      known = new Map();
      keys.set(unit, known);
    }
    let key = known.get(language);
    if (!key) {
      key = createHash('sha256')
        .update(JSON.stringify([version.versionId, unit.id, rendererVersion, language]))
        .digest('hex');
      known.set(language, key);
    }
    return key;
  }

  function keep(key: string, text: string): Kept<T> {
    const unit = { key, unit: JSON.parse(text) as T };
    kept.set(key, unit, { size: text.length * 2 + 1 });
    return unit;
  }

  async function make(key: string, version: CourseVersion, unit: Block, language: string): Promise<Kept<T>> {
    const stored = await selectRendered(database.read('provide'), key);
    if (stored) return keep(key, stored.toString('utf8'));
    const text = JSON.stringify(await render(version, unit, language));
    const row = { key, courseKey: version.courseKey, versionId: version.versionId, rendered: Buffer.from(text) };
    await database.write('provide', (w) => insertRendered(w, row));
    return keep(key, text);
  }

  return {
    peek: (version, unit, language) => kept.get(keyOf(version, unit, language)) ?? null,
    get(version, unit, language) {
      const key = keyOf(version, unit, language);
      const known = kept.get(key);
      if (known) return Promise.resolve(known);
      // Many readers of a new unit wait for one rendering.
      let making = underWay.get(key);
      if (!making) {
        making = make(key, version, unit, language).finally(() => underWay.delete(key));
        underWay.set(key, making);
      }
      return making;
    },
  };
}

/** Forgets what was rendered of versions that are published no longer. Runs when a course is published. */
export function forgetOldRenderings(w: Writing<'provide'>, courseKey: string, versionId: string): Promise<void> {
  return deleteOthers(w, courseKey, versionId);
}
