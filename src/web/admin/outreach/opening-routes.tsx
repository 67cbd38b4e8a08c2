import { draftMailing, getOpening, type Opening, setOpening } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';

/** Whether the site is open yet, and the mailing that says so. */
export const openingRoutes: Routes = (site, { config, database }) => {
  site.get(urls.opening(), async (c) => showOpening(c, await getOpening(database.read('contact')), {}));

  site.post(urls.opening(), async (c) => {
    const { isComingSoon, opensOn } = await readForm(c, ['isComingSoon', 'opensOn']);
    const opening = { isComingSoon: isComingSoon === 'yes', opensOn: opensOn.trim() || null };
    const result = await database.write('contact', (w) => setOpening(w, opening));
    if (result.type === 'stored') return backDone(c, urls.opening());
    return showOpening(c, opening, { opensOn: c.var.words.t('opening.fault') });
  });

  site.post(urls.launchMailing(), async (c) => {
    const { t } = c.var.words;
    const facts = { site: config.siteName, link: siteOrigin(config) };
    const wording = { subject: t('launch.subject', facts), body: t('launch.text', facts), audience: null };
    const result = await database.write('contact', (w) => draftMailing(w, wording));
    return result.type === 'drafted' ? backDone(c, urls.mailing(result.id)) : c.redirect(urls.mailings(), 303);
  });
};

function showOpening(c: SiteContext, opening: Opening, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const children = <OpeningForms opening={opening} errors={errors} />;
  return respondWithDesk(c, {
    place: 'opening',
    title: t('desk.place.opening'),
    lead: t('opening.lead'),
    errors,
    children,
  });
}

function OpeningForms({ opening, errors }: { readonly opening: Opening; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <section class="panel">
        <p>
          <span class={opening.isComingSoon ? 'tag tag-warn' : 'tag tag-good'}>
            {t(opening.isComingSoon ? 'opening.soon' : 'opening.open')}
          </span>
        </p>
        <form class="form" method="post" action={urls.opening()} novalidate>
          <CheckField
            name="isComingSoon"
            label={t('opening.isComingSoon')}
            why={t('opening.isComingSoonWhy')}
            isChecked={opening.isComingSoon}
          />
          <Field
            name="opensOn"
            type="date"
            label={t('opening.opensOn')}
            why={t('opening.opensOnWhy')}
            value={opening.opensOn ?? ''}
            error={errors.opensOn}
          />
          <Button data-control="opening.store">{t('desk.store')}</Button>
        </form>
      </section>
      <section class="panel">
        <h2>{t('opening.mailing')}</h2>
        <p>{t('opening.mailingText')}</p>
        <form method="post" action={urls.launchMailing()}>
          <Button look="quiet" data-control="opening.mailing">
            {t('opening.write')}
          </Button>
        </form>
      </section>
    </>
  );
}
