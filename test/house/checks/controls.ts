import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

const listFile = 'src/web/controls.ts';
/** The list would be too long for one file. */
const listFiles = [listFile, 'src/web/studio-controls.ts'];

/** Every link and button has a control id, and every control id is declared: what is tracked is known beforehand. */
export const controls: Check = {
  rules: ['control-has-id', 'control-is-declared', 'control-is-used'],
  run(tree) {
    const screens = tree.sources.filter((file) => file.endsWith('.tsx') && !isTest(file));
    if (screens.length === 0) return [];
    const declared = declaredControls(tree);
    const used = new Set(
      tree.sources
        .filter((file) => file.startsWith('src/') && !listFiles.includes(file))
        .flatMap((file) => textsOf(tree, file)),
    );
    return [
      ...screens.flatMap((file) => controlTrespasses(tree, file, declared)),
      ...[...declared]
        .filter((id) => !used.has(id))
        .map((id) => ({ rule: 'control-is-used', file: listFile, what: `${id} is on no page` })),
    ];
  },
};

function declaredControls(tree: Tree): Set<string> {
  return new Set(
    listFiles
      .filter((file) => tree.files.includes(file))
      .flatMap((file) => textsOf(tree, file))
      .filter((text) => !text.startsWith('./')),
  );
}

function textsOf(tree: Tree, file: string): string[] {
  const texts: string[] = [];
  walk(tree.parse(file), (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
  });
  return texts;
}

function controlTrespasses(tree: Tree, file: string, declared: ReadonlySet<string>): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      if (isControl(node) && !attribute(node, 'data-control') && !hasSpread(node)) {
        found.push({
          rule: 'control-has-id',
          file,
          what: `${at(node)}<${node.tagName.getText()}> has no data-control`,
        });
      }
    }
    if (
      ts.isJsxAttribute(node) &&
      node.name.getText() === 'data-control' &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      const id = node.initializer.text;
      if (!declared.has(id))
        found.push({ rule: 'control-is-declared', file, what: `${at(node)}${id} is not in ${listFile}` });
    }
  });
  return found;
}

type Element = ts.JsxOpeningElement | ts.JsxSelfClosingElement;

/** A button, or a link that leads to another address (a jump inside the page is no visit). */
function isControl(node: Element): boolean {
  const tag = node.tagName.getText();
  if (tag === 'button') return true;
  const href = tag === 'a' ? attribute(node, 'href')?.initializer : undefined;
  return !!href && !(ts.isStringLiteral(href) && href.text.startsWith('#'));
}

function attribute(node: Element, name: string): ts.JsxAttribute | undefined {
  return node.attributes.properties.filter(ts.isJsxAttribute).find((each) => each.name.getText() === name);
}

function hasSpread(node: Element): boolean {
  return node.attributes.properties.some(ts.isJsxSpreadAttribute);
}
