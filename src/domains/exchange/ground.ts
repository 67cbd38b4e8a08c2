import type { Database } from '../../kernel/database/index.ts';
import type { FileStore } from '../assets/index.ts';

/** Where a course comes in. */
export interface Ground {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly files: FileStore;
}
