import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/** What makes a second run differ from the first. */
const ambient = /^(Date\.now|Math\.random|performance\.\w+|process\.\w+|globalThis\.\w+|crypto\.\w+)$/;
const ambientCalls = /^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask)$/;
const repeatableOfCrypto = new Set(['createHash', 'hash']);

/** Where the environment may be read: the entries. */
const entries = /^src\/(main\.ts|cli\/mooc\.ts)$/;

/** Problems depend on what is passed in and on nothing else; only entries read the environment. */
export const purity: Check = {
  rules: ['problems-are-repeatable', 'only-entries-read-environment'],
  run: (tree) => [
    ...tree.sources
      .filter((file) => file.startsWith('src/domains/problems/') && !isTest(file))
      .flatMap((file) => impurities(tree, file)),
    ...tree.sources
      .filter((file) => !isTest(file) && !entries.test(file))
      .flatMap((file) => environmentReads(tree, file)),
  ],
};

function impurities(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  const report = (node: ts.Node, what: string) =>
    found.push({ rule: 'problems-are-repeatable', file, what: `${at(node)}${what}` });
  walk(tree.parse(file), (node) => {
    if (ts.isPropertyAccessExpression(node) && ambient.test(node.getText())) report(node, node.getText());
    if (ts.isCallExpression(node) && ambientCalls.test(node.expression.getText()))
      report(node, node.expression.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      report(node, 'new Date()');
    if (ts.isImportSpecifier(node) && isFromCrypto(node) && !repeatableOfCrypto.has(importedName(node))) {
      report(node, `${importedName(node)} of node:crypto`);
    }
  });
  return found;
}

function isFromCrypto(node: ts.ImportSpecifier): boolean {
  const from = node.parent.parent.parent.moduleSpecifier;
  return ts.isStringLiteral(from) && /^(node:)?crypto$/.test(from.text);
}

function importedName(node: ts.ImportSpecifier): string {
  return (node.propertyName ?? node.name).text;
}

function environmentReads(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    const isRead =
      (ts.isPropertyAccessExpression(node) && node.getText() === 'process.env') ||
      (ts.isImportSpecifier(node) &&
        importedName(node) === 'env' &&
        /['"](node:)?process['"]/.test(node.parent.parent.parent.getText()));
    if (isRead) found.push({ rule: 'only-entries-read-environment', file, what: `${at(node)}process.env` });
  });
  return found;
}
