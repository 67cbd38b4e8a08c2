export { authorityDueAt, type BreachFaults, risks } from './breach.ts';
export type { BreachRow } from './breach-store.ts';
export {
  addExtent,
  type BreachView,
  closeBreach,
  findBreach,
  listBreaches,
  noteAuthority,
  noteBreach,
  type Reach,
  removeExtent,
} from './register.ts';
export { tellAffected } from './tell-affected.ts';
