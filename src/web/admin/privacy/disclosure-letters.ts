import type { Config } from '../../../config.ts';
import type { DisclosureLetters } from '../../../domains/gate/index.ts';
import { wordsFor } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** The letter that tells a person of a disclosure. In English: whose it is, is opened only when it is sent. */
export function disclosureLetters(config: Config): DisclosureLetters {
  return {
    replyTo: config.operator.privacyAddress,
    disclosed({ recipient, ground, why, fields, given_at }) {
      const { t, instant } = wordsFor(null);
      const facts = {
        site: config.siteName,
        recipient,
        why,
        ground: t(`disclosure.ground.${ground as 'own-use'}`),
        fields: fields.map((field) => `- ${field.replaceAll('_', ' ').replace('.', ': ')}`).join('\n'),
        when: instant(given_at),
        link: siteOrigin(config) + urls.concerns(),
      };
      return { subject: t('letter.disclosed.subject', facts), text: t('letter.disclosed.text', facts) };
    },
  };
}
