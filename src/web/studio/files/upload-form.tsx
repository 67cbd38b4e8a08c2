import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { most_files } from './take-uploads.ts';

/** Brings many files in at once: chosen, or dropped on it. */
export function UploadFilesForm({
  courseKey,
  folder,
  limit_MB,
}: {
  readonly courseKey: string;
  readonly folder: string;
  readonly limit_MB: number;
}) {
  const { t, number } = useWords();
  return (
    <form
      class="studio-upload"
      method="post"
      enctype="multipart/form-data"
      action={urls.uploadStudioFiles(courseKey)}
      data-behaviour="upload-files"
      data-sending={t('author.files.sending')}
      data-failed={t('author.files.failed')}
    >
      <div class="field">
        <label for="studio-files">{t('author.files.upload')}</label>
        <p class="field-why" id="studio-files-why">
          {t('author.files.uploadWhy', { count: most_files, size: number(limit_MB) })}
        </p>
        <input
          class="input input-file"
          type="file"
          id="studio-files"
          name="files"
          multiple
          required
          aria-describedby="studio-files-why"
        />
      </div>
      <Field name="folder" label={t('author.files.into')} value={folder} maxLength={200} />
      <CheckField name="replace" label={t('author.files.replaceSame')} isChecked={false} />
      <div class="row">
        <Button data-control="author.files-upload">{t('author.files.send')}</Button>
        <progress class="studio-progress" max={100} value={0} hidden aria-label={t('author.files.sending')} />
        <span class="small soft" role="status" data-upload-state="" />
      </div>
    </form>
  );
}
