import { xml } from '@codemirror/lang-xml';
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import type { SchemaElement } from '../domains/problems/index.ts';

/**
 * XML with its parts in colour, tags that close themselves, and the line that can't be read marked. It stands in a shadow
 * root, where its styles need no style element, which the page's policy would not let in.
 */
function enhance(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  if (!field) return;
  const host = document.createElement('div');
  host.className = 'source-editor';
  field.after(host);
  const root = host.attachShadow({ mode: 'open' });
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const editor = new EditorView({
    doc: field.value,
    root,
    parent: root,
    extensions: [
      basicSetup,
      xml(languageOf(form)),
      EditorView.lineWrapping,
      isDark ? darkHighlight : lightHighlight,
      EditorView.theme(look, { dark: isDark }),
      EditorView.contentAttributes.of({ 'aria-label': field.labels?.[0]?.textContent ?? '' }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        field.value = update.state.doc.toString();
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    ],
  });
  field.hidden = true;
  field.required = false;
  mark(editor);
  document.addEventListener('mooc.swapped', () => mark(editor));
}

/** What can be completed where the cursor stands: the page says what its kind of block knows. */
function languageOf({ dataset }: HTMLFormElement): Parameters<typeof xml>[0] {
  const elements = JSON.parse(dataset.schema ?? '[]') as readonly SchemaElement[];
  return {
    elements: elements.map(({ name, isTop, children, attributes }) => ({
      name,
      ...(isTop && { top: true }),
      ...(children && { children }),
      attributes: Object.entries(attributes).map(([attribute, values]) => ({ name: attribute, values })),
    })),
  };
}

/** Marks the line that the preview says can't be read. */
function mark(editor: EditorView): void {
  const { brokenLine, brokenWhy } = document.getElementById('studio-preview')?.dataset ?? {};
  const line = Number(brokenLine);
  const { doc } = editor.state;
  const diagnostics: Diagnostic[] = [];
  if (line >= 1 && line <= doc.lines) {
    const { from, to } = doc.line(line);
    diagnostics.push({ from, to, severity: 'error', message: brokenWhy ?? '' });
  }
  editor.dispatch(setDiagnostics(editor.state, diagnostics));
}

const look = {
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--face-code)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', minHeight: '20rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in oklab, var(--accent-wash) 60%, transparent)',
  },
};

/** The green that comes with it is too light to read on the line of the cursor. */
const lightHighlight = syntaxHighlighting(
  HighlightStyle.define(
    defaultHighlightStyle.specs.map((spec) => (spec.color === '#085' ? { ...spec, color: 'var(--good)' } : spec)),
  ),
);

const darkHighlight = syntaxHighlighting(
  HighlightStyle.define(
    defaultHighlightStyle.specs.map((spec) => ({ ...spec, ...(spec.color ? { color: 'var(--accent)' } : {}) })),
  ),
);

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor="xml"]')) enhance(form);
