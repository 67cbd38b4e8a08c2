import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';
import { element, text, type XmlElement, type XmlNode } from '../../kernel/xml/index.ts';
import type { BrokenProblem, ProblemSource } from './problem.ts';
import type { Json } from './script-runner.ts';

/** What an author set for a block `drag-and-drop-v2`, as Open edX keeps it. */
interface PlacingSettings {
  /** Items, zones, picture and feedback. */
  readonly data: Json;
  /** HTML. */
  readonly question: string;
  readonly maxItemsPerZone: number | null;
}

type Fields = Readonly<Record<string, Json>>;

/** Far above any real exercise. */
const most_parts = 200;

/**
 * The newer drag and drop as a problem of one question: things to put into zones of a picture. Each thing counts one point
 * when it lies in one of its zones, or, where it has none, when it is left out.
 */
export function readPlacing({ data, question, maxItemsPerZone }: PlacingSettings): ProblemSource | BrokenProblem {
  const all = fieldsOf(data);
  const [items, zones] = [listOf(all.items), listOf(all.zones)];
  if (items.length === 0 || zones.length === 0) return broken('It has no items to place, or no zones for them.');
  if (items.length + zones.length > most_parts) return broken(`It may have at most ${most_parts} items and zones.`);
  const input = element(
    'drag_and_drop_input',
    {
      img: textOf(all.targetImg),
      alt: textOf(all.targetImgDescription),
      one_per_target: String(maxItemsPerZone === 1),
      points: String(items.length),
    },
    [...items.map(draggable), ...zones.map(target)],
  );
  const finish = textOf(fieldsOf(all.feedback).finish);
  const response = element('placingresponse', { finish }, [input, ...items.map(placement)]);
  const asked = element('div', {}, markup(question || textOf(all.question_text)));
  const explanation = textOf(all.explanation);
  const solution = explanation === '' ? [] : [element('solution', {}, markup(explanation))];
  return { type: 'source', root: element('problem', {}, [asked, response, ...solution]), script: '' };
}

function draggable(item: Fields, at: number): XmlElement {
  const label = plain(textOf(item.displayName)) || textOf(item.imageDescription);
  return element('draggable', { id: idOf(item, at), label, icon: textOf(item.imageURL) });
}

function target(zone: Fields): XmlElement {
  const size = { x: textOf(zone.x), y: textOf(zone.y), w: textOf(zone.width), h: textOf(zone.height) };
  return element('target', { id: zoneId(zone), label: plain(textOf(zone.title)), ...size });
}

/** Older exercises name one zone, or `none`. */
function placement(item: Fields, at: number): XmlElement {
  const zones = Array.isArray(item.zones) ? item.zones.map(textOf) : [textOf(item.zone)];
  const feedback = fieldsOf(item.feedback);
  return element('placement', {
    item: idOf(item, at),
    zones: JSON.stringify(zones.filter((zone) => zone !== '' && zone !== 'none')),
    correct: textOf(feedback.correct),
    incorrect: textOf(feedback.incorrect),
  });
}

function idOf(item: Fields, at: number): string {
  return textOf(item.id) || String(at);
}

function zoneId(zone: Fields): string {
  return textOf(zone.uid) || textOf(zone.title) || textOf(zone.id);
}

function broken(because: string): BrokenProblem {
  return { type: 'broken', kind: 'problem', because };
}

function fieldsOf(value: Json | undefined): Fields {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: Json | undefined): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function plain(html: string): string {
  const words = (node: HtmlNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(words).join('') : '';
  return parseHtml(html).map(words).join('').trim();
}

function markup(html: string): XmlNode[] {
  return parseHtml(html).flatMap(xmlNode);
}

function xmlNode(node: HtmlNode): XmlNode[] {
  if ('value' in node) return [text(node.value)];
  if (!('tagName' in node)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [element(node.tagName, attributes, node.childNodes.flatMap(xmlNode))];
}
