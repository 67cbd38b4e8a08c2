import { buffer } from 'node:stream/consumers';
import { recordAssets, redrawPicture } from '../../../domains/assets/index.ts';
import {
  accentTheme,
  contrast,
  describeOrganisation,
  type Organisation,
  type OrganisationDescription,
  organisationKinds,
} from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import { readUpload } from '../../request/read-upload.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { type AboutForm, AboutPage, type AccentView } from './about-page.tsx';

const largestLogo_bytes = 5_000_000;
const logo_px = 512;
const longestDescription_chars = 6000;

/** What an organisation says about itself: name, kind, words, colour and logo. */
export const aboutRoutes: StudioRoutes = (studio, powers) => {
  const { database } = powers;

  studio.get('/studio/organisations/:organisation/about', 'organisation.describe', (c, place) =>
    show(c, powers, place),
  );

  studio.post('/studio/organisations/:organisation/about', 'organisation.describe', async (c, place) => {
    const sent = await readForm(c, ['kind', 'name', 'description', 'hasAccent', 'accent'], longestDescription_chars);
    const form = { ...sent, hasAccent: sent.hasAccent === 'yes' };
    const result = await describe(powers, place.organisation, {
      kind: organisationKinds.find((kind) => kind === form.kind) ?? ('' as OrganisationDescription['kind']),
      name: form.name.trim(),
      description: form.description.replaceAll('\r\n', '\n').trim(),
      accent: form.hasAccent ? form.accent.toLowerCase() : null,
    });
    if (result.type === 'stored') return backDone(c, urls.aboutOrganisation(place.organisation.key));
    if (result.because !== 'fault') throw new Error('an organisation vanished while it was described');
    return show(c, powers, place, form, { [result.fault]: c.var.words.t(`open.fault.${result.fault}`) });
  });

  studio.post('/studio/organisations/:organisation/logo/upload', 'organisation.describe', async (c, place) => {
    let bytes: Buffer | null = null;
    const upload = await readUpload(c, largestLogo_bytes, async (file) => {
      bytes = await buffer(file);
    });
    const picture = upload.type === 'received' ? await redrawPicture(bytes ?? Buffer.alloc(0), logo_px) : upload;
    if (picture.type === 'refused')
      return show(c, powers, place, undefined, { logo: c.var.words.t(`about.fault.${picture.because}`) });
    const stored = await powers.files.put(picture.bytes);
    await database.write('provide', (w) => recordAssets(w, [{ ...stored, mediaType: picture.mediaType }]));
    await describe(powers, place.organisation, { logoHash: stored.hash });
    return backDone(c, urls.aboutOrganisation(place.organisation.key));
  });

  studio.post('/studio/organisations/:organisation/logo/remove', 'organisation.describe', async (c, place) => {
    await describe(powers, place.organisation, { logoHash: null });
    return backDone(c, urls.aboutOrganisation(place.organisation.key));
  });
};

function describe(
  { database }: Powers,
  organisation: Organisation,
  change: Partial<Omit<OrganisationDescription, 'key'>>,
) {
  return database.write('provide', (w) => describeOrganisation(w, { ...organisation, ...change }));
}

function show(
  c: SiteContext,
  powers: Powers,
  place: OrganisationPlace,
  form: AboutForm = formOf(place.organisation),
  errors: FieldErrors = {},
): Promise<Response> {
  const { t } = c.var.words;
  const { organisation } = place;
  const { accent, logoHash } = organisation;
  const view = {
    organisation,
    form,
    errors,
    logoHref: logoHash ? urls.asset(logoHash, 'logo.png') : null,
    shown: accent ? accentView(accent) : null,
  };
  return respondWithOrganisation(c, powers, place, {
    tab: 'about',
    title: t('studio.tab.about'),
    lead: t('about.lead'),
    errors,
    styles: accent ? [urls.theme(accent)] : [],
    children: <AboutPage view={view} />,
  });
}

const firstAccent = '#0a6e4f';

function formOf({ kind, name, description, accent }: Organisation): AboutForm {
  return { kind, name, description, hasAccent: accent !== null, accent: accent ?? firstAccent };
}

function accentView(given: string): AccentView {
  const { light, dark } = accentTheme(given);
  return {
    given,
    light: light.accent,
    dark: dark.accent,
    lightContrast: contrast(light.accent, light.wash),
    darkContrast: contrast(dark.accent, dark.wash),
  };
}
