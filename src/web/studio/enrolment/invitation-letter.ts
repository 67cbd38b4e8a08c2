import type { Config } from '../../../config.ts';
import type { InvitedAs } from '../../../domains/enrolment/index.ts';
import type { Letter } from '../../../kernel/mail/index.ts';
import type { Words } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** The letter to who is asked into a course, in the language of whoever asks: of the asked nothing is known. */
export function writeInvitation(
  config: Config,
  { t }: Words,
  { by, course, role }: { readonly by: string; readonly course: string; readonly role: InvitedAs },
): (facts: { readonly secret: string; readonly valid_days: number }) => Letter {
  return ({ secret, valid_days }) => {
    const facts = {
      by,
      course,
      site: config.siteName,
      as: t(`letter.courseInvitation.${role}`),
      days: valid_days,
      link: siteOrigin(config) + urls.invited(secret),
    };
    return { subject: t('letter.courseInvitation.subject', facts), text: t('letter.courseInvitation.text', facts) };
  };
}
