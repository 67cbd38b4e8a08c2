import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/** The list of cookies, which alone sets one. */
const listFile = 'src/web/request/cookies.ts';

/** Where browsers keep things. Nothing of ours is kept in any of them but the cookies of the list. */
const storage = /^(localStorage|sessionStorage|indexedDB|cookieStore|caches)$/;

/** What is kept in a browser is on the list that the page about cookies shows, and nothing else is. */
export const browserStorage: Check = {
  rules: ['cookie-is-declared', 'nothing-in-browser-storage'],
  run: (tree) =>
    tree.sources
      .filter((file) => file !== listFile && !isTest(file))
      .flatMap((file) => [...cookieTrespasses(tree, file), ...storageTrespasses(tree, file)]),
};

function cookieTrespasses(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    const isHeader =
      (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) &&
      /^(set-cookie|hono\/cookie)$/i.test(node.text);
    if (isHeader || (ts.isPropertyAccessExpression(node) && node.getText() === 'document.cookie')) {
      found.push({ rule: 'cookie-is-declared', file, what: `${at(node)}${node.getText()} belongs into ${listFile}` });
    }
  });
  return found;
}

function storageTrespasses(tree: Tree, file: string): Trespass[] {
  if (!/^src\/(behaviours|islands)\//.test(file)) return [];
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (ts.isIdentifier(node) && storage.test(node.text)) {
      found.push({ rule: 'nothing-in-browser-storage', file, what: `${at(node)}${node.text}` });
    }
  });
  return found;
}
