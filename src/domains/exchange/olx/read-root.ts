import { OperatorError } from '../../../kernel/errors.ts';
import { isElement, type XmlElement } from '../../../kernel/xml/index.ts';
import { type KeyParts, type StoredBlock, toKeyPart } from '../../courses/index.ts';
import { type BlockName, filePathOf, nameOf, withoutName } from './block-names.ts';
import type { Root } from './find-root.ts';
import { readBlockFile, readDefinition } from './read-block.ts';
import { type ReadState, report, resolvePath } from './read-state.ts';
import { readXmlFile, type XmlDocument } from './read-xml.ts';

/** What whoever imports wants the course to be called instead of what it says. */
export interface KeyWish {
  readonly org?: string | undefined;
  readonly number?: string | undefined;
  readonly run?: string | undefined;
}

export interface RootReading {
  readonly root: StoredBlock;
  readonly key: KeyParts;
  /** What the course calls its run itself; its policies lie under that name. */
  readonly sourceRun: string;
}

/**
 * Reads the course or library from its entry file on.
 *
 * @throws OperatorError when the way to the first block is broken: then there is nothing to import
 */
export function readRoot(state: ReadState, { entry, folder }: Root, wish: KeyWish): RootReading {
  const reading = readXmlFile(state, entry);
  if (reading.type === 'broken')
    throw new OperatorError(`${entry} is not XML (line ${reading.line}): ${reading.why}. Correct it and try again.`);
  const { document } = reading;
  const tag = entry === 'course.xml' ? 'course' : 'library';
  if (document.root.name !== tag) throw new OperatorError(`${entry} holds a ${document.root.name}, not a ${tag}.`);
  if (isOther(document.root)) {
    throw new OperatorError(
      `${entry} is not in the Open edX format: it has no url_name, org or course. Export the course from Open edX Studio.`,
    );
  }
  state.used.add(entry);
  const named = rootName(state, document.root, tag);
  const key = keyOf(document.root, named.name, tag, folder, wish);
  const root = readRootBlock(state, document, named, entry);
  const isRenamed = wish.run !== undefined && tag === 'course';
  return { root: isRenamed ? { ...root, name: key.run } : root, key, sourceRun: root.name };
}

function readRootBlock(state: ReadState, document: XmlDocument, named: BlockName, entry: string): StoredBlock {
  const element = document.root;
  const { name: tag } = element;
  const { name, by } = named;
  const { org: _org, course: _course, library: _library, ...attributes } = withoutName(element, by);
  const named_by = by === 'url_name' ? {} : { named_by: by };
  const isEmpty = element.children.every((child) => child.type === 'text' && !child.text.trim());
  const path = filePathOf(tag, name);
  const isThere = resolvePath(state, path) !== null;
  if (!isEmpty || (tag === 'library' && !isThere)) {
    const block = { tag, name, attributes, source: { inline: true, ...named_by } };
    return readDefinition(state, element, block, { file: entry, depth: 0 }, document);
  }
  if (!isThere) {
    throw new OperatorError(
      `${entry} points to ${path}, which is not there: without it there is no course. Add the file.`,
    );
  }
  const pointer = Object.keys(attributes).length > 0 ? { pointer: attributes } : {};
  const block = readBlockFile(state, path, { tag, name, source: { ...named_by, ...pointer } }, 0);
  if (block.error) throw new OperatorError(`${block.error} Without it there is no course: correct it and try again.`);
  return block;
}

/** Other programs have a `course.xml` too: one that says nothing of what a course says is none. */
function isOther({ attributes, children }: XmlElement): boolean {
  const known = ['url_name', 'slug', 'name', 'display_name', 'org', 'course', 'library'];
  return (
    !known.some((name) => attributes[name]) && !children.some((child) => isElement(child) && child.name === 'chapter')
  );
}

/** Courses without a name of their own exist: then the one file that can be meant, else the word itself. */
function rootName(state: ReadState, element: XmlElement, tag: 'course' | 'library'): BlockName {
  const named = nameOf(element);
  if (named.by === 'url_name' || named.by === 'slug' || named.by === 'name') return named;
  const start = `${state.prefix}${tag}/`;
  const files = [...state.files.keys()].filter((path) => path.startsWith(start) && path.endsWith('.xml'));
  const name = files.length === 1 ? files[0]!.slice(start.length, -4) : tag;
  if (tag === 'course') {
    report(
      state,
      'warning',
      'no-name',
      { file: 'course.xml', line: element.line },
      `The course has no url_name, so its run is called ${name}. Say --run to call it otherwise.`,
    );
  }
  // A name found by its file is a name from now on; an export says it.
  return { name, by: files.length === 1 ? ('url_name' as const) : ('none' as const) };
}

function keyOf(element: XmlElement, name: string, kind: KeyParts['kind'], folder: string, wish: KeyWish): KeyParts {
  const { org = 'edX', course, library } = element.attributes;
  const number = (kind === 'library' ? library : course) ?? (folder.replace(/\/$/, '') || kind);
  return {
    kind,
    org: part(wish.org ?? org, 'org'),
    number: part(wish.number ?? number, 'number'),
    run: kind === 'library' ? '' : part(wish.run ?? name, 'run'),
  };
}

function part(text: string, what: string): string {
  const made = toKeyPart(text);
  if (made) return made;
  throw new OperatorError(
    `The course's ${what} is '${text}', of which no key can be made: say --${what === 'number' ? 'course' : what} with letters and digits.`,
  );
}
