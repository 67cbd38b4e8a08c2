import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

const catalogueFile = 'src/web/messages/en.json';
/** Attributes whose text people see or hear. */
const spoken =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|aria-placeholder|title|alt|placeholder|label|summary)$/;
const letters = /\p{L}/u;

/** Every word of a page comes from the catalogue, and the catalogue holds no others. */
export const words: Check = {
  rules: ['no-bare-words', 'message-exists', 'message-is-used'],
  run(tree) {
    const screens = tree.sources.filter((file) => file.endsWith('.tsx') && !isTest(file));
    const makers = tree.sources.filter((file) => /^src\/web\/.*\.ts$/.test(file) && !isTest(file));
    return [
      ...screens.flatMap((file) => bareWords(tree, file)),
      ...makers.flatMap((file) => wordsInMarkup(tree, file)),
      ...messageTrespasses(tree),
    ];
  },
};

function bareWords(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  const report = (node: ts.Node, text: string) =>
    found.push({ rule: 'no-bare-words', file, what: `${at(node)}${text.trim().slice(0, 40)}` });
  walk(tree.parse(file), (node) => {
    if (ts.isJsxText(node) && letters.test(withoutEntities(node.text))) report(node, node.text);
    // What stands in braces among elements is shown; as an attribute only what is spoken counts.
    if (ts.isJsxExpression(node) && node.expression) {
      const isSpoken = ts.isJsxAttribute(node.parent) ? spoken.test(node.parent.name.getText()) : true;
      if (isSpoken)
        for (const text of shownTexts(node.expression)) if (letters.test(text.text)) report(text, text.text);
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.test(node.name.getText()) && letters.test(node.initializer.text)) report(node, node.initializer.text);
    }
  });
  return found;
}

const spokenInMarkup = /\b(aria-label|title|alt|placeholder)="[^"]*\p{L}/u;

/** Where HTML is made by joining texts: words between the tags of one text. */
function wordsInMarkup(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    const text = wholeText(node);
    if (text === null || !/<\/?[a-z]/i.test(text)) return;
    const words = withoutEntities(text.replace(/^[^<]*>/, '').replaceAll(/<[^>]*(>|$)/g, ''));
    if (letters.test(words) || spokenInMarkup.test(text)) {
      found.push({ rule: 'no-bare-words', file, what: `${at(node)}${text.trim().slice(0, 40)}` });
    }
  });
  return found;
}

/** A text as it stands, with a dash where a value is put in; null for what is no text. */
function wholeText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `-${span.literal.text}`).join('');
}

function withoutEntities(text: string): string {
  return text.replaceAll(/&#?\w+;/g, '');
}

/** The literal texts that an expression can come to. */
function shownTexts(node: ts.Expression): (ts.StringLiteral | ts.NoSubstitutionTemplateLiteral)[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...shownTexts(node.whenTrue), ...shownTexts(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return shownTexts(node.expression);
  if (ts.isBinaryExpression(node) && /^(\|\||&&|\?\?)$/.test(node.operatorToken.getText()))
    return shownTexts(node.right);
  return [];
}

function messageTrespasses(tree: Tree): Trespass[] {
  if (!tree.files.includes(catalogueFile)) return [];
  const catalogue = new Set(Object.keys(JSON.parse(tree.read(catalogueFile)) as Record<string, string>));
  const texts = new Set<string>();
  const beginnings = new Set<string>();
  const found: Trespass[] = [];
  for (const file of tree.sources.filter((each) => each.startsWith('src/') && !isTest(each))) {
    walk(tree.parse(file), (node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
        texts.add(node.text);
        if (isSaid(node) && !catalogue.has(node.text)) {
          found.push({ rule: 'message-exists', file, what: `${at(node)}${node.text} is not in ${catalogueFile}` });
        }
      }
      if (ts.isTemplateExpression(node) && node.head.text.includes('.')) beginnings.add(node.head.text);
    });
  }
  const isUsed = (key: string) => texts.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
  const unused = [...catalogue].filter((key) => !isUsed(key));
  return [
    ...found,
    ...unused.map((key) => ({ rule: 'message-is-used', file: catalogueFile, what: `${key} is said nowhere` })),
  ];
}

/** The first argument of `t(...)` or `words.t(...)`. */
function isSaid(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && call.arguments[0] === node && /(^|\.)t$/.test(call.expression.getText());
}
