import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The project's files as the checks see them: what git lists, the new ones included, the ignored ones not. */
export interface Tree {
  readonly root: string;
  /** Paths from the root, with `/`, sorted. */
  readonly files: readonly string[];
  /** Those of `files` that are TypeScript of ours. */
  readonly sources: readonly string[];
  read(file: string): string;
  parse(file: string): ts.SourceFile;
}

/** One break of one rule. */
export interface Trespass {
  readonly rule: string;
  readonly file: string;
  readonly what: string;
}

/** A checker: the rules it answers for, and what breaks them in a tree. */
export interface Check {
  readonly rules: readonly string[];
  run(tree: Tree): readonly Trespass[] | Promise<readonly Trespass[]>;
}

export function readTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
  const texts = new Map<string, string>();
  const parsed = new Map<string, ts.SourceFile>();
  const read = (file: string) => remember(texts, file, () => readFileSync(path.join(root, file), 'utf8'));
  return {
    root,
    files: files.sort(),
    sources: files.filter((file) => /^(src|test|bench)\/.*\.tsx?$/.test(file)),
    read,
    parse: (file) => remember(parsed, file, () => ts.createSourceFile(file, read(file), ts.ScriptTarget.ESNext, true)),
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Files that only tests and benches load. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /\/testing\.ts$/.test(file) || !file.startsWith('src/');
}

/** Calls `visit` for a node and all below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `12: ` for a node in line 12, to begin a trespass's sentence with. */
export function at(node: ts.Node): string {
  const source = node.getSourceFile();
  return `line ${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}: `;
}
