import { type Reading, runNamed, type Writing } from '../../kernel/database/index.ts';

const select = { name: 'course contents', text: 'select hash, body from course_content where hash = any ($1::text[])' };

const insert = {
  name: 'insert course contents',
  text: `insert into course_content (hash, body) select hash, body from unnest($1::text[], $2::bytea[]) as new (hash, body)
    on conflict (hash) do nothing`,
};

/** One statement carries up to so much: a parameter is held in memory more than once on its way. */
const atOnce_bytes = 4 * 1024 * 1024;

export async function selectContents(r: Reading<'provide'>, hashes: readonly string[]): Promise<Map<string, Buffer>> {
  if (hashes.length === 0) return new Map();
  const rows = await runNamed<{ hash: string; body: Buffer }>(r, select, [hashes]);
  return new Map(rows.map((row) => [row.hash, row.body]));
}

export async function insertContents(w: Writing<'provide'>, contents: ReadonlyMap<string, Uint8Array>): Promise<void> {
  let hashes: string[] = [];
  let bodies: Uint8Array[] = [];
  let size_bytes = 0;
  // In the order of the hashes: two that store the same contents at once must not wait for each other.
  for (const [hash, body] of [...contents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hashes.push(hash);
    bodies.push(body);
    size_bytes += body.length;
    if (size_bytes < atOnce_bytes) continue;
    await runNamed(w, insert, [hashes, bodies]);
    [hashes, bodies, size_bytes] = [[], [], 0];
  }
  if (hashes.length > 0) await runNamed(w, insert, [hashes, bodies]);
}
