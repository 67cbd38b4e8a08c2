import type { Config } from '../../config.ts';
import type { OrganisationLetters } from '../../domains/organisations/index.ts';
import { wordsFor } from '../i18n.ts';
import { siteOrigin } from '../request/site-origin.ts';
import { urls } from '../urls.ts';

/** The letters about organisations, in the language of whom they go to. */
export function organisationLetters(config: Config): OrganisationLetters {
  const origin = siteOrigin(config);
  const site = config.siteName;
  return {
    opened({ name, language, organisation, state }) {
      const { t } = wordsFor(language);
      const facts = {
        name,
        site,
        organisation: organisation.name,
        link: origin + urls.studioOrganisation(organisation.key),
      };
      const text = state === 'waiting' ? 'letter.organisationWaiting.text' : 'letter.organisationOpened.text';
      return { subject: t('letter.organisationOpened.subject', facts), text: t(text, facts) };
    },
    invited({ language, by, organisation, role, secret, valid_days }) {
      const { t } = wordsFor(language);
      const facts = {
        by: by ?? t('letter.memberInvitation.operators', { site }),
        site,
        organisation,
        role: t(`role.${role}`),
        days: valid_days,
        link: origin + urls.join(secret),
      };
      return { subject: t('letter.memberInvitation.subject', facts), text: t('letter.memberInvitation.text', facts) };
    },
  };
}
