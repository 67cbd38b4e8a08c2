import type { CourseImport } from '../../../domains/exchange/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field, FileField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { OrganisationPlace } from '../studio-site.ts';
import { Findings } from './findings.tsx';

/** The form that takes an archive. */
export function UploadForm({
  place,
  limit_MB,
  errors,
}: {
  readonly place: OrganisationPlace;
  readonly limit_MB: number;
  readonly errors: FieldErrors;
}) {
  const { t, number } = useWords();
  const { key, state } = place.organisation;
  const mayPublish = place.may('course.publish') && state === 'open';
  return (
    <form class="form form-narrow" method="post" action={urls.uploadCourse(key)} enctype="multipart/form-data">
      <FileField
        name="archive"
        label={t('import.archive')}
        why={t('import.archiveWhy', { size: number(limit_MB) })}
        accept=".tar.gz,.tgz,application/gzip"
        error={errors.archive}
        isRequired
      />
      {mayPublish ? (
        <CheckField name="publish" label={t('import.publish')} why={t('import.publishWhy')} isChecked={false} />
      ) : null}
      <details class="studio-fold" open={Boolean(errors.number || errors.run)}>
        <summary>
          {t('import.otherKey')}
          <Icon name="next" />
        </summary>
        <div class="panel">
          <Field
            name="number"
            label={t('newCourse.number')}
            why={t('import.numberWhy')}
            maxLength={40}
            error={errors.number}
          />
          <Field name="run" label={t('newCourse.run')} why={t('import.runWhy')} maxLength={40} error={errors.run} />
        </div>
      </details>
      <Button data-control="import.upload">{t('import.upload')}</Button>
    </form>
  );
}

/** How far an import is, and what came of it. */
export function ImportReportPage({ job }: { readonly job: CourseImport }) {
  switch (job.state) {
    case 'waiting':
    case 'running':
      return <UnderWay job={job} />;
    case 'done':
      return <Done job={job} />;
    default:
      return <Failed job={job} />;
  }
}

const steps = ['files', 'blocks', 'storing'] as const;

function UnderWay({ job }: { readonly job: CourseImport }) {
  const { t } = useWords();
  const at = job.state === 'waiting' ? -1 : steps.indexOf(job.step);
  return (
    <section class="panel" role="status">
      <p>{t(job.state === 'waiting' ? 'import.waiting' : 'import.running')}</p>
      <ol class="import-steps">
        {steps.map((step, index) => (
          <li key={step} class={index < at ? 'is-done' : index === at ? 'is-now' : undefined}>
            <span>{t(`import.step.${step}`)}</span>
            <span class="small soft figures">
              {index < at ? t('import.stepDone') : ''}
              {index === at ? t('import.stepNow') : ''}
              {index === at && step === 'files' && job.count > 0 ? ` · ${t('import.files', { count: job.count })}` : ''}
            </span>
          </li>
        ))}
      </ol>
      <p class="small soft">{t('import.refresh')}</p>
    </section>
  );
}

function Failed({ job }: { readonly job: CourseImport }) {
  const { t } = useWords();
  const isCut = job.state === 'interrupted';
  return (
    <>
      <Notice tone="bad" title={t(isCut ? 'import.cut' : 'import.failed')}>
        <p class="as-typed">{job.reason || t(isCut ? 'import.cutText' : 'import.fault')}</p>
        <p>{t('import.nothingLeft')}</p>
      </Notice>
      <p>
        <ButtonLink href={urls.importCourse(job.organisationKey)} data-control="import.again">
          {t('import.again')}
        </ButtonLink>
      </p>
    </>
  );
}

function Done({ job }: { readonly job: CourseImport }) {
  const { t } = useWords();
  const { courseKey, report } = job;
  if (!courseKey || !report) return null;
  return (
    <>
      <Notice tone="good" title={t(report.isNew ? 'import.doneNew' : 'import.doneVersion')}>
        <p>
          <b dir="auto">{report.title}</b> · <bdi class="course-key">{courseKey}</bdi>
        </p>
        <p class="figures">
          {t('import.counts', { blocks: report.blocks, files: report.files })}{' '}
          {t(report.isPublished ? 'import.isPublished' : 'import.isDraft')}
        </p>
      </Notice>
      <div class="row">
        <ButtonLink href={urls.studioOutline(courseKey)} data-control="studio.course">
          {t('import.open')}
        </ButtonLink>
        {report.isPublished ? (
          <ButtonLink href={urls.course(courseKey)} look="quiet" data-control="studio.course-page">
            {t('studio.coursePage')}
          </ButtonLink>
        ) : null}
      </div>
      <Findings report={report} />
    </>
  );
}
