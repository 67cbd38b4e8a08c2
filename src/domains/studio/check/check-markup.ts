import { childElements, walk, type XmlElement } from '../../../kernel/xml/index.ts';
import { faintColours } from './contrast.ts';
import { heardText } from './markup.ts';
import type { Say } from './remark.ts';

/** Link texts that say nothing of where they lead, to whoever hears a list of the links of a page. */
const vague = new Set([
  ...['click here', 'click', 'here', 'this', 'this link', 'link', 'read more', 'more', 'learn more', 'see here', 'go'],
  ...[
    'aquí',
    'aqui',
    'haga clic aquí',
    'clique aqui',
    'ici',
    'cliquez ici',
    'hier',
    'hier klicken',
    'klicken sie hier',
  ],
  ...[
    'qui',
    'clicca qui',
    'tästä',
    'tässä',
    'här',
    'klicka här',
    'klik hier',
    'burada',
    'здесь',
    'тут',
    '这里',
    'こちら',
  ],
]);

/** What in a block's own text keeps some people from it. */
export function checkMarkup(root: XmlElement, say: Say): void {
  let above = 0;
  for (const part of walk(root)) {
    const { name, attributes } = part;
    if (name === 'img') checkImage(part, say);
    if (name === 'a' && attributes.href !== undefined) checkLink(part, say);
    if (name === 'table') checkTable(part, say);
    const faint = attributes.style && faintColours(attributes.style);
    if (faint && heardText(part) !== '') say('contrast', faint);
    const [, rank] = /^h([1-6])$/.exec(name) ?? [];
    if (!rank || heardText(part) === '') continue;
    if (above > 0 && Number(rank) > above + 1) say('heading-skipped', `h${above} → h${rank}: ${heardText(part)}`);
    above = Number(rank);
  }
}

function isHidden({ attributes }: XmlElement): boolean {
  return attributes['aria-hidden'] === 'true' || /^(?:presentation|none)$/.test(attributes.role ?? '');
}

function checkImage(image: XmlElement, say: Say): void {
  const { alt, src = '' } = image.attributes;
  if (alt === undefined && !image.attributes['aria-label'] && !isHidden(image)) say('image-without-alt', fileOf(src));
  if (/^[^\s]+\.(?:png|jpe?g|gif|svg|webp|bmp)$/i.test(alt?.trim() ?? '')) say('alt-is-file-name', alt);
}

/** Without what an address holds of the picture itself. */
function fileOf(address: string): string {
  return address.startsWith('data:') ? 'data:' : address.replace(/^.*\//, '');
}

function checkLink(link: XmlElement, say: Say): void {
  if (isHidden(link)) return;
  const said = heardText(link) || (link.attributes.title ?? '').trim();
  if (said === '') say('link-without-text', link.attributes.href);
  else if (vague.has(said.toLowerCase().replace(/^[\s([«“"]+|[\s.,:;!?…>»”")\]]+$/g, ''))) say('link-vague', said);
}

/** One that lays out a page (in it tables, or a single row or column) needs no headers. */
function checkTable(table: XmlElement, say: Say): void {
  const parts = [...walk(table)].slice(1);
  if (isHidden(table) || parts.some(({ name }) => name === 'table' || name === 'th')) return;
  const rows = parts.filter(({ name }) => name === 'tr').map((row) => childElements(row).map(heardText));
  const isGrid = rows.length > 1 && rows.some((row) => row.length > 1);
  if (isGrid) say('table-without-headers', rows[0]!.join(' | '));
}
