import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { type FramedCourse, StudioCourseFrame } from '../parts/course-frame.tsx';
import { kindName } from '../parts/kind-name.ts';

interface ChooseView {
  readonly course: FramedCourse;
  readonly unit: { readonly id: string; readonly title: string };
  readonly libraries: readonly { readonly key: string; readonly title: string }[];
  /** The one whose parts are shown; null where the organisation has none. */
  readonly library: {
    readonly key: string;
    readonly language: string;
    readonly blocks: readonly { readonly id: string; readonly tag: string; readonly title: string }[];
  } | null;
}

/** Parts of a library to copy into a unit. */
export function ChoosePage({ view }: { readonly view: ChooseView }) {
  const words = useWords();
  const { t } = words;
  const { course, unit, libraries, library } = view;
  const address = urls.studioChoose(course.courseKey, unit.id);
  const back = urls.studioUnit(course.courseKey, unit.id);
  return (
    <StudioCourseFrame
      course={course}
      here="unit"
      steps={[{ label: unit.title, href: back }, { label: t('library.fromLibrary') }]}
    >
      <div class="column stack">
        <h1>{t('library.choose', { unit: unit.title })}</h1>
        <p class="lead">{t('library.chooseText')}</p>
        {library === null ? <EmptyState title={t('library.none.title')} text={t('library.none.text')} /> : null}
        {library && libraries.length > 1 ? (
          <form method="get" action={address} class="studio-rename">
            <SelectField
              name="library"
              label={t('author.form.library')}
              value={library.key}
              options={libraries.map(({ key, title }) => ({ value: key, label: title }))}
              isRequired
            />
            <Button look="quiet" isSmall data-control="library.show">
              {t('library.show')}
            </Button>
          </form>
        ) : null}
        {library && library.blocks.length === 0 ? (
          <EmptyState title={t('library.empty')} text={t('library.emptyText')} />
        ) : null}
        {library && library.blocks.length > 0 ? (
          <form method="post" action={address} class="form">
            <input type="hidden" name="library" value={library.key} />
            <ul class="library-choices" lang={library.language}>
              {library.blocks.map(({ id, tag, title }, at) => (
                <li key={id}>
                  <input type="checkbox" id={`choose-${at}`} name="block" value={id} />
                  <label for={`choose-${at}`} dir="auto">
                    {title} <span class="small soft">{kindName(words, tag)}</span>
                  </label>
                </li>
              ))}
            </ul>
            <div class="form-actions">
              <Button data-control="library.add">{t('library.add')}</Button>
              <a href={back} data-control="author.cancel">
                {t('author.cancel')}
              </a>
            </div>
          </form>
        ) : null}
      </div>
    </StudioCourseFrame>
  );
}
