import { useWords } from '../../i18n.ts';

/** Begins a new block as the last one in its parent. */
export function AddButton({
  parent,
  tag,
}: {
  readonly parent: string;
  readonly tag: 'chapter' | 'sequential' | 'vertical';
}) {
  const { t } = useWords();
  return (
    <button
      type="submit"
      form="ask-add"
      class="studio-add"
      name="new"
      value={`${tag} ${parent}`}
      data-control="author.add"
    >
      <span aria-hidden="true">{'+'}</span> {t(`author.add.${tag}`)}
    </button>
  );
}

/** Puts what was copied or cut last into the parent. */
export function PasteButton({ parent, name }: { readonly parent: string; readonly name: string }) {
  const { t } = useWords();
  return (
    <button type="submit" form="ask-paste" class="studio-add" name="parent" value={parent} data-control="author.paste">
      {t('author.paste', { name })}
    </button>
  );
}
