import { writeChildren, writeXml, type XmlElement } from '../../../kernel/xml/index.ts';
import {
  childMark,
  edgeMark,
  hasBlocks,
  isBlock,
  isKnownTag,
  readEmbedded,
  type SourceForm,
  type StoredBlock,
} from '../../courses/index.ts';
import { type BlockName, filePathOf, isPointer, nameBesides, nameOf, withoutName } from './block-names.ts';
import { checkDates } from './check-dates.ts';
import { readHtml } from './read-html.ts';
import {
  bytesAt,
  checkDepth,
  checkSize,
  keepContent,
  type Place,
  type ReadState,
  report,
  resolvePath,
} from './read-state.ts';
import { readXmlFile, type XmlDocument } from './read-xml.ts';

/** Where an element stands: its file, and how many blocks are around it. */
export interface Surroundings {
  readonly file: string;
  readonly depth: number;
}

/** The block that an element among its parent's children is, or points to. */
function readBlock(state: ReadState, element: XmlElement, around: Surroundings): StoredBlock {
  const place = { file: around.file, line: element.line };
  checkDepth(state, around.depth, place);
  const { name, by } = nameOf(element);
  if (isPointer(element, by)) return readPointed(state, element.name, name, by, around.depth, place);
  if (by === 'none') {
    report(
      state,
      'note',
      'no-name',
      place,
      `This ${element.name} has no url_name. It was given one from its content, so what learners did in it is lost when it changes.`,
    );
  }
  const { filename } = element.attributes;
  if (filename !== undefined && element.name !== 'html')
    return readByFilename(state, element, name, by, filename, around);
  const unique = uniqueName(state, element, name, place);
  const source: SourceForm = { inline: true, ...(by !== 'url_name' && unique === name && { named_by: by }) };
  const renamed = state.renamed.count;
  const block = { tag: element.name, name: unique, source, attributes: withoutName(element, by) };
  const read = readDefinition(state, element, block, around);
  // A name made of content that is about to change with the names in it would be another one next time.
  return by === 'none' && state.renamed.count > renamed ? { ...read, source: { inline: true } } : read;
}

/** A block by its own file, `problem/NAME.xml`. Read once, however many places point to it. */
function readPointed(
  state: ReadState,
  tag: string,
  name: string,
  by: BlockName['by'],
  depth: number,
  at: Place,
): StoredBlock {
  const plain = filePathOf(tag, name);
  const path = resolvePath(state, plain);
  const named: SourceForm = by === 'slug' ? { named_by: 'slug' } : {};
  if (!path) {
    report(
      state,
      'error',
      'missing-block',
      at,
      `This points to ${plain}, which is not there. Add the file, or remove the line.`,
    );
    return dangling(tag, name, named, `Its file ${plain} is missing.`);
  }
  if (state.open.has(path)) {
    report(state, 'error', 'cycle', at, `This points to ${plain}, in which it stands itself. Remove the line.`);
    return dangling(tag, name, named, 'It stands in itself.');
  }
  const known = state.byPath.get(path);
  if (known) {
    report(
      state,
      'note',
      'block-twice',
      at,
      `${tag} ${name} stands in the course more than once: in each place it is the same block.`,
    );
    return known;
  }
  state.seen.set(`${tag}@${name}`, path);
  const block = readBlockFile(state, path, { tag, name, source: named }, depth);
  state.byPath.set(path, block);
  return block;
}

/** The block that a file holds; when that is not XML, an error block with the bytes as they are. */
export function readBlockFile(
  state: ReadState,
  path: string,
  block: { readonly tag: string; readonly name: string; readonly source: SourceForm },
  depth: number,
): StoredBlock {
  state.used.add(path);
  const reading = readXmlFile(state, path);
  if (reading.type === 'broken') {
    const error = `${path} is not XML (line ${reading.line}): ${reading.why}.`;
    report(
      state,
      'error',
      'not-xml',
      { file: path, line: reading.line },
      `This file is not XML: ${reading.why}. Until it is corrected, learners do not see the block.`,
    );
    const contentHash = keepContent(state, bytesAt(state, path)!);
    return { ...block, attributes: {}, contentHash, layoutHash: null, error, embedded: {}, children: [] };
  }
  const { root } = reading.document;
  const differs = root.name !== block.tag;
  if (differs) {
    report(
      state,
      'note',
      'wrong-tag',
      { file: path, line: root.line },
      `This is a ${root.name} in the place of a ${block.tag}; it was read as a ${block.tag}.`,
    );
  }
  const source = differs ? { ...block.source, element: root.name } : block.source;
  state.open.add(path);
  const attributes = { ...root.attributes };
  const read = readDefinition(state, root, { ...block, source, attributes }, { file: path, depth }, reading.document);
  state.open.delete(path);
  return read;
}

