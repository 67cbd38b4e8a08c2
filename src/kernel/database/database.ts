import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import { type Purpose, purposeNames } from '../purposes.ts';
import type { Switchboard, Topic } from '../switchboard.ts';
import { giveWay } from './give-way.ts';
import { type AnyKysely, type Connection, type Reading, readingHandle, type Writing } from './handles.ts';
import { roleName } from './roles.ts';

/** How to reach a database as the login that serves. */
export type Address = pg.PoolConfig;

/** The open database: a small pool a purpose, each acting as that purpose's role. */
export interface Database {
  read<P extends Purpose>(purpose: P): Reading<P>;
  /** Runs `work` in a transaction; its effects wait for the commit. A throw rolls back and passes on. */
  write<P extends Purpose, T>(purpose: P, work: (w: Writing<P>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Reading and answering go through `provide`; the others see little traffic, and each connection costs memory. */
const poolSizes: Readonly<Record<Purpose, number>> = { provide: 12, secure: 4, improve: 3, contact: 2, rights: 2 };

/** An erasure or a copy of somebody with millions of rows is long, and must come to its end all the same. */
const longestStatement_ms: Readonly<Record<Purpose, number>> = {
  provide: 60_000,
  secure: 60_000,
  improve: 60_000,
  contact: 60_000,
  rights: 3_600_000,
};

// A calendar day is a day and no instant: as text, not as midnight of some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** Opens a database that was prepared, as the login that serves. */
export function openDatabase(options: {
  readonly address: Address;
  readonly site: string;
  readonly clock: Clock;
  readonly switchboard: Switchboard;
  /** Told when an effect after a commit fails; the commit stands. */
  readonly onEffectFailed: (error: unknown) => void;
  /** The server is ours, on this machine: what people ask about themselves gives way to pages. */
  readonly isOurs?: boolean;
}): Database {
  const { clock, switchboard, onEffectFailed } = options;
  const pools = new Map(purposeNames.map((purpose) => [purpose, makePool(options, purpose)]));
  const connections = new Map([...pools].map(([purpose, pool]) => [purpose, poolConnection(pool)]));
  return {
    read: (purpose) => readingHandle(purpose, connections.get(purpose)!, clock),
    async write(purpose, work) {
      const effects: (() => void | Promise<void>)[] = [];
      const result = await transact(pools.get(purpose)!, (connection) =>
        work({
          purpose,
          connection,
          newId,
          now: clock,
          isWriting: true,
          afterCommit: (effect) => effects.push(effect),
          announce: <N>(topic: Topic<N>, news: N) => effects.push(() => switchboard.tell(topic, news)),
        } satisfies Writing<typeof purpose>),
      );
      for (const effect of effects) await Promise.resolve().then(effect).catch(onEffectFailed);
      return result;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

type PoolOptions = Pick<Parameters<typeof openDatabase>[0], 'address' | 'site' | 'isOurs'>;

function makePool({ address, site, isOurs = false }: PoolOptions, purpose: Purpose): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max: poolSizes[purpose],
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: longestStatement_ms[purpose],
    application_name: `mooc ${purpose}`,
    // From how alike on words are candidates of the catalogue's search.
    options: `-c role=${roleName(site, purpose)} -c pg_trgm.word_similarity_threshold=0.2`,
  });
  // A connection that breaks (a database restart) is told to whoever asks it next, and replaced by the pool when nobody
  // does; without these listeners it would end us, between two statements of a transaction too.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    if (isOurs && purpose === 'rights') giveWay(client);
  });
  return pool;
}

function poolConnection(pool: pg.Pool): Connection {
  return {
    kysely: kyselyOn(pool),
    named: async <R>(statement: { name: string; text: string }, values: readonly unknown[]) =>
      (await pool.query({ ...statement, values: values as unknown[] })).rows as R[],
  };
}

async function transact<T>(pool: pg.Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(clientConnection(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function clientConnection(client: pg.PoolClient): Connection {
  return {
    // Kysely takes connections from a pool; inside a transaction there is only this one, and it isn't given back.
    kysely: kyselyOn({
      connect: async () => ({ query: client.query.bind(client), release: () => {} }),
      end: async () => {},
    } as unknown as pg.Pool),
    named: async <R>(statement: { name: string; text: string }, values: readonly unknown[]) =>
      (await client.query({ ...statement, values: values as unknown[] })).rows as R[],
  };
}

function kyselyOn(pool: pg.Pool): AnyKysely {
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
