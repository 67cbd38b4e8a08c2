export { checkJson, checkSchema, UndeclaredError } from './check-json.ts';
export {
  address,
  boolean,
  bytes,
  day,
  filled,
  instant,
  integer,
  json,
  lexemes,
  nullable,
  real,
  text,
  texts,
  uuid,
} from './columns.ts';
export { compareWithCatalogue } from './compare.ts';
export {
  aboutNobody,
  declareHoldings,
  factsOf,
  type Holdings,
  type Subject,
  subjectsOf,
  type Table,
  tablesAboutPeople,
} from './declare.ts';
export type { Facts, Keep } from './facts.ts';
