import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/** No `any` outside the kernel. */
export const types: Check = {
  rules: ['no-any-outside-kernel'],
  run: (tree) =>
    tree.sources
      .filter((file) => !file.startsWith('src/kernel/') && !isTest(file))
      .flatMap((file) => anysOf(tree, file)),
};

function anysOf(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      found.push({ rule: 'no-any-outside-kernel', file, what: `${at(node)}any` });
  });
  return found;
}
