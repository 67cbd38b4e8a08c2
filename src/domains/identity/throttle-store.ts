import { type NamedStatement, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** One statement, so that turns taken at the same moment all count. */
const countTurn: NamedStatement = {
  name: 'identity count turn',
  text: `
    insert into throttle as t (what, who_hash, opened_at, closes_at, turns) values ($1, $2, $3, $4, 1)
    on conflict (what, who_hash) do update set
      turns = case when t.closes_at <= $3 then 1 else least(t.turns + 1, $5) end,
      opened_at = case when t.closes_at <= $3 then $3 else t.opened_at end,
      closes_at = case when t.closes_at <= $3 then $4 else t.closes_at end
    returning turns, closes_at`,
};

export async function countTurnOf(
  w: Writing<'provide' | 'secure'>,
  turn: { readonly what: string; readonly whoHash: Buffer; readonly window_s: number; readonly most: number },
): Promise<{ readonly turns: number; readonly closes_at: Date }> {
  const now = w.now();
  const closes = new Date(now.getTime() + turn.window_s * 1000);
  const [row] = await runNamed<{ turns: number; closes_at: Date }>(w, countTurn, [
    turn.what,
    turn.whoHash,
    now,
    closes,
    turn.most + 1,
  ]);
  return row!;
}

/** The key of that name; `made` becomes it when there is none yet, also when two ask at once. */
export async function ensureSecretRow(
  w: Writing<'provide' | 'secure' | 'rights'>,
  name: string,
  made: Buffer,
): Promise<Buffer> {
  const find = () =>
    tables(w, holdings).selectFrom('secret').select('value').where('name', '=', name).executeTakeFirst();
  const there = await find();
  if (there) return there.value;
  await tables(w, holdings)
    .insertInto('secret')
    .values({ name, value: made, made_at: w.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await find())!.value;
}
