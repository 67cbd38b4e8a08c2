import { countHeld, findErasureOf, nameField, readHeld } from '../../../domains/disclosure/index.ts';
import { getProfile, getUseLimits } from '../../../domains/identity/index.ts';
import { listEntries } from '../../../domains/ledger/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { isRowId } from '../../request/row-id.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { urls } from '../../urls.ts';
import { CorrectPage } from './correct-page.tsx';
import { HeldPage } from './held-page.tsx';
import { LedgerPage } from './ledger-page.tsx';
import { dones, MyDataPage } from './my-data-page.tsx';
import { shortName } from './say-value.ts';

/** The privacy centre: what is held, what happened to it, where to correct it. */
export const myDataRoutes: Routes = (site, { database, map }) => {
  const emailOf = async ({ personId }: Reader) => (await getProfile(database.read('provide'), personId)).email;
  const forOneself = (show: (c: SiteContext, reader: Reader) => Promise<Response>) => (c: SiteContext) =>
    c.var.reader ? show(c, c.var.reader) : toSignIn(c);

  site.get(
    urls.myData(),
    forOneself(async (c, reader) => {
      const r = database.read('rights');
      // By address, which is confirmed: what they signed up for without the account is theirs too.
      const kinds = await countHeld(r, map, { email: await emailOf(reader) });
      const { restricted_at } = await getUseLimits(r, reader.personId);
      const erased_at = (await findErasureOf(r, reader.personId))?.due_at ?? null;
      const done = dones.find((one) => one === c.req.query('done')) ?? null;
      return respondWithPage(c, {
        title: c.var.words.t('myData.title'),
        children: <MyDataPage view={{ kinds, restricted_at, erased_at, done }} />,
      });
    }),
  );

  site.get(
    '/account/data/held/:kind',
    forOneself(async (c, reader) => {
      const r = database.read('rights');
      const who = { email: await emailOf(reader) };
      const kind = (await countHeld(r, map, who)).find(({ category }) => category === c.req.param('kind'));
      if (!kind) return respondNotFound(c);
      const { category } = kind;
      return respondWithPage(c, {
        title: c.var.words.t(`collected.category.${category}`),
        children: <HeldPage category={category} entries={await readHeld(r, map, who, category)} />,
      });
    }),
  );

  site.get(
    urls.myLedger(),
    forOneself(async (c, reader) => {
      const r = database.read('rights');
      const asked = c.req.query('before') ?? '';
      const before = isRowId(asked) ? asked : null;
      const { lines, next } = await listEntries(r, reader.personId, { before });
      const collected = before ? [] : await countHeld(r, map, { email: await emailOf(reader) });
      const view = { lines, next, collected, nameOf: (field: string) => shortName(nameField(map, field)) };
      return respondWithPage(c, {
        title: c.var.words.t('myData.way.ledger'),
        children: <LedgerPage view={view} />,
      });
    }),
  );

  site.get(
    urls.correct(),
    forOneself(async (c) =>
      respondWithPage(c, { title: c.var.words.t('myData.way.correct'), children: <CorrectPage /> }),
    ),
  );
};
