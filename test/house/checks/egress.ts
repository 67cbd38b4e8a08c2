import ts from 'typescript';
import { at, type Check, isTest, type Tree, type Trespass, walk } from './tree.ts';

/**
 * Every place in the code where something leaves the house, with what and for whom. `gate`: data about others, which go only
 * by a pass of the gate (P10). The others say why they need none.
 */
const waysOut: Readonly<Record<string, 'gate' | { readonly needsNone: string }>> = {
  'src/web/admin/outreach/inquiries-routes.tsx': 'gate',
  'src/web/admin/privacy/disclosures-routes.tsx': 'gate',
  'src/web/request/send-copy.ts': { needsNone: "a person's own data, to themself, after they proved who they are" },
  'src/web/account/receipt/receipt-routes.ts': { needsNone: "a person's own receipt, to themself" },
  'src/cli/person-export.ts': {
    needsNone: "a person's own data, for the operator to hand to them; their ledger has it",
  },
  'src/web/graders/grader-routes.ts': {
    needsNone: "answers without who gave them, to the operator's own grader, which has a token",
  },
  'src/web/assets/asset-headers.ts': { needsNone: 'files of courses' },
  'src/web/studio/courses/export-routes.ts': { needsNone: 'a course without anything about its learners' },
  'src/web/studio/import/import-routes.tsx': { needsNone: 'what came in, kept until it is read' },
  'src/domains/exchange/pulled-note.ts': { needsNone: 'which version of a course was pulled' },
  'src/domains/exchange/write/write-files.ts': { needsNone: 'a course without anything about its learners' },
  'src/domains/ops/backup.ts': { needsNone: "the operator's own copy of the whole, which stays theirs" },
  'src/domains/learning/scripts/snapshot-file.ts': { needsNone: "Python's memory before any script ran" },
  'src/domains/learning/scripts/child/python-child.ts': { needsNone: 'files inside of the sandbox' },
  'src/kernel/database/cluster.ts': { needsNone: 'a note of where the database lies' },
  'src/kernel/mail/transport.ts': { needsNone: 'letters to the person whom they are about' },
  'src/kernel/mail/mailbox.ts': { needsNone: 'it reads mail and sends none' },
};

/** By which something leaves: a file to a browser, a file on a disk, a mail, an answer to a token, a request to elsewhere. */
const sends =
  /^(stream|streamText|createWriteStream|writeFile|writeFileSync|sendMail|readInquiries|readDisclosed|exportPerson|archivePerson)$/;
const attaches = /^(content-disposition|text\/csv|www-authenticate)/i;
const talksOut = /^(node:)?(https|net|tls|dgram|http2)$|^(imapflow|nodemailer|undici|axios)$/;

/** What only the gate gives. */
const asks = /^(openGate|recordOwnUse)$/;

/** Nothing leaves by a place that is not listed, and data about others only with a pass. */
export const egress: Check = {
  rules: ['way-out-is-declared', 'way-out-asks-the-gate', 'only-the-gate-makes-passes'],
  run(tree) {
    const files = tree.sources.filter((file) => file.startsWith('src/') && !isTest(file) && !isBrowsers(file));
    return [
      ...files.flatMap((file) => [...undeclared(tree, file), ...ungated(tree, file), ...forged(tree, file)]),
      ...idle(tree),
    ];
  },
};

/** What a browser asks for comes from the site, and its policy lets it ask nobody else. */
function isBrowsers(file: string): boolean {
  return /^src\/(behaviours|islands)\//.test(file);
}

function undeclared(tree: Tree, file: string): Trespass[] {
  return file in waysOut ? [] : sendings(tree, file);
}

function sendings(tree: Tree, file: string): Trespass[] {
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    const what = leavesBy(node);
    if (what) found.push({ rule: 'way-out-is-declared', file, what: `${at(node)}${what} sends something out` });
  });
  return found;
}

/** What is listed and sends nothing would hide what is put there later. */
function idle(tree: Tree): Trespass[] {
  return Object.keys(waysOut)
    .filter((file) => !tree.sources.includes(file) || sendings(tree, file).length === 0)
    .map((file) => ({ rule: 'way-out-is-declared', file, what: 'is listed and sends nothing out' }));
}

function leavesBy(node: ts.Node): string | null {
  if (ts.isCallExpression(node)) {
    const called = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name.text
      : node.expression.getText();
    if (called === 'fetch' && ts.isIdentifier(node.expression)) return called;
    return sends.test(called) ? called : null;
  }
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (ts.isImportDeclaration(node.parent))
      return isLoaded(node.parent) && talksOut.test(node.text) ? node.text : null;
    return attaches.test(node.text) && !isMediaType(node) ? node.text : null;
  }
  return null;
}

/** An import of values that can send; `isIP` of `node:net` only looks at a text. */
function isLoaded({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause || importClause.isTypeOnly) return false;
  const { namedBindings } = importClause;
  if (!namedBindings || !ts.isNamedImports(namedBindings)) return true;
  return namedBindings.elements.some(({ isTypeOnly, name }) => !isTypeOnly && !/^isIP/.test(name.text));
}

/** In a list of what files of courses are. */
function isMediaType(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && /^[a-z0-9]+$/.test(node.parent.name.getText());
}

/** Which of the files that hand out data about others never ask. */
function ungated(tree: Tree, file: string): Trespass[] {
  if (waysOut[file] !== 'gate') return [];
  let isAsking = false;
  walk(tree.parse(file), (node) => {
    if (ts.isCallExpression(node) && asks.test(node.expression.getText())) isAsking = true;
  });
  return isAsking ? [] : [{ rule: 'way-out-asks-the-gate', file, what: 'sends data about others and asks no gate' }];
}

/** A pass that is made by a cast says nothing. */
function forged(tree: Tree, file: string): Trespass[] {
  if (file.startsWith('src/domains/gate/')) return [];
  const found: Trespass[] = [];
  walk(tree.parse(file), (node) => {
    if (ts.isAsExpression(node) && /\bPass<|\bas Pass\b/.test(node.getText()) && /\bPass\b/.test(node.type.getText())) {
      found.push({ rule: 'only-the-gate-makes-passes', file, what: `${at(node)}${node.getText().slice(0, 60)}` });
    }
  });
  return found;
}