/** 2012 style: `<problem name="…" filename="NAME"/>` with the rest in `problem/NAME.xml`. */
function readByFilename(
  state: ReadState,
  element: XmlElement,
  name: string,
  by: BlockName['by'],
  filename: string,
  around: Surroundings,
): StoredBlock {
  const { name: tag, line } = element;
  const wanted = filePathOf(tag, filename);
  const candidates = [wanted, `${tag}s/${wanted.slice(tag.length + 1)}`, wanted.slice(tag.length + 1)];
  const path = candidates.map((candidate) => resolvePath(state, candidate)).find((found) => found !== null);
  const named_by = by === 'url_name' ? {} : { named_by: by };
  const at = { file: around.file, line };
  if (!path || state.open.has(path)) {
    const error = `Its file ${wanted} is missing.`;
    report(
      state,
      'error',
      path ? 'cycle' : 'missing-block',
      at,
      `This points to ${wanted}, ${path ? 'in which it stands itself' : 'which is not there'}. Correct filename, or remove the block.`,
    );
    const block = { tag, name, attributes: withoutName(element, by), source: { inline: true, ...named_by } };
    return { ...block, contentHash: null, layoutHash: null, error, embedded: {}, children: [] };
  }
  const plain = path.replace(/^drafts\//, '');
  const source = { ...named_by, pointer: withoutName(element, by), path: plain };
  return readBlockFile(state, path, { tag, name, source }, around.depth);
}

/** The block that an element holds, with what stands around it when it is the root of a file. */
export function readDefinition(
  state: ReadState,
  element: XmlElement,
  block: Pick<StoredBlock, 'tag' | 'name' | 'source' | 'attributes'>,
  around: Surroundings,
  document: XmlDocument | null = null,
): StoredBlock {
  const place = { file: around.file, line: element.line };
  checkDates(state, block.tag, block.attributes, place);
  const embedded = readEmbedded(element, block.tag);
  const layout = (inner: string) => {
    const { before, behind } = document ?? { before: '', behind: '' };
    const whole = before || behind ? [before, inner, behind].join(edgeMark) : inner;
    return whole ? keepContent(state, whole) : null;
  };
  if (block.tag === 'html') {
    const { contentHash, inner, error, html_path } = readHtml(state, element, block.name, around.file);
    const source = html_path ? { ...block.source, html_path } : block.source;
    return { ...block, source, contentHash, layoutHash: layout(inner), error, embedded, children: [] };
  }
  if (!hasBlocks(element, block.tag)) {
    if (!isKnownTag(block.tag)) {
      report(
        state,
        'note',
        'unknown-tag',
        place,
        `mooc does not know '${block.tag}': it is kept whole, and learners are told that it can't be shown.`,
      );
    }
    const whole = `<${block.tag}>${writeChildren(element)}</${block.tag}>`;
    const contentHash = element.children.length > 0 ? keepContent(state, whole) : null;
    return { ...block, contentHash, layoutHash: layout(''), error: null, embedded, children: [] };
  }
  const children: StoredBlock[] = [];
  const inner = element.children.map((node) => {
    if (!isBlock(node)) return writeXml(node);
    children.push(readBlock(state, node, { file: around.file, depth: around.depth + 1 }));
    return childMark;
  });
  const read = { ...block, contentHash: null, layoutHash: layout(inner.join('')), error: null, embedded, children };
  checkSize(state, read, place);
  return read;
}

function dangling(tag: string, name: string, source: SourceForm, error: string): StoredBlock {
  const nothing = { attributes: {}, contentHash: null, layoutHash: null, embedded: {}, children: [] };
  return { tag, name, source: { ...source, dangling: true }, error, ...nothing };
}

/** Two different blocks can't have one id: the second is renamed, as Open edX does. */
function uniqueName(state: ReadState, element: XmlElement, name: string, at: Place): string {
  const id = `${element.name}@${name}`;
  const seen = state.seen.get(id);
  if (seen === undefined) {
    state.seen.set(id, element);
    return name;
  }
  if (typeof seen !== 'string' && writeXml(seen) === writeXml(element)) return name;
  const other = nameBesides(element, name);
  state.renamed.count += 1;
  report(
    state,
    'warning',
    'duplicate-name',
    at,
    `Another ${element.name} is called ${name}. This one was renamed to ${other}: give it a url_name of its own.`,
  );
  return other;
}
