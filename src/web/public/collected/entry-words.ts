import type { CollectedEntry } from '../../../domains/disclosure/index.ts';
import type { Words } from '../../i18n.ts';

/** Why values are held, how long, and how they are forgotten, each as one line. */
export function entryWords(
  { t }: Words,
  { purposes, keeps, onErase }: Pick<CollectedEntry, 'purposes' | 'keeps' | 'onErase'>,
): { readonly why: string; readonly howLong: string; readonly forgotten: string } {
  return {
    why: purposes.map((purpose) => t(`collected.purpose.${purpose}`)).join('; '),
    howLong: keeps
      .map((keep) =>
        'days' in keep
          ? t('collected.days', { count: keep.days, from: keep.from.replaceAll('_', ' ') })
          : t('collected.with', { what: keep.with }),
      )
      .join('; '),
    forgotten: onErase
      .map((each) =>
        typeof each === 'object' ? t('collected.kept', { ground: each.keep }) : t(`collected.erase.${each}`),
      )
      .join('; '),
  };
}
