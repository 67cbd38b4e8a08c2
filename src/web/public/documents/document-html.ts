import { Marked } from 'marked';
import type { PolicyDocument } from '../../../domains/policy/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';

const rendered = new WeakMap<PolicyDocument, string>();

/** A document as HTML, without its first heading (the page has it), its clauses with anchors. Made once a version. */
export function documentHtml(document: PolicyDocument): string {
  let html = rendered.get(document);
  if (html === undefined) {
    html = render(document);
    rendered.set(document, html);
  }
  return html;
}

function render({ text, clauses }: PolicyDocument): string {
  const waiting = [...clauses];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: heading }) {
        if (depth === 1) return '';
        const inner = this.parser.parseInline(tokens);
        const clause = waiting[0]?.title === heading ? waiting.shift() : undefined;
        if (!clause) return `<h${depth}>${inner}</h${depth}>\n`;
        return `<h${depth} id="${clause.id}">${inner} <a class="clause-id" href="#${clause.id}">${clause.id}</a></h${depth}>\n`;
      },
      // The documents are Markdown alone, so a setting of the operator's can bring no markup in.
      html: ({ text: markup }) => escapeMarkup(markup),
    },
  });
  return marked.parse(text, { async: false });
}
