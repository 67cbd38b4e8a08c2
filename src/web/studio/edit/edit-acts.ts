import { getStoredVersion, type Published, previewBlock } from '../../../domains/courses/index.ts';
import {
  addBlock,
  copyBlock,
  cutBlock,
  deleteBlock,
  discardChanges,
  type EditResult,
  findBlock,
  findClipboard,
  moveBlock,
  pasteBlock,
  publishBlock,
  restoreBlock,
  setSettings,
} from '../../../domains/studio/index.ts';
import type { Writing } from '../../../kernel/database/index.ts';
import type { Powers } from '../../../powers.ts';
import type { Words } from '../../i18n.ts';
import { kindName } from '../parts/kind-name.ts';
import type { OpenDraft } from '../parts/open-draft.ts';
import { maySee } from '../require-right.tsx';
import type { CoursePlace } from '../studio-site.ts';

/** What a button of the outline or of a unit asks for. */
export interface Ask {
  readonly powers: Powers;
  readonly place: CoursePlace;
  readonly words: Words;
  /** The draft as it was when the button was pressed. */
  readonly open: OpenDraft;
  readonly form: URLSearchParams;
}

/** What came of it: what is said, and the block that is shown next. */
export interface Done {
  readonly result: EditResult | Published | { readonly type: 'copied' };
  readonly said: string;
  /** The block whose menu stands open then. */
  readonly at?: string;
  /** The block was made just now, and empty. */
  readonly isNew?: boolean;
  /** A deletion that can be undone: the version before it, and the block. */
  readonly undo?: { readonly version: string; readonly block: string };
}

export type Act = (ask: Ask) => Promise<Done>;

/** The edits that a form may ask for, by the last part of its address. */
export const acts: Readonly<Record<string, Act>> = {
  add,
  rename,
  move,
  copy,
  cut,
  paste,
  delete: remove,
  restore,
  discard,
};

async function add(ask: Ask): Promise<Done> {
  const { words, form } = ask;
  // `KIND PARENT`: one button says both.
  const [, key = '', parentId = ''] = /^(\S+) (.+)$/.exec(form.get('new') ?? '') ?? [];
  const kind = kindName(words, key);
  const wish = { kind: key, parentId, before: form.get('before'), displayName: key === 'html' ? '' : kind };
  const said = words.t('author.did.added', { kind });
  const result = await write(ask, (w) => addBlock(w, ask.powers.versions, edit(ask, said), wish));
  return { result, said, ...(result.type === 'edited' && { at: result.blockId, isNew: true }) };
}

async function rename(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const name = (ask.form.get('name') ?? '').trim().slice(0, 300).toWellFormed();
  const said = ask.words.t('author.did.renamed', { title: titleOf(ask, blockId), name });
  const change = { blockId, edition: ask.form.get('edition'), settings: { display_name: name || null } };
  const result = await write(ask, (w) => setSettings(w, ask.powers.versions, edit(ask, said), change));
  return { result, said, at: blockId };
}

async function move(ask: Ask): Promise<Done> {
  const { form } = ask;
  const step = form.has('up') ? 'up' : form.has('down') ? 'down' : null;
  const blockId = (step && form.get(step)) || blockOf(ask);
  const said = ask.words.t('author.did.moved', { title: titleOf(ask, blockId) });
  const to = step ?? { parentId: form.get('parent') ?? '', before: form.get('before') || null };
  const result = await write(ask, (w) => moveBlock(w, ask.powers.versions, edit(ask, said), blockId, to));
  return { result, said, ...(step === null && { at: blockId }) };
}

async function copy(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const said = ask.words.t('author.did.copied', { title: titleOf(ask, blockId) });
  const result = await write(ask, (w) => copyBlock(w, ask.powers.versions, edit(ask, said), blockId));
  return { result, said };
}

async function cut(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const said = ask.words.t('author.did.cut', { title: titleOf(ask, blockId) });
  const result = await write(ask, (w) => cutBlock(w, ask.powers.versions, edit(ask, said), blockId));
  return { result, said, ...undoOf(result, blockId) };
}

async function paste(ask: Ask): Promise<Done> {
  const { form } = ask;
  const said = ask.words.t('author.did.pasted');
  const { powers, place } = ask;
  const clipboard = await findClipboard(powers.database.read('provide'), place.reader.personId);
  // Its files are those that the other course has today.
  if (clipboard && !(await maySee(powers, place.reader, clipboard.courseKey)))
    return { result: { type: 'refused', because: 'nothing-to-paste' }, said };
  const where = { parentId: form.get('parent') ?? '', before: form.get('before') || null };
  const result = await write(ask, (w) => pasteBlock(w, ask.powers.versions, edit(ask, said), where));
  return { result, said, ...(result.type === 'edited' && { at: result.blockId }) };
}

async function remove(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const said = ask.words.t('author.did.deleted', { title: titleOf(ask, blockId) });
  const seen = ask.form.get('hash');
  const result = await write(ask, (w) => deleteBlock(w, ask.powers.versions, edit(ask, said), blockId, seen));
  return { result, said, ...undoOf(result, blockId) };
}

async function restore(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const versionId = ask.form.get('version') ?? '';
  const said = ask.words.t('author.did.broughtBack', { title: await oldTitle(ask, versionId, blockId) });
  const result = await write(ask, (w) => restoreBlock(w, ask.powers.versions, edit(ask, said), versionId, blockId));
  return { result, said };
}

async function discard(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const said = ask.words.t('author.did.discarded', { title: titleOf(ask, blockId) });
  const result = await write(ask, (w) => discardChanges(w, ask.powers.versions, edit(ask, said), blockId));
  return { result, said, ...undoOf(result, blockId) };
}

/** Publishes a block, or the whole course where the course block is named. */
export async function publish(ask: Ask): Promise<Done> {
  const blockId = blockOf(ask);
  const said = ask.words.t('author.did.published', { title: titleOf(ask, blockId) });
  const seen = ask.form.get('hash') ?? '';
  const result = await write(ask, (w) => publishBlock(w, ask.powers.versions, edit(ask, said), blockId, seen));
  return { result, said };
}

function edit({ place }: Ask, message: string) {
  return { courseKey: place.course.key, author: place.reader.personId, message };
}

function write<T>({ powers }: Ask, work: (w: Writing<'provide'>) => Promise<T>): Promise<T> {
  return powers.database.write('provide', work);
}

function blockOf({ form }: Ask): string {
  return form.get('block') ?? '';
}

function titleOf({ open, words }: Ask, blockId: string): string {
  return open.version.blocks.get(blockId)?.displayName ?? words.t('author.block');
}

async function oldTitle({ powers, place, words }: Ask, versionId: string, blockId: string): Promise<string> {
  return (await findTitle(powers, place.course.key, versionId, blockId)) ?? words.t('author.block');
}

/** What a block was called in a version of the course; null when it was not in it. */
export async function findTitle(
  { database, versions }: Powers,
  courseKey: string,
  versionId: string,
  blockId: string,
): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(versionId)) return null;
  const r = database.read('provide');
  const version = await getStoredVersion(r, versionId, versions).catch(() => null);
  const found = version?.courseKey === courseKey ? await findBlock(r, version, blockId) : null;
  return found && previewBlock(found.block, null).displayName;
}

function undoOf(result: EditResult, block: string): Pick<Done, 'undo'> {
  return result.type === 'edited' ? { undo: { version: result.before, block } } : {};
}
