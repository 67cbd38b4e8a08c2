import type { NameFault, PasswordFault } from '../../domains/identity/index.ts';
import { longestName_chars, longestPassword_chars, shortestPassword_chars } from '../../domains/identity/index.ts';
import type { Words } from '../i18n.ts';

/** What to say about a password that can't be taken, and what to do. */
export function passwordFaultText({ t }: Words, fault: PasswordFault): string {
  switch (fault) {
    case 'too-short':
      return t('fault.password.short', { least: shortestPassword_chars });
    case 'too-long':
      return t('fault.password.long', { most: longestPassword_chars });
    case 'too-common':
      return t('fault.password.common');
    case 'like-your-address':
      return t('fault.password.likeAddress');
  }
}

/** The same for a name. */
export function nameFaultText({ t }: Words, fault: NameFault): string {
  switch (fault) {
    case 'empty':
      return t('fault.name.empty');
    case 'too-long':
      return t('fault.tooLong', { most: longestName_chars });
    case 'odd-characters':
      return t('fault.name.odd');
  }
}
