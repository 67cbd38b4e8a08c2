import type { MovedOn, Refused } from '../../../domains/studio/index.ts';
import type { Words } from '../../i18n.ts';

/** Why an edit was not made, for its author. */
export function refusalWords(refusal: Refused | MovedOn, { t }: Words): string {
  if (refusal.type === 'moved-on') return t('author.movedOn');
  return t(`author.refused.${refusal.because}`);
}
