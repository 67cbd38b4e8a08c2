import { fileKinds } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { FileFacts, FilePicture, sizeWords } from './file-parts.tsx';
import { type FilesNews, NewsOfFiles } from './files-news.tsx';
import { type FileRow, type FilesView, fileOrders } from './files-view.ts';
import { UploadFilesForm } from './upload-form.tsx';

/** The files of a course, with what is done to them. */
export function FilesPage({ view, news }: { readonly view: FilesView; readonly news: FilesNews }) {
  const words = useWords();
  const { t } = words;
  const { course, all, all_bytes, mayEdit, limit_MB, wish } = view;
  return (
    <StudioCourseFrame course={course} here="files" steps={[{ label: t('author.files') }]}>
      <header class="studio-head">
        <h1>{t('author.files')}</h1>
        <p class="soft figures">
          {all > 0 ? t('author.files.sum', { count: all, size: sizeWords(words, all_bytes) }) : null}{' '}
          <a href={urls.studioLinks(course.courseKey)} data-control="author.files-links">
            {t('author.files.links')}
          </a>
        </p>
      </header>
      <NewsOfFiles news={news} view={view} />
      {all === 0 ? (
        <EmptyState
          title={t('author.files.none.title')}
          text={t(mayEdit ? 'author.files.none.text' : 'author.files.none.wait')}
        />
      ) : null}
      {mayEdit ? <UploadFilesForm courseKey={course.courseKey} folder={wish.folder} limit_MB={limit_MB} /> : null}
      {all > 0 ? <FoundFiles view={view} /> : null}
    </StudioCourseFrame>
  );
}

function FoundFiles({ view }: { readonly view: FilesView }) {
  const { t } = useWords();
  const { course, rows, found, pages, wish, mayEdit } = view;
  const hrefOf = (page: number) => `${urls.studioFiles(course.courseKey)}?${queryOf({ ...wish, page })}`;
  return (
    <section class="stack" aria-labelledby="files-found">
      <h2 id="files-found" class="only-heard">
        {t('author.files.found', { count: found })}
      </h2>
      <FilterForm view={view} />
      {found === 0 ? <p>{t('author.files.nothingFound')}</p> : null}
      <ul class="studio-files">
        {rows.map((row) => (
          <Row key={row.name} row={row} view={view} />
        ))}
      </ul>
      <Pagination page={wish.page} pages={pages} hrefOf={hrefOf} />
      {mayEdit && found > 0 ? (
        <form class="row" id="files-chosen" method="post" action={urls.changeStudioFiles(course.courseKey)}>
          <span class="soft">{t('author.files.chosen')}</span>
          <Button name="action" value="lock" look="quiet" isSmall data-control="author.files-lock">
            {t('author.files.lock')}
          </Button>
          <Button name="action" value="unlock" look="quiet" isSmall data-control="author.files-unlock">
            {t('author.files.unlock')}
          </Button>
          <Button name="action" value="delete" look="danger" isSmall data-control="author.files-delete">
            {t('author.files.delete')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function queryOf({ q, kind, folder, sort, page }: FilesView['wish']): URLSearchParams {
  return new URLSearchParams({
    ...(q && { q }),
    ...(kind && { kind }),
    ...(folder && { folder }),
    ...(sort !== 'name' && { sort }),
    page: String(page),
  });
}

function FilterForm({ view: { course, wish, folders } }: { readonly view: FilesView }) {
  const { t } = useWords();
  const all = { value: '', label: t('author.files.all') };
  return (
    <form class="studio-files-filter" method="get" action={urls.studioFiles(course.courseKey)}>
      <Field
        name="q"
        type="search"
        label={t('author.files.search')}
        value={wish.q}
        maxLength={200}
        isRequired={false}
      />
      <SelectField
        name="kind"
        label={t('author.files.kind')}
        value={wish.kind}
        isRequired
        options={[all, ...fileKinds.map((kind) => ({ value: kind, label: t(`author.files.kind.${kind}`) }))]}
      />
      {folders.length > 0 ? (
        <SelectField
          name="folder"
          label={t('author.files.folder')}
          value={wish.folder}
          isRequired
          options={[all, ...folders.map((folder) => ({ value: folder, label: folder }))]}
        />
      ) : null}
      <SelectField
        name="sort"
        label={t('author.files.sort')}
        value={wish.sort}
        isRequired
        options={fileOrders.map((order) => ({ value: order, label: t(`author.files.sort.${order}`) }))}
      />
      <Button look="quiet" data-control="author.files-show">
        {t('author.files.show')}
      </Button>
    </form>
  );
}

function Row({ row, view }: { readonly row: FileRow; readonly view: FilesView }) {
  const { t } = useWords();
  const { name } = row;
  return (
    <li>
      {view.mayEdit ? (
        <input
          type="checkbox"
          form="files-chosen"
          name="file"
          value={name}
          aria-label={t('author.files.choose', { name })}
        />
      ) : null}
      <FilePicture row={row} />
      <div>
        <a href={urls.studioFilePage(view.course.courseKey, name)} dir="auto" data-control="author.files-open">
          {name}
        </a>
        <FileFacts row={row} />
      </div>
    </li>
  );
}
