import { browserStorage } from './browser-storage.ts';
import { controls } from './controls.ts';
import { deadCode } from './dead-code.ts';
import { declaredTables } from './declared-tables.ts';
import { dependencies } from './dependencies.ts';
import { doors } from './doors.ts';
import { egress } from './egress.ts';
import { powers } from './powers.ts';
import { purity } from './purity.ts';
import { sizes } from './sizes.ts';
import type { Check } from './tree.ts';
import { types } from './types.ts';
import { words } from './words.ts';

/** Every rule of the house that a tool checks. */
export const checks: readonly Check[] = [
  dependencies,
  deadCode,
  purity,
  powers,
  declaredTables,
  egress,
  sizes,
  types,
  doors,
  words,
  controls,
  browserStorage,
];
