import { editProfile, getProfile } from '../../../domains/identity/index.ts';
import { noteEntry } from '../../../domains/ledger/index.ts';
import { keepReasons } from '../../../domains/policy/index.ts';
import { languages } from '../../i18n.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import {
  changedFields,
  editOf,
  formOf,
  type ProfileForm,
  profileErrors,
  profileFields,
  statedReasons,
} from './profile-form.ts';
import { ProfilePage } from './profile-page.tsx';

export const profileRoutes: Routes = (site, powers) => {
  const { database, documents } = powers;

  site.get(urls.profile(), async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const profile = await getProfile(database.read('provide'), reader.personId);
    return showProfile(c, formOf(profile), {}, c.req.query('stored') === 'yes');
  });

  site.post(
    urls.profile(),
    forReader(powers, 'profile', async (c, reader) => {
      const form = await readForm(c, profileFields);
      const { version } = documents.currentDocument('privacy', database.read('provide').now());
      const result = await database.write('provide', async (w) => {
        const { personId } = reader;
        const before = await getProfile(w, personId);
        const edited = await editProfile(w, personId, editOf(form));
        if (edited.type === 'refused') return edited;
        await keepReasons(w, personId, { version, shown: statedReasons(form, c.var.words) });
        const fields = changedFields(before, await getProfile(w, personId));
        if (fields.length > 0)
          await noteEntry(w, { personId, by: { type: 'self' }, kind: 'correction', said: { fields } });
        return edited;
      });
      if (result.type === 'stored') return c.redirect(`${urls.profile()}?stored=yes`, 303);
      return showProfile(c, form, profileErrors(c.var.words, result.faults), false);
    }),
  );
};

function showProfile(c: SiteContext, form: ProfileForm, errors: FieldErrors, isStored: boolean): Response {
  const children = <ProfilePage view={{ form, errors, isStored, languages }} />;
  return respondWithFilledPage(c, { title: c.var.words.t('profile.title'), errors, children });
}
