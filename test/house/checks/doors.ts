import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { type Check, type Tree, type Trespass, walk } from './tree.ts';

const door = /^src\/(domains|kernel)\/[^/]+\/index\.ts$/;

/** What others may call is written down: each export of a door, each domain in the staircase with its README. */
export const doors: Check = {
  rules: [
    'door-is-documented',
    'door-lists-its-exports',
    'domain-is-in-staircase',
    'domain-has-readme',
    'domain-has-door',
  ],
  run: (tree) => [
    ...tree.sources.filter((file) => door.test(file)).flatMap((file) => exportsWithoutWords(tree, file)),
    ...domainsOf(tree).flatMap((domain) => homeTrespasses(tree, domain)),
  ],
};

function domainsOf(tree: Tree): string[] {
  return [...new Set(tree.sources.flatMap((file) => /^src\/domains\/([^/]+)\//.exec(file)?.[1] ?? []))];
}

function homeTrespasses(tree: Tree, domain: string): Trespass[] {
  const home = `src/domains/${domain}`;
  const staircase = JSON.parse(readFileSync(path.join(tree.root, 'staircase.json'), 'utf8')) as string[];
  const found: Trespass[] = [];
  if (!staircase.includes(domain))
    found.push({ rule: 'domain-is-in-staircase', file: home, what: 'is not in staircase.json' });
  if (!existsSync(path.join(tree.root, home, 'README.md')))
    found.push({ rule: 'domain-has-readme', file: home, what: 'has no README.md' });
  if (!existsSync(path.join(tree.root, home, 'index.ts')))
    found.push({ rule: 'domain-has-door', file: home, what: 'has no index.ts' });
  return found;
}

function exportsWithoutWords(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  for (const statement of tree.parse(file).statements) {
    if (ts.isExportDeclaration(statement)) found.push(...reexportTrespasses(tree, file, statement));
    else if (isExported(statement) && !hasWords(statement)) {
      found.push({ rule: 'door-is-documented', file, what: `${nameOf(statement)} has no doc comment` });
    }
  }
  return found;
}

function reexportTrespasses(tree: Tree, file: string, statement: ts.ExportDeclaration): Trespass[] {
  const from = statement.moduleSpecifier;
  if (!from || !ts.isStringLiteral(from)) return [];
  const target = path.posix.join(path.posix.dirname(file), from.text);
  if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
    return [{ rule: 'door-lists-its-exports', file, what: `export * from '${from.text}'` }];
  }
  return statement.exportClause.elements
    .map((element) => (element.propertyName ?? element.name).text)
    .filter((name) => !isDocumentedIn(tree, target, name))
    .map((name) => ({ rule: 'door-is-documented', file: target, what: `${name} has no doc comment` }));
}

function isDocumentedIn(tree: Tree, file: string, name: string): boolean {
  if (!tree.files.includes(file)) return false;
  let isDocumented = false;
  walk(tree.parse(file), (node) => {
    if (ts.isStatement(node) && namesOf(node).includes(name) && hasWords(node)) isDocumented = true;
    // An inner door passes it on: what counts is where it is written.
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      const passed = node.exportClause.elements.find((element) => element.name.text === name);
      const from = node.moduleSpecifier;
      if (passed && from && ts.isStringLiteral(from)) {
        const target = path.posix.join(path.posix.dirname(file), from.text);
        isDocumented ||= isDocumentedIn(tree, target, (passed.propertyName ?? passed.name).text);
      }
    }
  });
  return isDocumented;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    !!ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** A doc comment that says something in front of the statement (of overloads, the first speaks for all). */
function hasWords(statement: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && (!!doc.comment || !!doc.tags?.length));
}

function namesOf(statement: ts.Node): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((each) => each.name.getText());
  const { name } = statement as ts.Node & { name?: ts.Node };
  return name ? [name.getText()] : [];
}

function nameOf(statement: ts.Node): string {
  return namesOf(statement)[0] ?? statement.getText().slice(0, 40);
}
