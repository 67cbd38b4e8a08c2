import type { ListedTextbook } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { MoveButton } from '../parts/move-button.tsx';
import type { Undo } from './arrange-routes.ts';
import { DeleteItem, UndoItem } from './item-tools.tsx';
import { PagesFrame } from './pages-frame.tsx';
import type { PagesView } from './pages-view.ts';

/** The course's textbooks in their order. */
export function TextbooksPage({ view, undo }: { readonly view: PagesView; readonly undo: Undo | null }) {
  const { t } = useWords();
  const { course, pages, mayEdit } = view;
  const { courseKey } = course;
  return (
    <PagesFrame view={view} here="textbooks">
      <section class="stack" id="studio-pages">
        <h1>{t('coursePages.part.textbooks')}</h1>
        <UndoItem courseKey={courseKey} list="textbooks" undo={undo} />
        {mayEdit ? (
          <form id="ask-move" method="post" action={urls.studioArrange(courseKey, 'textbooks', 'move')} />
        ) : null}
        {pages.textbooks.length === 0 ? (
          <EmptyState title={t('coursePages.noBooks.title')} text={t('coursePages.noBooks.text')} />
        ) : null}
        <ol class="studio-units studio-pages">
          {pages.textbooks.map((book) => (
            <BookRow key={book.key} book={book} view={view} />
          ))}
        </ol>
        {mayEdit ? (
          <p>
            <ButtonLink href={urls.studioTextbook(courseKey, 'new')} isSmall data-control="course-pages.new">
              {t('coursePages.newBook')}
            </ButtonLink>
          </p>
        ) : null}
      </section>
    </PagesFrame>
  );
}

function BookRow({ book, view }: { readonly book: ListedTextbook; readonly view: PagesView }) {
  const { t } = useWords();
  const { courseKey, language } = view.course;
  const block = { id: book.key, title: book.title };
  return (
    <li class="studio-unit-row">
      <div class="studio-line">
        <span class="studio-title" lang={language} dir="auto">
          {book.title}
        </span>
        <span class="studio-facts">{t('coursePages.chapters', { count: book.chapters.length })}</span>
        {view.mayEdit ? (
          <span class="studio-block-tools">
            <MoveButton block={block} direction="up" />
            <MoveButton block={block} direction="down" />
            <ButtonLink href={urls.studioTextbook(courseKey, book.key)} look="quiet" isSmall data-control="author.edit">
              {t('author.edit')}
              <span class="only-heard"> {book.title}</span>
            </ButtonLink>
            <DeleteItem courseKey={courseKey} list="textbooks" item={book} />
          </span>
        ) : null}
      </div>
    </li>
  );
}

const empty_rows = 2;

/** A textbook as a form: its chapters in rows, and empty rows behind them. What is emptied goes. */
export function TextbookPage({
  view,
  book,
  errors,
}: {
  readonly view: PagesView;
  readonly book: Omit<ListedTextbook, 'key'> & { readonly key: string | null };
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  const { courseKey } = view.course;
  const rows = [...book.chapters, ...Array.from({ length: empty_rows }, () => ({ title: '', url: '' }))];
  return (
    <PagesFrame view={view} here="textbooks" steps={[{ label: t('coursePages.edit.textbook') }]}>
      <h1>{t('coursePages.edit.textbook')}</h1>
      <ErrorSummary errors={errors} />
      <form class="form studio-settings" method="post" action={urls.studioTextbook(courseKey, book.key ?? 'new')}>
        <input type="hidden" name="edition" value={book.edition} />
        <Field
          name="title"
          label={t('coursePages.bookTitle')}
          value={book.title}
          maxLength={300}
          error={errors.title}
          isRequired
        />
        {book.url === null ? null : (
          <Field name="url" label={t('coursePages.address')} value={book.url} maxLength={2000} />
        )}
        <p class="field-why">{t('coursePages.chapterWhy')}</p>
        {rows.map(({ title, url }, at) => (
          <fieldset key={at} class="field">
            <legend>{t('textbooks.chapter', { number: at + 1 })}</legend>
            <Field name={`chapter-title-${at}`} label={t('coursePages.chapterTitle')} value={title} maxLength={300} />
            <Field
              name={`chapter-url-${at}`}
              label={t('coursePages.address')}
              value={url}
              maxLength={2000}
              error={errors[`chapter-url-${at}`]}
            />
            {at > 0 && at < book.chapters.length ? (
              <Button name="up" value={String(at)} look="quiet" isSmall data-control="author.move">
                {t('author.move.up', { title })}
              </Button>
            ) : null}
          </fieldset>
        ))}
        <div class="form-actions">
          <Button data-control="author.save">{t('author.save')}</Button>
          <a href={urls.studioPages(courseKey, 'textbooks')} data-control="author.cancel">
            {t('author.cancel')}
          </a>
        </div>
      </form>
    </PagesFrame>
  );
}
