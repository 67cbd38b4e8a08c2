import type { Config } from '../../../config.ts';
import type { RequestLetters } from '../../../domains/requests/index.ts';
import { wordsFor } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** The letters about privacy requests, in the language of the page that was used. */
export function requestLetters(config: Config): RequestLetters {
  const origin = siteOrigin(config);
  const site = config.siteName;
  return {
    replyTo: config.operator.privacyAddress,
    confirmRequest({ name, language, secret, valid_days: days }) {
      const { t } = wordsFor(language);
      const facts = { site, name, days, link: origin + urls.confirmConcern(secret) };
      return { subject: t('letter.concern.subject', facts), text: t('letter.concern.text', facts) };
    },
    showIdentity({ name, language, reference, secret, valid_days: days }) {
      const { t } = wordsFor(language);
      const facts = { site, name, reference, days, link: origin + urls.showIdentity(secret) };
      return { subject: t('letter.identity.subject', facts), text: t('letter.identity.text', facts) };
    },
    extended({ name, language, reference, due_on, reason }) {
      const { t, calendarDay } = wordsFor(language);
      const facts = { site, name, reference, reason, day: calendarDay(due_on) };
      return { subject: t('letter.extended.subject', facts), text: t('letter.extended.text', facts) };
    },
    access({ name, language, reference }) {
      const { t } = wordsFor(language);
      const facts = { site, name, reference, link: origin + urls.myData() };
      return { subject: t('letter.access.subject', facts), text: t('letter.access.text', facts) };
    },
    erased({ name, language, reference }) {
      const { t } = wordsFor(language);
      const facts = { site, name, reference };
      return { subject: t('letter.erased.subject', facts), text: t('letter.erased.text', facts) };
    },
  };
}
