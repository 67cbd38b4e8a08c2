export { checkJson, checkSchema, UndeclaredError } from './check-json.ts';
export {
  type AnyColumn,
  address,
  boolean,
  bytes,
  type Column,
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
  type SchemaFor,
  type Subject,
  subjectsOf,
  type Table,
} from './declare.ts';
export type { Category, ColumnFacts, Facts, Keep, OnErase } from './facts.ts';
