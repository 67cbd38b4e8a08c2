import { type Reading, runNamed, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import { hashTree, knowHash, walkBlocks } from './block-tree.ts';
import type { SettingValue } from './course.ts';
import { holdings } from './holdings.ts';
import type { SourceForm, StoredBlock } from './stored-block.ts';

interface BlockRow {
  readonly hash: string;
  readonly tag: string;
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly content: string | null;
  readonly layout: string | null;
  readonly error: string | null;
  readonly embedded: Record<string, SettingValue>;
  readonly source: SourceForm;
  readonly children: string[];
}

const selectTree = {
  name: 'course tree',
  text: `with recursive reached (hash) as (
      select $1::text
      union
      select child.hash from reached
        join course_block block on block.hash = reached.hash
        cross join lateral unnest(block.children) as child (hash)
    )
    select hash, tag, name, attributes, content, layout, error, embedded, source, children
    from course_block join reached using (hash)`,
};

const insertBlocks = {
  name: 'insert course blocks',
  text: `insert into course_block (hash, tag, name, attributes, content, layout, error, embedded, source, children)
    select hash, tag, name, attributes, content, layout, error, embedded, source,
      array(select jsonb_array_elements_text(children))
    from jsonb_to_recordset($1::jsonb) as new (hash text, tag text, name text, attributes jsonb, content text,
      layout text, error text, embedded jsonb, source jsonb, children jsonb)
    on conflict (hash) do nothing`,
};

/** Rows sent in one statement: some hundred kilobytes of JSON. */
const rowsAtOnce = 1000;

/** The block of that hash with all that is below it. */
export async function selectBlockTree(r: Reading<'provide'>, rootHash: string): Promise<StoredBlock> {
  const rows = await runNamed<BlockRow>(r, selectTree, [rootHash]);
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const built = new Map<string, StoredBlock>();
  const build = (hash: string): StoredBlock => {
    const known = built.get(hash);
    if (known) return known;
    const row = byHash.get(hash);
    if (!row) throw new Error(`block ${hash} is in a tree and not stored`);
    const { tag, name, attributes, error, embedded, source } = row;
    const children = row.children.map(build);
    const block = {
      tag,
      name,
      attributes,
      contentHash: row.content,
      layoutHash: row.layout,
      error,
      embedded,
      source,
      children,
    };
    knowHash(block, hash);
    built.set(hash, block);
    return block;
  };
  return build(rootHash);
}

/**
 * Stores what of the tree is not stored yet, and gives the root's hash. What it shares with `madeFrom`, a tree that was
 * read, is not sent again.
 */
export async function insertBlockTree(
  w: Writing<'provide'>,
  root: StoredBlock,
  madeFrom: StoredBlock | null,
): Promise<string> {
  const rows = new Map<string, object>();
  const done = new Set(madeFrom ? walkBlocks(madeFrom) : []);
  const collect = (block: StoredBlock): void => {
    if (done.has(block)) return;
    done.add(block);
    block.children.forEach(collect);
    const hash = hashTree(block);
    rows.set(hash, toRow(block, hash, block.children.map(hashTree)));
  };
  collect(root);
  // In the order of the hashes, so that two that store the same blocks at once can't wait for each other.
  const all = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  for (let i = 0; i < all.length; i += rowsAtOnce) {
    await runNamed(w, insertBlocks, [JSON.stringify(all.slice(i, i + rowsAtOnce))]);
  }
  return hashTree(root);
}

function toRow(block: StoredBlock, hash: string, children: readonly string[]): object {
  const { attributes, embedded, source } = holdings.course_block.columns;
  checkJson('course_block.attributes', attributes, block.attributes);
  checkJson('course_block.embedded', embedded, block.embedded);
  checkJson('course_block.source', source, block.source);
  return {
    hash,
    tag: block.tag,
    name: block.name,
    attributes: block.attributes,
    content: block.contentHash,
    layout: block.layoutHash,
    error: block.error,
    embedded: block.embedded,
    source: block.source,
    children,
  };
}
