import { expressionTex } from './calc/expression-tex.ts';
import { CalcError, parseExpression } from './calc/index.ts';

/** Longer than any answer to a question of one line. */
const most_chars = 500;

/**
 * What was typed, as TeX: an expression as the calculator reads it, or a chemical equation in mhchem's writing. Null for
 * what can't be read (yet), and for nothing.
 */
export function previewTex(kind: 'formula' | 'chemistry', text: string): string | null {
  if (text.trim() === '' || text.length > most_chars) return null;
  if (kind === 'chemistry') return /^[\w\s()[\]+\-<>=^*.·]+$/.test(text) ? `\\ce{${text.trim()}}` : null;
  try {
    const expression = parseExpression(text);
    return expression && expressionTex(expression);
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}
