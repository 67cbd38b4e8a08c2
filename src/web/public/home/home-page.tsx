import { useWords } from '../../i18n.ts';

export function HomePage() {
  const { t } = useWords();
  return (
    <div class="column">
      <h1>{t('home.title')}</h1>
    </div>
  );
}
