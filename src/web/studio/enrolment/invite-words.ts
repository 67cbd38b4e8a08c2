import { type InvitedMany, invitationLimits } from '../../../domains/enrolment/index.ts';
import type { Words } from '../../i18n.ts';

/** Why nobody was invited. */
export function inviteFault(result: Exclude<InvitedMany, { type: 'invited' }>, { t, language }: Words): string {
  if (result.because !== 'no-address') {
    return t(`enrolment.fault.${result.because}`, { most: invitationLimits.most_atOnce });
  }
  const lines = new Intl.ListFormat(language).format(result.faults.slice(0, 20).map(String));
  return t('enrolment.fault.addresses', { count: result.faults.length, lines });
}
