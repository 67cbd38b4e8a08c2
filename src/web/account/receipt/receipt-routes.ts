import { findReceipt } from '../../../domains/ledger/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The receipt of a line of one's own ledger, as a file. */
export const receiptRoutes: Routes = (site, { database }) => {
  site.get('/account/receipts/:id', async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const id = c.req.param('id') ?? '';
    const receipt = isId(id) ? await findReceipt(database, reader.personId, id) : null;
    if (!receipt) return respondNotFound(c);
    return c.body(`${JSON.stringify(receipt, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="receipt.json"',
      'cache-control': 'private, no-store',
    });
  });
};
