import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n.ts';
import { urls } from '../urls.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button, ButtonLink } from './button.tsx';
import { CourseCard } from './course-card.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { CheckField, Field, SelectField } from './field.tsx';
import { Fold } from './fold.tsx';
import { Notice } from './notice.tsx';
import { Pagination } from './pagination.tsx';

/** The design system on one page: look here after every change to tokens or parts. */
export function PartsPage() {
  const { t } = useWords();
  return (
    <div class="page-width stack-wide">
      <Breadcrumbs steps={[{ label: t('site.courses'), href: urls.courses() }, { label: t('parts.title') }]} />
      <h1>{t('parts.title')}</h1>
      <p class="lead">{t('parts.lead')}</p>
      <Reading />
      <Buttons />
      <Fields />
      <Notices />
      <Cards />
      <Part name={t('parts.lists')}>
        <EmptyState title={t('parts.sample')} text={t('parts.lead')}>
          <ButtonLink href={urls.courses()} look="quiet" data-control="parts.sample">
            {t('site.courses')}
          </ButtonLink>
        </EmptyState>
        <Fold label={t('parts.sample')}>{t('parts.lead')}</Fold>
        {[1, 2, 3].map((page) => (
          <Pagination key={page} page={page} pages={3} hrefOf={() => urls.parts()} />
        ))}
      </Part>
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Reading() {
  const { t } = useWords();
  return (
    <Part name={t('parts.reading')}>
      <div class="prose">
        <p>{t('parts.paragraph')}</p>
        <h3>{t('parts.sample')}</h3>
        <p>
          {t('parts.paragraph')}{' '}
          <a href={urls.parts()} data-control="parts.sample">
            {t('parts.sample')}
          </a>
        </p>
        <blockquote>{t('parts.lead')}</blockquote>
      </div>
    </Part>
  );
}

function Buttons() {
  const { t } = useWords();
  return (
    <Part name={t('parts.buttons')}>
      {[false, true].map((isSmall) => (
        <div class="row" key={String(isSmall)}>
          {(['strong', 'quiet', 'danger', 'link'] as const).map((look) => (
            <Button key={look} look={look} isSmall={isSmall} data-control="parts.sample">
              {t('parts.sample')}
            </Button>
          ))}
          <Button isSmall={isSmall} disabled data-control="parts.sample">
            {t('parts.sample')}
          </Button>
        </div>
      ))}
    </Part>
  );
}

function Fields() {
  const { t } = useWords();
  const [label, why, error] = [t('parts.sample'), t('parts.lead'), t('parts.error')];
  return (
    <Part name={t('parts.fields')}>
      <div class="form-column form">
        <ErrorSummary errors={{ wrong: error, unticked: error }} />
        <Field name="plain" label={label} isRequired />
        <Field name="reasoned" label={label} why={why} value={label} />
        <Field name="wrong" label={label} why={why} error={error} isRequired value={label} />
        <SelectField name="list" label={label} why={why} value="a" options={[{ value: 'a', label }]} />
        <CheckField name="ticked" label={label} why={why} isChecked />
        <CheckField name="unticked" label={label} error={error} isChecked={false} />
      </div>
    </Part>
  );
}

function Notices() {
  const { t } = useWords();
  return (
    <Part name={t('parts.notices')}>
      {(['note', 'good', 'warn', 'bad'] as const).map((tone) => (
        <Notice key={tone} tone={tone} title={t('parts.sample')}>
          <p>{t('parts.lead')}</p>
        </Notice>
      ))}
      <p class="row">
        <span class="tag">{t('parts.sample')}</span>
        <span class="tag tag-good">{t('parts.sample')}</span>
        <span class="tag tag-warn">{t('parts.sample')}</span>
      </p>
    </Part>
  );
}

function Cards() {
  const { t, day, language } = useWords();
  return (
    <Part name={t('parts.cards')}>
      <ul class="cards">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((run) => (
          <li key={run}>
            <CourseCard
              course={{
                courseKey: `course-v1:LakeU+Tea+${run}`,
                title: t('parts.sample'),
                language,
                organisation: t('parts.sample'),
                imageHref: null,
                facts: [day(new Date(0))],
              }}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
