import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/** Speaking SQL: the two functions of the kernel that give it, and text that is it. */
const speaks = /^(tables|runNamed)$/;
const sql =
  /^\s*(select\s[\s\S]*\sfrom\s|select\s+\w+\(|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as\s*(not\s+materialized\s*)?\(|(create|alter|drop)\s+(table|index|unique|role|schema|type)\s|truncate\s|copy\s+\S+\s|vacuum\b|lock\s+table\s|begin\s*$|commit\s*$|rollback\s*$)/i;
const mayStore = /(-store|-migration|\/migrations\/[^/]+)\.ts$|^src\/kernel\/(database|holdings)\//;

/** Building: what makes a part with a state, which one place does. */
const builds = /^(open|create|start)[A-Z]/;
const mayBuild = /^src\/(house|build-[a-z]+|ground|main)\.ts$/;

/** What a domain declares of its tables goes through its door to the map, and no further. */
const declares = /^(holdings|migrations)$/;
const mayGather = /^src\/map\.ts$/;

/** Only stores speak SQL; only the house builds; only the map sees what domains store. */
export const powers: Check = {
  rules: ['only-stores-speak-sql', 'only-house-builds', 'only-map-gathers-holdings'],
  run: (tree) =>
    tree.sources
      .filter((file) => !isTest(file))
      .flatMap((file) => [
        ...storeTrespasses(tree, file),
        ...buildTrespasses(tree, file),
        ...gatherTrespasses(tree, file),
      ]),
};

function storeTrespasses(tree: Tree, file: string): Trespass[] {
  if (mayStore.test(file)) return [];
  const found: Trespass[] = [];
  const report = (node: ts.Node, what: string) =>
    found.push({ rule: 'only-stores-speak-sql', file, what: `${at(node)}${what}` });
  walk(tree.parse(file), (node) => {
    if (
      ts.isImportSpecifier(node) &&
      speaks.test((node.propertyName ?? node.name).text) &&
      isFrom(node, /kernel\/database/)
    ) {
      report(node, `imports ${node.getText()}`);
    }
    if (isText(node) && sql.test(textOf(node))) report(node, textOf(node).trim().slice(0, 40));
  });
  return found;
}

function buildTrespasses(tree: Tree, file: string): Trespass[] {
  if (mayBuild.test(file) || file.startsWith('src/kernel/')) return [];
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (!ts.isImportSpecifier(node) || node.isTypeOnly || node.parent.parent.isTypeOnly) return;
    const name = (node.propertyName ?? node.name).text;
    if (builds.test(name) && isFrom(node, /kernel\//)) {
      found.push({ rule: 'only-house-builds', file, what: `${at(node)}imports ${name} of the kernel` });
    }
  });
  return found;
}

function gatherTrespasses(tree: Tree, file: string): Trespass[] {
  if (mayGather.test(file)) return [];
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (!ts.isImportSpecifier(node)) return;
    const name = (node.propertyName ?? node.name).text;
    if (declares.test(name) && isFrom(node, /domains\/[^/]+\/index\.ts|^'\.\.\/[^/]+\/index\.ts/)) {
      found.push({ rule: 'only-map-gathers-holdings', file, what: `${at(node)}imports ${name} through a door` });
    }
  });
  return found;
}

function isFrom(node: ts.ImportSpecifier, place: RegExp): boolean {
  return place.test(node.parent.parent.parent.moduleSpecifier.getText());
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

/** The text itself, with something standing for what is put in. */
function textOf(node: Text): string {
  return ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join('')
    : node.text;
}
