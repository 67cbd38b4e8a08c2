import { parseXml, walk, type XmlElement, XmlError } from '../../kernel/xml/index.ts';
import type { BrokenProblem, ProblemSource } from './problem.ts';
import { isPython, pythonText } from './python-text.ts';

/** Far above any real problem. */
const longestSource_chars = 2_000_000;

/**
 * Reads a problem's source, once for all seeds. Never throws for what an author wrote: a source that cannot be read is
 * a broken problem with the reason and the line. Faults that show only with a seed are found by `drawProblem`.
 */
export function readProblem(source: string): ProblemSource | BrokenProblem {
  if (source.length > longestSource_chars)
    return broken(`A problem may have at most ${longestSource_chars} characters.`);
  let root: XmlElement;
  try {
    root = parseXml(withTextElements(source));
  } catch (error) {
    if (error instanceof XmlError) return broken(error.message, error.line);
    throw error;
  }
  if (root.name !== 'problem') return broken(`A problem begins with <problem>, not with <${root.name}>.`, 1);
  return { type: 'source', root, script: joinedScripts(root) };
}

function broken(because: string, line?: number): BrokenProblem {
  return { type: 'broken', kind: 'problem', because, ...(line === undefined ? {} : { line }) };
}

/** The markers of 2012 around plain text, as the element that replaced them. */
function withTextElements(source: string): string {
  return source.replace(/<startouttext\s*\/>/g, '<text>').replace(/<endouttext\s*\/>/g, '</text>');
}

/** Every script that is not for the browser, in document order, as one program. (Rule 3.18.1.) */
function joinedScripts(root: XmlElement): string {
  const scripts = [...walk(root)].filter((element) => element.name === 'script' && isPython(element));
  return scripts.map(pythonText).join('\n');
}
