import type { CoursePlace as Place } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { type FramedCourse, StudioCourseFrame } from '../parts/course-frame.tsx';
import { FileFacts, FilePicture, PlaceLink } from './file-parts.tsx';
import type { FileRow } from './files-view.ts';

export interface FileView {
  readonly course: FramedCourse;
  readonly row: FileRow;
  readonly places: readonly Place[];
  readonly mayEdit: boolean;
}

/** One file: what it is, where it is used, and what can be done to it. */
export function FilePage({ view }: { readonly view: FileView }) {
  const { t } = useWords();
  const { course, row, places, mayEdit } = view;
  const steps = [{ label: t('author.files'), href: urls.studioFiles(course.courseKey) }, { label: row.name }];
  return (
    <StudioCourseFrame course={course} here="files" steps={steps}>
      <header class="studio-head studio-file-head">
        <FilePicture row={row} />
        <div>
          <h1 dir="auto">{row.name}</h1>
          <FileFacts row={row} />
          <p>
            <code>{`/static/${row.name}`}</code>{' '}
            <a href={urls.studioFile(course.courseKey, row.name)} data-control="author.files-see">
              {t('author.files.see')}
            </a>
          </p>
        </div>
      </header>
      <section class="stack">
        <h2>{t('author.files.where')}</h2>
        {places.length === 0 ? <p>{t('author.files.nowhere')}</p> : null}
        <ul class="studio-places">
          {places.map((place) => (
            <li key={`${place.type} ${place.id}`}>
              <PlaceLink courseKey={course.courseKey} place={place} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      </section>
      {mayEdit ? <FileActions view={view} /> : null}
    </StudioCourseFrame>
  );
}

function FileActions({ view: { course, row, places } }: { readonly view: FileView }) {
  const { t } = useWords();
  return (
    <>
      <section class="stack">
        <h2>{t('author.files.replace')}</h2>
        <form
          class="studio-upload"
          method="post"
          enctype="multipart/form-data"
          action={urls.uploadStudioFiles(course.courseKey)}
        >
          <input type="hidden" name="into" value={row.name} />
          <div class="field">
            <label for="studio-file">{t('author.files.newFile')}</label>
            <p class="field-why" id="studio-file-why">
              {t('author.files.replaceWhy')}
            </p>
            <input
              class="input input-file"
              type="file"
              id="studio-file"
              name="files"
              required
              aria-describedby="studio-file-why"
            />
          </div>
          <Button look="quiet" data-control="author.files-replace">
            {t('author.files.replace')}
          </Button>
        </form>
      </section>
      <form class="row" method="post" action={urls.changeStudioFiles(course.courseKey)}>
        <input type="hidden" name="file" value={row.name} />
        <Button
          name="action"
          value={row.isLocked ? 'unlock' : 'lock'}
          look="quiet"
          data-control={row.isLocked ? 'author.files-unlock' : 'author.files-lock'}
        >
          {t(row.isLocked ? 'author.files.unlock' : 'author.files.lock')}
        </Button>
        <Button name="action" value="delete" look="danger" data-control="author.files-delete">
          {t('author.files.delete')}
        </Button>
        <span class="small soft">{t('author.files.lockWhy', { count: places.length })}</span>
      </form>
    </>
  );
}
