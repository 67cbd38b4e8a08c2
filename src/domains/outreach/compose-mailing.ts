import { escapeMarkup } from '../../kernel/escape-markup.ts';
import type { MailingWords } from './letters.ts';
import type { Mailing } from './mailing.ts';
import { markdownToHtml, markdownToText } from './markdown.ts';

/** A copy as it leaves, with the way out that mail programs show as a button (RFC 8058). */
export interface ComposedMailing {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes the copy for one reader: plain text and HTML with the same words, no picture, nothing fetched. */
export function composeMailing(
  mailing: Pick<Mailing, 'subject' | 'body'>,
  reader: { readonly language: string | null; readonly secret: string },
  words: MailingWords,
): ComposedMailing {
  const stopLink = words.stopLink(reader.secret);
  const { origin } = new URL(stopLink);
  const { language, why, stop } = words.footer(reader.language);
  const text = `${markdownToText(mailing.body, origin)}\n\n-- \n${why}\n${stop}: ${stopLink}\n`;
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>',
    '<body style="max-width:38em;margin:0 auto;padding:1.5em;font:16px/1.6 Georgia,serif">',
    markdownToHtml(mailing.body, origin),
    '<hr style="margin:2em 0 1em;border:0;border-top:1px solid #999">',
    `<p style="font:13px/1.5 sans-serif">${escapeMarkup(why)}<br><a href="${escapeMarkup(stopLink)}">${escapeMarkup(stop)}</a></p>`,
    '</body></html>',
  ].join('\n');
  const headers = { 'List-Unsubscribe': `<${stopLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return { subject: mailing.subject, text, html, headers };
}
