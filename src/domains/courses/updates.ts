import type { CourseInfo } from './course.ts';

type Updates = CourseInfo['updates'];

/** A course's news, the newest first: from Studio's list, or from the HTML page that courses had before it. */
export function readUpdates(items: unknown, html: string | null): Updates {
  const listed = Array.isArray(items) ? items.flatMap(readItem) : [];
  if (listed.length > 0) return listed.sort((a, b) => Number(b.id) - Number(a.id));
  return html?.trim() ? fromHtml(html) : [];
}

function readItem(item: unknown): Updates {
  if (item === null || typeof item !== 'object') return [];
  const { id, date, content, status } = item as Record<string, unknown>;
  if (status === 'deleted' || typeof content !== 'string') return [];
  return [{ id: String(id ?? ''), date: typeof date === 'string' ? date : '', html: content }];
}

/** `<ol><li><h2>date</h2>text</li>…`, the newest first already. Whatever looks otherwise is one update. */
function fromHtml(html: string): Updates {
  const [head = '', ...parts] = html.split(/<(?:li|article)\b[^>]*>(?=\s*<h2)/i);
  if (parts.length === 0)
    return /^\s*<(?:ol|section)>\s*<\/(?:ol|section)>\s*$/i.test(html) ? [] : [{ id: '1', date: '', html }];
  // What somebody wrote above the list is the first to be read.
  const lead = head.replace(/<(?:ol|section)\b[^>]*>\s*$/i, '').trim();
  const listed = parts.map((part, i) => {
    const [, date = '', rest = part] = /^\s*<h2[^>]*>([\s\S]*?)<\/h2>([\s\S]*)$/i.exec(part) ?? [];
    const text = rest.replace(/<\/(?:li|article)>\s*(?:<\/(?:ol|section)>\s*)?$/i, '');
    return { id: String(parts.length - i), date: date.replace(/<[^>]*>/g, '').trim(), html: text.trim() };
  });
  return lead === '' ? listed : [{ id: String(parts.length + 1), date: '', html: lead }, ...listed];
}
