import type { Migration } from '../../../kernel/database/index.ts';
import { studio } from './0001-studio.ts';

export const migrations: readonly Migration[] = [studio];
