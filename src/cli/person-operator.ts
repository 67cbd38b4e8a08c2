import { findPersonByEmail, setOperator } from '../domains/identity/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { type Command, UsageError } from './command.ts';

/** Makes a person an operator of the site: the way to its first one. */
export const personOperator: Command = {
  name: 'person operator',
  usage: 'EMAIL [--end] [--json]',
  summary: 'let a person operate the site, or with --end no longer',
  flags: { end: 'boolean' },
  async run({ args: [email, ...rest], flags, house, out }) {
    if (!email || rest.length > 0) throw new UsageError('name the person by their e-mail address');
    const { database } = await house();
    const isOperator = flags.end !== true;
    await database.write('secure', async (w) => {
      const personId = await findPersonByEmail(w, email);
      if (!personId) throw new OperatorError('Nobody has an account with this address: they must register first.');
      await setOperator(w, personId, isOperator);
    });
    out.report({ isOperator }, () =>
      isOperator ? 'This person operates the site now.' : 'This person operates the site no longer.',
    );
  },
};
