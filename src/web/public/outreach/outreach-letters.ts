import type { Config } from '../../../config.ts';
import type { ContactLetterFacts, MailingWords, OutreachLetters } from '../../../domains/outreach/index.ts';
import type { Letter } from '../../../kernel/mail/index.ts';
import { wordsFor } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/** The letters to those who signed up for updates, in the language of the page that they used. */
export function outreachLetters(config: Config): OutreachLetters {
  const origin = siteOrigin(config);
  const site = config.siteName;
  return {
    confirmInquiry: (given) =>
      letter(given, 'letter.inquiry.subject', 'letter.inquiry.text', {
        site,
        link: origin + urls.confirmInquiry(given.secret),
        privacy: origin + urls.document('privacy'),
      }),
    mySignUp: (given) =>
      letter(given, 'letter.mySignUp.subject', 'letter.mySignUp.text', {
        site,
        link: origin + urls.mySignUp(given.secret),
      }),
    invitation: (given) =>
      letter(given, 'letter.invitation.subject', 'letter.invitation.text', {
        site,
        organisation: given.organisation,
        link: origin + urls.invitation(given.secret),
      }),
  };
}

type LetterKey = Extract<Parameters<ReturnType<typeof wordsFor>['t']>[0], `letter.${string}`>;

function letter(
  { name, language, valid_days }: ContactLetterFacts,
  subject: LetterKey,
  text: LetterKey,
  facts: Readonly<Record<string, string>>,
): Letter {
  const { t } = wordsFor(language);
  return { subject: t(subject, facts), text: t(text, { ...facts, name, days: valid_days }) };
}

/** The words around a mailing. */
export function mailingWords(config: Config): MailingWords {
  const origin = siteOrigin(config);
  return {
    stopLink: (secret) => origin + urls.stopMailings(secret),
    footer(language) {
      const { t, language: spoken } = wordsFor(language);
      return { language: spoken, why: t('mailing.why', { site: config.siteName }), stop: t('mailing.stop') };
    },
  };
}
