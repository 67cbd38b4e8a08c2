import { useWords } from '../../../i18n.ts';
import { type FieldProps, fieldId } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { FormItem } from './form-field.ts';

const nothing: FormItem = { key: '', label: '', img: '', img_alt: '' };
const empty_rows = 2;

interface RowsProps extends FieldProps {
  readonly items: readonly FormItem[];
  readonly hasPictures: boolean;
}

/**
 * Answers or questions, a row each, and two empty rows behind them: what is filled in comes in, what is emptied goes. The
 * behaviour `form-rows` adds more rows and moves them.
 */
export function ItemRows({ name, label, why, error, items, hasPictures }: RowsProps) {
  const { t } = useWords();
  const rows = [...items, ...Array.from({ length: empty_rows }, () => nothing)];
  const id = fieldId(name);
  return (
    <fieldset
      class="field form-rows"
      id={id}
      tabIndex={-1}
      data-rows=""
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {why ? <p class="field-why">{why}</p> : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="bad" />
          {error}
        </p>
      ) : null}
      <ol>
        {rows.map((item, at) => (
          <ItemRow key={at} name={name} item={item} at={at} hasPictures={hasPictures} />
        ))}
      </ol>
      <button type="button" class="button button-quiet button-small" data-rows-add="" hidden data-control="author.row">
        {t('author.form.addRow')}
      </button>
    </fieldset>
  );
}

function ItemRow({
  name,
  item,
  at,
  hasPictures,
}: {
  readonly name: string;
  readonly item: FormItem;
  readonly at: number;
  readonly hasPictures: boolean;
}) {
  const { t } = useWords();
  const number = at + 1;
  return (
    <li class="form-row" data-row="">
      <input type="hidden" name={`${name}-key`} value={item.key} />
      <div class="form-row-main">
        <textarea
          class="input"
          rows={1}
          name={`${name}-label`}
          aria-label={t('author.form.itemText', { number })}
          dir="auto"
          value={item.label}
        />
        <button
          type="button"
          class="studio-tool"
          data-row-up=""
          hidden
          aria-label={t('author.form.itemUp', { number })}
          data-control="author.row"
        >
          <svg viewBox="0 0 20 20" class="icon" aria-hidden="true">
            <path d="M10 16V4.5M5 9.5l5-5l5 5" fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>
        </button>
      </div>
      {hasPictures ? (
        <details open={item.img !== '' || item.img_alt !== ''}>
          <summary>{t('author.form.picture')}</summary>
          <label class="field">
            {t('author.form.pictureAddress')}
            <input class="input" name={`${name}-img`} value={item.img} />
          </label>
          <label class="field">
            {t('author.rich.alt')}
            <input class="input" name={`${name}-alt`} value={item.img_alt} />
          </label>
        </details>
      ) : null}
    </li>
  );
}
