import type { HeldKind } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

/** Kinds of data with how many entries there are, and a line about each. */
export function KindList(props: {
  readonly kinds: readonly HeldKind[];
  readonly about: (entries: HeldKind['entries']) => string;
}) {
  const { t } = useWords();
  return (
    <ul class="kinds">
      {props.kinds.map(({ category, entries }) => (
        <li key={category}>
          <a href={urls.heldKind(category)} data-control="my-data.kind">
            {t(`collected.category.${category}`)}
          </a>
          <span class="soft figures">
            {t('myData.entries', { count: entries.reduce((sum, { rows }) => sum + rows, 0) })}
          </span>
          <p class="soft small">{props.about(entries)}</p>
        </li>
      ))}
    </ul>
  );
}
