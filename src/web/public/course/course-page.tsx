import { useWords } from '../../i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { languageName } from '../course-card-view.ts';
import type { CourseView } from './course-view.ts';

export function CoursePage({ course }: { readonly course: CourseView }) {
  const { t } = useWords();
  const { title, language, organisation, summary, overview } = course;
  return (
    <div class="page-width stack-wide">
      {overview?.styleHref ? <link rel="stylesheet" href={overview.styleHref} /> : null}
      <Breadcrumbs
        steps={[
          { label: t('site.courses'), href: urls.courses() },
          { label: organisation.name, href: urls.organisation(organisation.key) },
          { label: title },
        ]}
      />
      <div class="course">
        <header class="stack">
          <h1 lang={language} dir="auto">
            {title}
          </h1>
          {summary ? (
            <p class="lead" lang={language} dir="auto">
              {summary}
            </p>
          ) : null}
          <p>
            {t('course.by')}{' '}
            <a href={urls.organisation(organisation.key)} data-control="course.organisation">
              {organisation.name}
            </a>
          </p>
        </header>
        <aside class="course-aside" aria-label={t('course.facts')}>
          <div class="card">
            <Cover courseKey={course.courseKey} imageHref={course.imageHref} />
            <div class="course-entry">
              <Entry course={course} />
              <Facts course={course} />
            </div>
          </div>
        </aside>
        <div class="course-main stack-wide">
          {overview ? (
            <section class="stack">
              {/* Authors begin with a heading of their own, mostly these words. */}
              <h2 class="only-heard">{t('course.about')}</h2>
              {/* Sanitised: the one way in which an author's HTML gets into a page of ours. */}
              <div lang={language} dir="auto" dangerouslySetInnerHTML={{ __html: overview.html }} />
            </section>
          ) : null}
          <Before before={course.before} />
          <Contents course={course} />
        </div>
      </div>
    </div>
  );
}

function Entry({ course: { courseKey, entry } }: { readonly course: CourseView }) {
  const { t } = useWords();
  if (entry.type === 'enrolled') {
    return (
      <div class="stack">
        <p class="tag tag-good">{t('course.enrolled')}</p>
        <ButtonLink href={urls.outline(courseKey)} data-control="course.go-on">
          {t('course.goOn')}
        </ButtonLink>
      </div>
    );
  }
  if (entry.type === 'closed') {
    return <Closed courseKey={courseKey} entry={entry} />;
  }
  if (!entry.isSignedIn) {
    return (
      <div class="stack">
        <ButtonLink href={urls.signIn(urls.course(courseKey))} data-control="course.sign-in">
          {t('course.signInToEnrol')}
        </ButtonLink>
        <p class="field-why">{t('course.enrolWhy')}</p>
      </div>
    );
  }
  return (
    <form class="stack" method="post" action={urls.enrol(courseKey)}>
      <Button data-control="course.enrol">{t('course.enrol')}</Button>
      <p class="field-why">{t('course.enrolWhy')}</p>
    </form>
  );
}

/** Why nobody comes in by themselves, and what to do: with a code, whoever has one. */
function Closed({
  courseKey,
  entry: { because, opens_at, isSignedIn, code },
}: {
  readonly courseKey: string;
  readonly entry: Extract<CourseView['entry'], { type: 'closed' }>;
}) {
  const { t, instant } = useWords();
  const why =
    because === 'not-open' && opens_at
      ? t('course.opensAt', { when: instant(opens_at) })
      : t(`course.closure.${because}`);
  if (because !== 'invitation-only') return <p>{why}</p>;
  return (
    <div class="stack">
      <p>{why}</p>
      {isSignedIn ? (
        <form class="stack" method="post" action={urls.enrolByCode(courseKey)}>
          <Field name="code" label={t('course.code')} value={code} maxLength={40} autocomplete="off" isRequired />
          <Button data-control="course.enrol-by-code">{t('course.enrol')}</Button>
          <p class="field-why">{t('course.enrolWhy')}</p>
        </form>
      ) : (
        <ButtonLink
          href={urls.signIn(code ? urls.courseWithCode(courseKey, code) : urls.course(courseKey))}
          data-control="course.sign-in"
        >
          {t('course.signInForCode')}
        </ButtonLink>
      )}
    </div>
  );
}

function Facts({ course: { starts_at, ends_at, language, counts } }: { readonly course: CourseView }) {
  const words = useWords();
  const { t, instant } = words;
  return (
    <dl class="facts">
      {starts_at ? <Fact term={t('course.start')} value={instant(starts_at)} /> : null}
      {ends_at ? <Fact term={t('course.end')} value={instant(ends_at)} /> : null}
      <Fact term={t('catalogue.language')} value={languageName(language, words)} />
      <Fact term={t('course.inIt')} value={t('course.counts', counts)} />
    </dl>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What should be taken before. Nobody is kept out for it. */
function Before({ before }: Pick<CourseView, 'before'>) {
  const { t } = useWords();
  if (before.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('course.before')}</h2>
      <ul>
        {before.map(({ courseKey, title, isHere }) => (
          <li key={courseKey} dir="auto">
            {isHere ? (
              <a href={urls.course(courseKey)} data-control="course.before">
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contents({ course: { sections, language } }: { readonly course: CourseView }) {
  const { t } = useWords();
  if (sections.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('course.contents')}</h2>
      <ol class="contents" lang={language} dir="auto">
        {sections.map(({ name, subsections }, index) => (
          <li key={index}>
            <h3>{name}</h3>
            {subsections.length > 0 ? (
              <ul>
                {subsections.map((subsection, place) => (
                  <li key={place}>{subsection}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
