import { getProfile, getUseLimits } from '../../../domains/identity/index.ts';
import { allowUpdates, endUpdates, listGivenUpdates } from '../../../domains/outreach/index.ts';
import {
  type ConsentUse,
  consentUses,
  giveConsent,
  listConsents,
  withdrawConsent,
} from '../../../domains/policy/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import { objectionOf } from '../../request/record-event.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { ChoicesPage, type ChoiceView, NothingToChoosePage } from './choices-page.tsx';

const uses = Object.keys(consentUses) as ConsentUse[];

/** What is up to whoever asks. Each choice holds from the next request on. */
export const choicesRoutes: Routes = (site, powers) => {
  site.get(urls.choices(), async (c) => {
    const { reader } = c.var;
    const title = c.var.words.t('choices.title');
    const objection = objectionOf(c);
    if (!reader) return respondWithPage(c, { title, children: <NothingToChoosePage objection={objection} /> });
    const choices = await Promise.all(uses.map((use) => choiceOf(powers, reader, use)));
    const view = { choices, objection, isStored: c.req.query('stored') === 'yes' };
    return respondWithPage(c, { title, children: <ChoicesPage view={view} /> });
  });

  site.post(
    urls.choices(),
    forReader(powers, 'form', async (c, reader) => {
      const { use: named, answer } = await readForm(c, ['use', 'answer']);
      const use = uses.find((one) => one === named);
      if (!use || (answer !== 'yes' && answer !== 'no')) return respondNotFound(c);
      await (answer === 'yes' ? allow(c, powers, reader, use) : end(powers, reader, use));
      return c.redirect(`${urls.choices()}?stored=yes`, 303);
    }),
  );
};

async function choiceOf({ database }: Powers, reader: Reader, use: ConsentUse): Promise<ChoiceView> {
  const r = database.read('provide');
  if (use === 'improve') {
    const given = await listConsents(r, reader.personId, use);
    return { use, isOn: reader.hasConsented, isObjectedTo: reader.objects, given };
  }
  const { email } = await getProfile(r, reader.personId);
  const { objectsTo } = await getUseLimits(r, reader.personId);
  const given = await listGivenUpdates(database.read('contact'), email);
  const isOn = given.some(({ withdrawn_at }) => withdrawn_at === null);
  return { use, isOn, isObjectedTo: objectsTo.includes('contact'), given };
}

async function allow(c: SiteContext, { database, documents }: Powers, { personId }: Reader, use: ConsentUse) {
  const { t, language } = c.var.words;
  const r = database.read('provide');
  const { version } = documents.currentDocument('privacy', r.now());
  const yes = { version, shown: t(`choices.${use}.words`), control: 'choices.allow' } as const;
  if (use === 'improve') return database.write('provide', (w) => giveConsent(w, personId, { use, ...yes }));
  const { email } = await getProfile(r, personId);
  return database.write('contact', (w) => allowUpdates(w, { personId, email, language }, yes));
}

async function end({ database }: Powers, { personId }: Reader, use: ConsentUse): Promise<void> {
  if (use === 'improve') return database.write('provide', (w) => withdrawConsent(w, personId, use));
  const { email } = await getProfile(database.read('provide'), personId);
  return database.write('contact', (w) => endUpdates(w, { personId, email }, 'choices'));
}
