import { useWords } from '../../i18n.ts';

/** Says that learners do not see this. */
export function StaffOnly() {
  const { t } = useWords();
  return <span class="badge badge-staff">{t('outline.staffOnly')}</span>;
}
