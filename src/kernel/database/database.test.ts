import os from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('acts as the role of the purpose, never as the owner', async () => {
  const who = await database
    .read('improve')
    .connection.named<{ who: string }>({ name: 'who', text: 'select current_user as who' }, []);
  expect(who).toEqual([{ who: 'mooc_test_improve' }]);
});

it('refuses in PostgreSQL itself what the map does not give a purpose', async () => {
  const read = database.read('provide').connection.named({ name: 'peek', text: 'select name from migration' }, []);
  await expect(read).rejects.toThrow(/permission denied/);
});

it('holds effects back until the commit, and drops them on a rollback', async () => {
  const heard: string[] = [];
  await database.write('provide', async (w) => {
    w.afterCommit(() => void heard.push('kept'));
    expect(heard).toEqual([]);
  });
  await expect(
    database.write('provide', async (w) => {
      w.afterCommit(() => void heard.push('dropped'));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(heard).toEqual(['kept']);
});

it('lets what people ask about themselves give way to pages', async () => {
  const nicenessOf = async (purpose: 'provide' | 'rights') => {
    const ask = { name: 'own pid', text: 'select pg_backend_pid() as pid' };
    const [own] = await database.read(purpose).connection.named<{ pid: number }>(ask, []);
    return os.getPriority(own!.pid);
  };
  expect(await nicenessOf('rights')).toBeGreaterThan(await nicenessOf('provide'));
});

it('tells a transaction that its connection broke between two statements, and stays up', async () => {
  const broken = database.write('provide', async (w) => {
    const [own] = await w.connection.named<{ pid: number }>(
      { name: 'pid', text: 'select pg_backend_pid() as pid' },
      [],
    );
    await database.asOwner('select pg_terminate_backend($1, 5000)', [own?.pid]);
    await w.connection.named({ name: 'next', text: 'select 1' }, []);
  });
  await expect(broken).rejects.toThrow(/connection/);
  await expect(database.write('provide', async () => 'works')).resolves.toBe('works');
});
