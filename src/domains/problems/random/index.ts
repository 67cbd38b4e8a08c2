export type { Seed } from './python-seed.ts';
export { random2 } from './random2.ts';
export { type Python3Random, random3 } from './random3.ts';
