import type { Holdings } from '../../kernel/holdings/index.ts';
import type { ShownColumn } from './export-person.ts';
import type { ShownTo } from './person-plan.ts';

/** A JSON Schema (2020-12) of one row of a table, as an export writes it. */
export function schemaOfRow(
  map: Holdings,
  name: string,
  shown: readonly ShownColumn[],
  columns: readonly ShownTo[],
): Readonly<Record<string, unknown>> {
  const table = map[name]!;
  const properties = shown.map(({ column, what }) => {
    const { type, nullable, schema } = table.columns[column]!;
    const isSometimesHidden = columns.find((each) => each.column === column)?.only != null;
    const value = schema ? (JSON.parse(JSON.stringify(schema)) as object) : valueSchema(type);
    const both = nullable || isSometimesHidden ? { anyOf: [value, { type: 'null' }] } : value;
    return [column, { ...both, description: what }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    description: table.holds,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: shown.map(({ column }) => column),
    additionalProperties: false,
  };
}

/** How `row_to_json` writes a value of PostgreSQL. */
function valueSchema(type: string): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'integer':
      return { type: 'integer' };
    case 'double precision':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'text[]':
      return { type: 'array', items: { type: 'string' } };
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'timestamp with time zone':
      return { type: 'string', format: 'date-time' };
    case 'date':
      return { type: 'string', format: 'date' };
    default:
      return { type: 'string' };
  }
}
