import { longestTexts, type Organisation, organisationKinds } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field, FileField, fieldId, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

export interface AboutForm {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly hasAccent: boolean;
  readonly accent: string;
}

export interface AboutView {
  readonly organisation: Organisation;
  readonly form: AboutForm;
  readonly logoHref: string | null;
  /** How the colour that is stored reads; null without one. */
  readonly shown: AccentView | null;
  readonly errors: FieldErrors;
}

/** An accent as pages show it, with how much it stands out from light and dark paper. */
export interface AccentView {
  readonly given: string;
  readonly light: string;
  readonly dark: string;
  readonly lightContrast: number;
  readonly darkContrast: number;
}

export function AboutPage({ view }: { readonly view: AboutView }) {
  return (
    <>
      <Describing view={view} />
      <Logo view={view} />
    </>
  );
}

function Describing({ view: { organisation, form, shown, errors } }: { readonly view: AboutView }) {
  const { t } = useWords();
  return (
    <form class="form form-narrow" method="post" action={urls.aboutOrganisation(organisation.key)} novalidate>
      <Field
        name="name"
        label={t('open.name')}
        value={form.name}
        error={errors.name}
        maxLength={longestTexts.name_chars}
        isRequired
      />
      <SelectField
        name="kind"
        label={t('open.kind')}
        value={form.kind}
        error={errors.kind}
        options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisation.kind.${kind}`) }))}
        isRequired
      />
      <LongField
        name="description"
        label={t('open.description')}
        value={form.description}
        error={errors.description}
        maxLength={longestTexts.description_chars}
      />
      <fieldset class="field">
        <legend>{t('about.colour')}</legend>
        <p class="field-why">{t('about.colourWhy')}</p>
        <CheckField name="hasAccent" label={t('about.ownColour')} isChecked={form.hasAccent} />
        <div class="field">
          <label for={fieldId('accent')}>{t('about.accent')}</label>
          <input class="input input-colour" type="color" id={fieldId('accent')} name="accent" value={form.accent} />
        </div>
        {shown ? <Shown accent={shown} /> : null}
      </fieldset>
      <Button data-control="about.store">{t('desk.store')}</Button>
    </form>
  );
}

/** What became of the colour. The page itself wears it. */
function Shown({ accent }: { readonly accent: AccentView }) {
  const { t, number } = useWords();
  const ratio = (value: number) => number(Math.round(value * 10) / 10);
  return (
    <ul class="accent-shown small">
      <li>
        {t(accent.light === accent.given ? 'about.lightAsGiven' : 'about.lightDarkened', {
          colour: accent.light,
          ratio: ratio(accent.lightContrast),
        })}
      </li>
      <li>
        {t(accent.dark === accent.given ? 'about.darkAsGiven' : 'about.darkLightened', {
          colour: accent.dark,
          ratio: ratio(accent.darkContrast),
        })}
      </li>
    </ul>
  );
}

function Logo({ view: { organisation, logoHref, errors } }: { readonly view: AboutView }) {
  const { t } = useWords();
  const { key, name } = organisation;
  return (
    <section class="panel">
      <h2>{t('about.logo')}</h2>
      {logoHref ? (
        <div class="logo-paper">
          <img class="organisation-logo" src={logoHref} alt={t('about.logoOf', { name })} />
        </div>
      ) : null}
      <form class="form form-narrow" method="post" action={urls.uploadLogo(key)} enctype="multipart/form-data">
        <FileField
          name="logo"
          label={t('about.logoFile')}
          why={t('about.logoWhy')}
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          error={errors.logo}
          isRequired
        />
        <Button look="quiet" data-control="about.upload-logo">
          {t('about.upload')}
        </Button>
      </form>
      {logoHref ? (
        <form method="post" action={urls.removeLogo(key)}>
          <Button look="danger" isSmall data-control="about.remove-logo">
            {t('about.removeLogo')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
