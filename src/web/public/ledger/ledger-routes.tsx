import {
  checkReceipt,
  getLogKey,
  listHeads,
  proveConsistency,
  proveInclusion,
  type ReceiptCheck,
  writeHead,
} from '../../../domains/ledger/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { LedgerPage } from './ledger-page.tsx';

const longestReceipt_chars = 100_000;

/** The public log: what was signed, proofs for whoever wants to check, and a page that checks receipts. */
export const ledgerRoutes: Routes = (site, powers) => {
  const { database } = powers;
  const r = database.read('provide');

  site.get(urls.ledgerLog(), (c) => showLedger(c, powers, { errors: {}, sent: '', check: null }));

  site.post(urls.ledgerLog(), async (c) => {
    const { receipt } = await readForm(c, ['receipt'], longestReceipt_chars);
    if (receipt.trim() === '') {
      const errors = { receipt: c.var.words.t('receipt.missing') };
      return showLedger(c, powers, { errors, sent: '', check: null });
    }
    return showLedger(c, powers, { errors: {}, sent: receipt, check: await checkReceipt(database, receipt) });
  });

  site.get(urls.ledgerKey(), async (c) => {
    const key = (await getLogKey(database)).toString('hex');
    return c.json({ algorithm: 'Ed25519', key }, 200, fresh);
  });

  site.get(urls.ledgerHeads(), async (c) => {
    const heads = await listHeads(r, readSize(c.req.query('before')));
    return c.json({ heads: heads.map(writeHead) }, 200, fresh);
  });

  site.get(urls.ledgerConsistency(), async (c) => {
    const first = readSize(c.req.query('first'));
    const proof = first === null ? null : await proveConsistency(r, first);
    if (!proof) return c.json({ error: 'first: a number of entries that the log has or had' }, 404, fresh);
    return c.json({ head: writeHead(proof.head), path: proof.path.map(inHex) }, 200, fresh);
  });

  site.get(urls.ledgerInclusion(), async (c) => {
    const leaf = /^[0-9a-f]{64}$/.exec(c.req.query('leaf') ?? '')?.[0];
    const proof = leaf ? await proveInclusion(r, Buffer.from(leaf, 'hex')) : null;
    if (!proof) return c.json({ error: 'leaf: the hash of a leaf of the log, 64 hex digits' }, 404, fresh);
    return c.json({ position: proof.position, path: proof.path.map(inHex), head: writeHead(proof.head) }, 200, fresh);
  });
};

const fresh = { 'cache-control': 'no-cache' } as const;
const inHex = (hash: Buffer) => hash.toString('hex');

/** A number of leaves; null for what is none. */
function readSize(written: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(written ?? '') ? Number(written) : null;
}

async function showLedger(
  c: SiteContext,
  { database }: Powers,
  shown: { readonly errors: FieldErrors; readonly sent: string; readonly check: ReceiptCheck | null },
): Promise<Response> {
  const [head] = await listHeads(database.read('provide'), null);
  const key = (await getLogKey(database)).toString('hex');
  const view = { ...shown, key, head: head ? writeHead(head) : null };
  return respondWithFilledPage(c, {
    title: c.var.words.t('receipt.title'),
    errors: shown.errors,
    scripts: ['check-receipt'],
    children: <LedgerPage view={view} />,
  });
}
