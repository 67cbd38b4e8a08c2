import ts from 'typescript';
import { at, type Check, type Tree, type Trespass, walk } from './tree.ts';

const fileLimit_lines = 400;
const functionLimit_lines = 70;

/** Files that may be longer, with the reason. */
const longFiles: Readonly<Record<string, string>> = {};

/** Files and functions stay small enough to be read. */
export const sizes: Check = {
  rules: ['file-is-short', 'function-is-short'],
  run: (tree) => [...longFilesOf(tree), ...tree.sources.flatMap((file) => longFunctionsOf(tree, file))],
};

function longFilesOf(tree: Tree): Trespass[] {
  return tree.sources
    .filter((file) => linesOf(tree, file) > fileLimit_lines && !(file in longFiles))
    .map((file) => ({
      rule: 'file-is-short',
      file,
      what: `${linesOf(tree, file)} lines, the limit is ${fileLimit_lines}`,
    }));
}

function longFunctionsOf(tree: Tree, file: string): Trespass[] {
  return functionsOf(tree, file)
    .filter(({ lines }) => lines > functionLimit_lines)
    .map(({ node, lines }) => ({
      rule: 'function-is-short',
      file,
      what: `${at(node)}${lines} lines, the limit is ${functionLimit_lines}`,
    }));
}

function functionsOf(tree: Tree, file: string): { node: ts.Node; lines: number }[] {
  const functions: { node: ts.Node; lines: number }[] = [];
  const source = tree.parse(file);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  walk(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || isGroupOfTests(node)) return;
    functions.push({ node, lines: lineAt(node.getEnd()) - lineAt(node.getStart(source)) + 1 });
  });
  return functions;
}

/** `describe` groups tests and does nothing itself. */
function isGroupOfTests(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

function linesOf(tree: Tree, file: string): number {
  return tree.read(file).trimEnd().split('\n').length;
}

/** One line on how large the sources are, without tests. */
export function describeSizes(tree: Tree): string {
  const served = tree.sources.filter((file) => file.startsWith('src/') && !/\.test\.tsx?$/.test(file));
  const files = spread(served.map((file) => linesOf(tree, file)));
  const functions = spread(served.flatMap((file) => functionsOf(tree, file).map(({ lines }) => lines)));
  const tested = tree.sources.filter((file) => !served.includes(file));
  const total = (of: readonly string[]) => of.reduce((sum, file) => sum + linesOf(tree, file), 0);
  return `${served.length} source files, ${total(served)} lines (${files}); functions ${functions}; ${total(tested)} lines of tests and benches`;
}

function spread(values: number[]): string {
  const sorted = values.sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `median ${quantile(0.5)}, p90 ${quantile(0.9)}, longest ${sorted.at(-1) ?? 0}`;
}
