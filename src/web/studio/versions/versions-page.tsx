import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { ShowVersionForm } from '../parts/give-back-notice.tsx';
import type { VersionLine, VersionsView } from './versions-view.ts';

/** All versions of a course, the newest first. */
export function VersionsPage({ view }: { readonly view: VersionsView }) {
  const { t } = useWords();
  const { course, lines, older } = view;
  return (
    <StudioCourseFrame course={course} here="versions" steps={[{ label: t('author.versions') }]}>
      <header class="studio-head">
        <h1>{t('author.versions')}</h1>
        <p class="soft">{t('author.versionsText')}</p>
      </header>
      <ol class="studio-version-list">
        {lines.map((line) => (
          <Line key={line.versionId} line={line} view={view} />
        ))}
      </ol>
      {older === null ? null : (
        <p>
          <a href={`${urls.studioVersions(course.courseKey)}?before=${older}`} data-control="author.older-versions">
            {t('author.olderVersions')}
          </a>
        </p>
      )}
    </StudioCourseFrame>
  );
}

function Line({ line, view }: { readonly line: VersionLine; readonly view: VersionsView }) {
  const { course, mayEdit, mayPublish, published } = view;
  const { t, instant } = useWords();
  const { number, author, madeAt, message } = line;
  return (
    <li class="studio-version">
      <span class="studio-version-number figures">{number}</span>
      <div class="studio-version-said">
        <p dir="auto">
          {message} {line.isDraft ? <span class="badge">{t('author.isDraft')}</span> : null}{' '}
          {line.isPublished ? <span class="badge badge-live">{t('author.isPublished')}</span> : null}
        </p>
        <p class="small soft">
          {author === null
            ? t('author.madeAt', { when: instant(madeAt) })
            : t('author.madeBy', { name: author, when: instant(madeAt) })}
        </p>
      </div>
      <div class="studio-version-tools">
        {number > 1 ? (
          <a href={urls.studioVersion(course.courseKey, number)} data-control="author.compare">
            {t('author.whatChanged')}
          </a>
        ) : null}
        {mayEdit && !line.isDraft ? <RestoreForm courseKey={course.courseKey} versionId={line.versionId} /> : null}
        {mayPublish && !line.isPublished ? (
          <ShowVersionForm
            courseKey={course.courseKey}
            versionId={line.versionId}
            seen={published}
            text={t('author.showVersion')}
            control="author.show-version"
          />
        ) : null}
      </div>
    </li>
  );
}

/** Makes the draft what it was in that version. */
export function RestoreForm({ courseKey, versionId }: { readonly courseKey: string; readonly versionId: string }) {
  const { t } = useWords();
  return (
    <form method="post" action={`${urls.studioVersions(courseKey)}/restore`}>
      <input type="hidden" name="version" value={versionId} />
      <Button look="quiet" isSmall data-control="author.restore">
        {t('author.restore')}
      </Button>
    </form>
  );
}
