import { type MessageKey, useWords } from '../../i18n.ts';

const tools = [
  ['bold', 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z'],
  ['italic', 'M9 4h6M5 16h6M12 4L8 16'],
  ['heading', 'M5 4v12M14 4v12M5 10h9'],
  ['bullets', 'M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01'],
  ['numbers', 'M9 5h8M9 10h8M9 15h8M3.5 3.5l1-.5v4M3 13h2l-2 3h2'],
  ['quote', 'M4 11h3v4H4zM4 11c0-3 1-5 3-6M12 11h3v4h-3zM12 11c0-3 1-5 3-6'],
  ['code', 'M7 6l-4 4l4 4M13 6l4 4l-4 4'],
  ['link', 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7'],
  ['image', 'M3 4h14v12H3zM3 13l4-4l3 3l3-3l4 4M7 7.5h.01'],
  ['undo', 'M7 5L3.5 8.5L7 12M4 8.5h8a4 4 0 0 1 0 8H9'],
  ['redo', 'M13 5l3.5 3.5L13 12M16 8.5H8a4 4 0 0 0 0 8h3'],
] as const;

/** What the behaviour `rich-text` puts before the field with the HTML; without a script it is nothing. */
export function RichTools() {
  const { t } = useWords();
  return (
    <template data-rich="">
      <div class="rich">
        <div class="rich-head">
          <div class="studio-kinds">
            <button type="button" data-rich-view="rich" data-control="author.rich-view">
              {t('author.rich.asText')}
            </button>
            <button type="button" data-rich-view="source" data-control="author.rich-view">
              {t('author.rich.asSource')}
            </button>
          </div>
          <div class="rich-bar" role="toolbar" aria-label={t('author.rich.tools')} data-rich-bar="">
            {tools.map(([name, drawing]) => (
              <button
                key={name}
                type="button"
                class="studio-tool"
                data-rich={name}
                title={t(`author.rich.${name}`)}
                aria-label={t(`author.rich.${name}`)}
                data-control="author.rich-tool"
              >
                <svg viewBox="0 0 20 20" class="icon" aria-hidden="true">
                  <path
                    d={drawing}
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.6"
                    stroke-linecap="round"
                    stroke-linejoin="round"
                  />
                </svg>
              </button>
            ))}
          </div>
        </div>
        <p class="field-why" data-rich-note="" hidden>
          {t('author.rich.onlySource')}
        </p>
        <div class="rich-place" data-rich-text="" />
        <Asking name="link" fields={[['href', 'author.rich.href']]} />
        <Asking name="picture" fields={[['alt', 'author.rich.alt']]} />
        <Asking
          name="image"
          fields={[
            ['src', 'author.rich.src'],
            ['alt', 'author.rich.alt'],
          ]}
        />
      </div>
    </template>
  );
}

/** Its fields belong to no form: what is empty in a closed dialog keeps nobody from saving. */
function Asking({
  name,
  fields,
}: {
  readonly name: 'link' | 'image' | 'picture';
  readonly fields: readonly (readonly [field: string, label: MessageKey])[];
}) {
  const { t } = useWords();
  return (
    <dialog
      class="rich-ask"
      data-rich-ask={name}
      aria-label={t(name === 'picture' ? 'author.picture.add' : `author.rich.${name}`)}
    >
      {fields.map(([field, label]) => (
        <label key={field} class="field">
          {t(label)}
          <input class="input" data-field={field} form="rich-none" required={name !== 'link'} />
        </label>
      ))}
      <div class="form-actions">
        <button type="button" class="button button-small" data-rich-close="yes" data-control="author.rich-put">
          {t('author.rich.put')}
        </button>
        <button type="button" class="button button-quiet button-small" data-rich-close="" data-control="author.cancel">
          {t('author.cancel')}
        </button>
      </div>
    </dialog>
  );
}
