import type { Config } from '../../../config.ts';
import type { AccountLetters, LetterFacts, LinkLetterFacts } from '../../../domains/identity/index.ts';
import type { Letter } from '../../../kernel/mail/index.ts';
import { wordsFor } from '../../i18n.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';

/**
 * The letters about an account, in the language of whom they go to.
 *
 * @param next where to go once the address is confirmed
 */
export function accountLetters(config: Config, next?: string): AccountLetters {
  const origin = siteOrigin(config);
  const site = config.siteName;
  const link = (path: string) => origin + path;
  const say = ({ language, name }: LetterFacts) => ({ t: wordsFor(language).t, facts: { name, site } });

  const withLink =
    (subject: LetterKey, text: LetterKey, address: (secret: string) => string) =>
    (given: LinkLetterFacts): Letter => {
      const { t, facts } = say(given);
      return {
        subject: t(subject, facts),
        text: t(text, { ...facts, link: link(address(given.secret)), hours: given.valid_hours }),
      };
    };
  const plain =
    (subject: LetterKey, text: LetterKey) =>
    (given: LetterFacts): Letter => {
      const { t, facts } = say(given);
      return { subject: t(subject, facts), text: t(text, { ...facts, link: link(urls.forgotten()) }) };
    };

  return {
    confirmAddress: withLink('letter.confirm.subject', 'letter.confirm.text', (secret) =>
      urls.confirmAddress(secret, next),
    ),
    addressTaken: withLink('letter.taken.subject', 'letter.taken.text', urls.newPassword),
    newPassword: withLink('letter.newPassword.subject', 'letter.newPassword.text', urls.newPassword),
    confirmNewAddress: withLink('letter.newAddress.subject', 'letter.newAddress.text', urls.confirmNewEmail),
    newAddressAsked: plain('letter.newAddressAsked.subject', 'letter.newAddressAsked.text'),
    copyTaken: plain('letter.copy.subject', 'letter.copy.text'),
    addressChanged: plain('letter.addressChanged.subject', 'letter.addressChanged.text'),
    passwordChanged: plain('letter.passwordChanged.subject', 'letter.passwordChanged.text'),
  };
}

type LetterKey = Extract<Parameters<ReturnType<typeof wordsFor>['t']>[0], `letter.${string}`>;
