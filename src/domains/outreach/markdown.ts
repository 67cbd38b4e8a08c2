import { Marked } from 'marked';
import { escapeMarkup } from '../../kernel/escape-markup.ts';

const isSafe = (href: string) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);

/**
 * Markdown of operators as HTML: markup of their own is shown as text, links lead to pages and addresses only, and
 * pictures become their words, since a picture in a letter tells its sender who opened it.
 *
 * @param origin put before links within the site, for letters; null leaves them as they are
 */
export function markdownToHtml(text: string, origin: string | null = null): string {
  const marked = new Marked({
    renderer: {
      html: ({ text: markup }) => escapeMarkup(markup),
      image: ({ text: words }) => escapeMarkup(words),
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        if (!isSafe(href)) return inner;
        const whole = origin && href.startsWith('/') ? origin + href : href;
        return `<a href="${escapeMarkup(whole)}">${inner}</a>`;
      },
      // A page and a letter have one first heading already.
      heading({ tokens, depth }) {
        const level = Math.max(2, depth);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

/** Markdown as the plain half of a letter: as it was typed, with the addresses of links and without pictures. */
export function markdownToText(text: string, origin: string): string {
  return text
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, href: string) =>
      isSafe(href) ? `${words} <${href.startsWith('/') ? origin + href : href}>` : words,
    )
    .trim();
}
