import { type InfoPage, longestPage_chars, markdownToHtml } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** A page as it is typed: every field a text. */
export type TypedPage = Readonly<Record<'slug' | 'kind' | 'title' | 'summary' | 'body' | 'published', string>>;

interface Editing {
  readonly typed: TypedPage;
  readonly errors: FieldErrors;
}

/** All pages, and a form for a new one. */
export function PageList({
  pages,
  now,
  typed,
  errors,
}: Editing & { readonly pages: readonly InfoPage[]; readonly now: Date }) {
  const { t } = useWords();
  return (
    <>
      <ul class="desk-rows">
        {pages.map((page) => (
          <PageRow key={page.slug} page={page} now={now} />
        ))}
      </ul>
      <section class="panel">
        <h2>{t('deskPages.new')}</h2>
        <PageForm action={urls.deskPages()} typed={typed} errors={errors} isNew />
      </section>
    </>
  );
}

function PageRow({ page: { slug, kind, title, published_at }, now }: { readonly page: InfoPage; readonly now: Date }) {
  const { t, instant } = useWords();
  const isOut = published_at !== null && published_at <= now;
  return (
    <li>
      <h2>
        <a href={urls.deskPage(slug)} data-control="pages.edit">
          {title}
        </a>
      </h2>
      <span class={isOut ? 'tag tag-good' : 'tag'}>
        {t(isOut ? 'deskPages.out' : published_at ? 'deskPages.embargo' : 'deskPages.draft')}
      </span>
      <p class="soft small">
        {t(`deskPages.kind.${kind}`)} {published_at ? `· ${instant(published_at)}` : null}
      </p>
    </li>
  );
}

/** One page, with what it looks like. */
export function PageEditor({ typed, errors }: Editing) {
  const { t } = useWords();
  const address = typed.kind === 'press' ? urls.pressPage(typed.slug) : urls.infoPage(typed.slug);
  return (
    <>
      <PageForm action={urls.deskPage(typed.slug)} typed={typed} errors={errors} />
      <section class="stack">
        <h2>{t('mailings.preview')}</h2>
        {/* Markdown of operators, with all markup escaped. */}
        <div class="panel">
          <div class="prose" dangerouslySetInnerHTML={{ __html: markdownToHtml(typed.body) }} />
        </div>
      </section>
      <div class="form-actions">
        <ButtonLink href={address} look="quiet" data-control="pages.show">
          {t('deskPages.show')}
        </ButtonLink>
        <form method="post" action={urls.removePage(typed.slug)}>
          <Button look="danger" data-control="pages.remove">
            {t('deskPages.remove')}
          </Button>
        </form>
      </div>
    </>
  );
}

function PageForm({
  action,
  typed,
  errors,
  isNew = false,
}: Editing & { readonly action: string; readonly isNew?: boolean }) {
  const { t } = useWords();
  const field = (name: keyof TypedPage) => ({ name, value: typed[name], error: errors[name] });
  return (
    <form class="form" method="post" action={action} novalidate>
      <SelectField
        {...field('kind')}
        label={t('deskPages.kind')}
        options={(['press', 'page'] as const).map((kind) => ({ value: kind, label: t(`deskPages.kind.${kind}`) }))}
        isRequired
      />
      {isNew ? <Field {...field('slug')} label={t('deskPages.slug')} why={t('deskPages.slugWhy')} isRequired /> : null}
      <Field {...field('title')} label={t('deskPages.title')} maxLength={160} isRequired />
      <Field {...field('summary')} label={t('deskPages.summary')} maxLength={400} />
      <LongField
        {...field('body')}
        label={t('desk.words')}
        why={t('mailings.markdown')}
        rows={14}
        maxLength={longestPage_chars}
        isRequired
      />
      <Field
        {...field('published')}
        type="datetime-local"
        label={t('deskPages.published')}
        why={t('deskPages.publishedWhy')}
      />
      <Button data-control="pages.store">{t('desk.store')}</Button>
    </form>
  );
}
