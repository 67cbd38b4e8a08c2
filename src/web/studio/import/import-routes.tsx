import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { toKeyPart } from '../../../domains/courses/index.ts';
import { findImport, isUnderWay, listImports } from '../../../domains/exchange/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readUpload } from '../../request/read-upload.ts';
import { isRowId } from '../../request/row-id.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { ImportReportPage, UploadForm } from './import-page.tsx';

const lookAgain_s = 2;

/** Bringing a course in: an archive is uploaded, becomes a course while its page says how far it is, and is reported on. */
export const importRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/import', 'course.import', (c, place) =>
    showForm(c, powers, place, {}),
  );

  studio.post('/studio/organisations/:organisation/import/upload', 'course.import', async (c, place) => {
    const refusal = await refuseTooMany(c, powers, { what: 'upload-course', who: place.reader.personId });
    if (refusal) return refusal;
    const { t } = c.var.words;
    if (await isBusy(powers, place)) return showForm(c, powers, place, { archive: t('import.fault.busy') });
    return takeUpload(c, powers, place);
  });

  studio.get('/studio/organisations/:organisation/imports/:id', 'course.import', async (c, place) => {
    const id = c.req.param('id');
    const job = isRowId(id) ? await findImport(powers.database.read('provide'), id) : null;
    if (job?.organisationKey !== place.organisation.key) return respondNotFound(c);
    // Without a script, too: the browser asks again while it is under way.
    if (isUnderWay(job)) c.header('refresh', String(lookAgain_s));
    const title = c.var.words.t('import.of', { file: job.fileName || c.var.words.t('import.noName') });
    return respondWithOrganisation(c, powers, place, {
      tab: 'courses',
      title,
      children: <ImportReportPage job={job} />,
    });
  });
};

/** Asked before anything is read; the desk asks again when it takes the archive. */
async function isBusy({ database }: Powers, { organisation }: OrganisationPlace): Promise<boolean> {
  const latest = await listImports(database.read('provide'), organisation.key);
  return latest.some(isUnderWay);
}

async function takeUpload(c: SiteContext, powers: Powers, place: OrganisationPlace): Promise<Response> {
  const { config, imports } = powers;
  const { t } = c.var.words;
  const file = await imports.place();
  const upload = await readUpload(c, config.uploadLimit_MB * 1_000_000, (stream) =>
    pipeline(stream, createWriteStream(file, { mode: 0o600 })),
  );
  const errors =
    upload.type === 'refused'
      ? { archive: t(`import.fault.${upload.because}`, { size: config.uploadLimit_MB }) }
      : keyErrors(t, upload.fields);
  if (upload.type === 'refused' || Object.keys(errors).length > 0) {
    await rm(file, { force: true });
    return showForm(c, powers, place, errors);
  }
  const { fields, fileName } = upload;
  const publish = fields.get('publish') === 'yes' && place.may('course.publish') && place.organisation.state === 'open';
  const id = await imports.take({
    file,
    fileName,
    organisationKey: place.organisation.key,
    personId: place.reader.personId,
    wish: { number: fields.get('number')?.trim() || undefined, run: fields.get('run')?.trim() || undefined, publish },
  });
  if (id === null) {
    await rm(file, { force: true });
    return showForm(c, powers, place, { archive: t('import.fault.busy') });
  }
  return c.redirect(urls.courseImport(place.organisation.key, id), 303);
}

/** A part of a key that is given must be one as it stands: what it would be made into is no surprise to find later. */
function keyErrors(t: SiteContext['var']['words']['t'], fields: ReadonlyMap<string, string>): FieldErrors {
  const errors: Record<string, string> = {};
  for (const name of ['number', 'run']) {
    const written = fields.get(name)?.trim() ?? '';
    if (written !== '' && toKeyPart(written) !== written) errors[name] = t('newCourse.fault.key');
  }
  return errors;
}

function showForm(c: SiteContext, powers: Powers, place: OrganisationPlace, errors: FieldErrors): Promise<Response> {
  const { t } = c.var.words;
  return respondWithOrganisation(c, powers, place, {
    tab: 'courses',
    title: t('import.title'),
    lead: t('import.lead'),
    errors,
    children: <UploadForm place={place} limit_MB={powers.config.uploadLimit_MB} errors={errors} />,
  });
}
