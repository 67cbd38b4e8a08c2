import ts from 'typescript';
import { type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/** Where tables are made. The kernel makes its own in code. */
const makesTables = /\/migrations\/[^/]+\.ts$|-migration\.ts$|^src\/kernel\/database\/migrate\.ts$/;
const declaresTables = /[/-]holdings\.ts$/;

/** Every table of a migration is declared in exactly one `holdings.ts`, and nothing else is. */
export const declaredTables: Check = {
  rules: ['table-declared-once'],
  run(tree) {
    const made = new Map<string, string>();
    for (const file of tree.sources.filter((each) => makesTables.test(each) && !isTest(each)))
      collectMade(tree.read(file), file, made);
    const declared = new Map<string, string[]>();
    for (const file of tree.sources.filter((each) => declaresTables.test(each))) {
      for (const table of tablesDeclaredIn(tree, file)) declared.set(table, [...(declared.get(table) ?? []), file]);
    }
    const trespass = (file: string, what: string): Trespass => ({ rule: 'table-declared-once', file, what });
    return [
      ...[...made]
        .filter(([table]) => !declared.has(table))
        .map(([table, file]) => trespass(file, `table ${table} is in no holdings.ts`)),
      ...[...declared].flatMap(([table, files]) => [
        ...files.slice(1).map((file) => trespass(file, `table ${table} is declared in ${files[0]} already`)),
        ...(made.has(table) ? [] : [trespass(files[0]!, `table ${table} is made by no migration`)]),
      ]),
    ];
  },
};

function collectMade(text: string, file: string, made: Map<string, string>): void {
  // In the order of the text, so that a table that is dropped later doesn't count.
  for (const [statement, verb, name, rest] of text.matchAll(
    /\b(create|drop)\s+(?:unlogged\s+)?table\s+(?:if\s+(?:not\s+)?exists\s+)?"?(\w+)"?(\s+partition\s+of)?/gi,
  )) {
    if (rest || /\$\{/.test(statement)) continue;
    if (verb!.toLowerCase() === 'create') made.set(name!, file);
    else made.delete(name!);
  }
}

function tablesDeclaredIn(tree: Tree, file: string): string[] {
  const tables: string[] = [];
  walk(tree.parse(file), (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'declareHoldings') return;
    const holdings = node.arguments[0];
    if (!holdings || !ts.isObjectLiteralExpression(holdings)) return;
    for (const property of holdings.properties)
      if (property.name) tables.push(property.name.getText().replaceAll(/['"]/g, ''));
  });
  return tables;
}
