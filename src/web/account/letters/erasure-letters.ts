import type { Config } from '../../../config.ts';
import type { ErasureLetters } from '../../../domains/disclosure/index.ts';
import { wordsFor } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** The letter about an erasure that was asked for, in the language of whom it goes to. */
export function erasureLetters(config: Config): ErasureLetters {
  return {
    erasureAsked({ name, language, secret, due_at, timeZone }) {
      const { t, instant } = wordsFor(language, timeZone ?? undefined);
      const facts = { name, site: config.siteName, when: instant(due_at) };
      const link = siteOrigin(config) + urls.erasure(secret);
      return { subject: t('letter.erasure.subject', facts), text: t('letter.erasure.text', { ...facts, link }) };
    },
  };
}
