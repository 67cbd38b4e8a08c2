import type pg from 'pg';

/** One step forward. A step that was released is never changed again. */
export interface Migration {
  /** `identity/0001-persons`: the domain and the step, unique over all. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Takes the steps that this database has not taken, in the given order, each in a transaction of its own. Two
 * processes that start at once take turns.
 */
export async function migrate(owner: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await owner.query("select pg_advisory_lock(hashtext('mooc migrate'))");
  try {
    await owner.query(
      'create table if not exists migration (name text primary key, taken_at timestamptz not null default now())',
    );
    const { rows } = await owner.query<{ name: string }>('select name from migration');
    const taken = new Set(rows.map((row) => row.name));
    for (const step of migrations) {
      if (!taken.has(step.name)) await take(owner, step);
    }
  } finally {
    await owner.query("select pg_advisory_unlock(hashtext('mooc migrate'))");
  }
}

async function take(owner: pg.Client, step: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(step.sql);
    await owner.query('insert into migration (name) values ($1)', [step.name]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${step.name} failed: ${(error as Error).message}`);
  }
}
