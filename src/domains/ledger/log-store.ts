import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { SignedHead } from './head.ts';
import { holdings } from './holdings.ts';
import type { NodeName } from './merkle.ts';

const lock: NamedStatement = {
  name: 'ledger lock log',
  text: "select pg_advisory_xact_lock(hashtext('mooc ledger'))",
};

/** One process at a time appends, until the end of the transaction. */
export async function lockLog(w: Writing<'provide' | 'rights'>): Promise<void> {
  await runNamed(w, lock, []);
}

/** Leaves that are in no tree yet. In the order of their hashes, which is nobody's. */
export async function selectWaiting(r: Reading<'provide'>, limit: number): Promise<Buffer[]> {
  const rows = await tables(r, holdings)
    .selectFrom('ledger_leaf')
    .select('hash')
    .where('position', 'is', null)
    .orderBy('hash')
    .limit(limit)
    .execute();
  return rows.map((row) => row.hash);
}

const place: NamedStatement = {
  name: 'ledger place leaves',
  text: `
    update ledger_leaf set position = $2::integer + turn - 1
    from unnest($1::bytea[]) with ordinality as placed (leaf, turn) where hash = leaf`,
};

const keepNodes: NamedStatement = {
  name: 'ledger keep nodes',
  text: 'insert into ledger_node (level, place, hash) select * from unnest($1::integer[], $2::integer[], $3::bytea[])',
};

/** Gives leaves their positions from `start` on, and keeps the nodes that became whole. */
export async function appendToLog(
  w: Writing<'provide'>,
  start: number,
  leaves: readonly Uint8Array[],
  nodes: readonly (NodeName & { readonly hash: Uint8Array })[],
): Promise<void> {
  await runNamed(w, place, [leaves, start]);
  await runNamed(w, keepNodes, [
    nodes.map(({ level }) => level),
    nodes.map((n) => n.place),
    nodes.map(({ hash }) => hash),
  ]);
}

export async function insertHead(
  w: Writing<'provide'>,
  { size, root, signedAt, signature }: SignedHead,
): Promise<void> {
  const row = { size, root: Buffer.from(root), signed_at: signedAt, signature: Buffer.from(signature) };
  await tables(w, holdings).insertInto('ledger_head').values(row).execute();
}

/** Signed heads, the newest first; of those smaller than `before` when it is given. */
export async function selectHeads(r: Reading<'provide'>, before: number | null, limit: number): Promise<SignedHead[]> {
  let query = tables(r, holdings)
    .selectFrom('ledger_head')
    .select(['size', 'root', 'signed_at as signedAt', 'signature']);
  if (before !== null) query = query.where('size', '<', before);
  return query.orderBy('size', 'desc').limit(limit).execute();
}

/** Every head in the order of growing. */
export function selectAllHeads(r: Reading<'provide'>): Promise<SignedHead[]> {
  return tables(r, holdings)
    .selectFrom('ledger_head')
    .select(['size', 'root', 'signed_at as signedAt', 'signature'])
    .orderBy('size')
    .execute();
}

/** Where a leaf lies; null while it waits, undefined when there is none. */
export async function selectPosition(r: Reading<'provide'>, leaf: Uint8Array): Promise<number | null | undefined> {
  const query = tables(r, holdings).selectFrom('ledger_leaf').select('position').where('hash', '=', Buffer.from(leaf));
  return (await query.executeTakeFirst())?.position;
}

const nodes: NamedStatement = {
  name: 'ledger read nodes',
  text: `
    select coalesce(leaf.hash, node.hash) as hash
    from unnest($1::integer[], $2::integer[]) with ordinality as wanted (level, place, turn)
    left join ledger_leaf leaf on wanted.level = 0 and leaf.position = wanted.place
    left join ledger_node node on node.level = wanted.level and node.place = wanted.place
    order by wanted.turn`,
};

/** The hashes of nodes, in the order asked for; null where there is none. */
export async function selectNodes(r: Reading<'provide'>, names: readonly NodeName[]): Promise<(Buffer | null)[]> {
  const values = [names.map(({ level }) => level), names.map((name) => name.place)];
  return (await runNamed<{ hash: Buffer | null }>(r, nodes, values)).map(({ hash }) => hash);
}

/** Leaves in the log's order, from a position on. */
export async function selectLeaves(
  r: Reading<'provide'>,
  from: number,
  limit: number,
): Promise<{ readonly position: number; readonly hash: Buffer }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('ledger_leaf')
    .select(['position', 'hash'])
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ position, hash }) => ({ position: position!, hash }));
}
