import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';

/** The field that searches the catalogue, wherever it stands. */
export function SearchBox({ text }: { readonly text: string }) {
  const { t } = useWords();
  return (
    <search>
      <form class="search-box" action={urls.courses()}>
        <label class="only-heard" for="search-text">
          {t('catalogue.searchFor')}
        </label>
        <input
          class="input"
          id="search-text"
          type="search"
          name="q"
          value={text}
          placeholder={t('catalogue.placeholder')}
          maxLength={200}
          autocomplete="off"
        />
        <Button data-control="catalogue.search">
          <Icon name="search" />
          {t('catalogue.search')}
        </Button>
      </form>
    </search>
  );
}
