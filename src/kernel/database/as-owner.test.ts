import { expect, it } from 'vitest';
import { aFreePort } from '../../../test/support/built-mooc.ts';
import { OperatorError } from '../errors.ts';
import { asOwner } from './as-owner.ts';

it('says in one sentence that there is no database, and nothing of the address', async () => {
  const connectionString = `postgres://dana:a-secret@127.0.0.1:${await aFreePort()}/mooc`;
  const failure = await asOwner({ connectionString }, 'test', async () => 'never').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OperatorError);
  expect(String(failure)).toContain("can't be reached");
  expect(String(failure)).not.toContain('a-secret');
});
