import { longestName_chars } from '../../../domains/identity/index.ts';
import type { PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** The first step asks one thing, and does not say which answer is the right one. */
export function AgeFields({ born, errors }: { readonly born: string; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <Field
        name="born"
        label={t('signUp.born')}
        why={t('signUp.bornWhy')}
        error={errors.born}
        value={born}
        inputmode="numeric"
        autocomplete="bday-year"
        maxLength={4}
        isShort
        isRequired
      />
      <Button data-control="sign-up.next">{t('signUp.next')}</Button>
    </>
  );
}

export interface DetailsView {
  readonly born: string;
  readonly name: string;
  readonly email: string;
  readonly errors: FieldErrors;
  readonly privacy: PolicyDocument;
  readonly terms: PolicyDocument;
  /** A document has changed between the page's showing and its sending. */
  readonly hasNewVersion: boolean;
}

export function DetailFields({ born, name, email, errors, privacy, terms, hasNewVersion }: DetailsView) {
  const { t } = useWords();
  return (
    <>
      {hasNewVersion ? (
        <Notice tone="warn" title={t('signUp.newVersion')} isNews>
          <p>{t('signUp.newVersionText')}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="born" value={born} />
      <input type="hidden" name="timeZone" value="" data-time-zone />
      <input type="hidden" name="privacy" value={privacy.version} />
      <input type="hidden" name="terms" value={terms.version} />
      <Field
        name="name"
        label={t('signUp.name')}
        why={t('signUp.nameWhy')}
        error={errors.name}
        value={name}
        autocomplete="name"
        maxLength={longestName_chars}
        isRequired
      />
      <Field
        name="email"
        type="email"
        label={t('signUp.email')}
        why={t('signUp.emailWhy')}
        error={errors.email}
        value={email}
        autocomplete="username"
        isRequired
      />
      <Field
        name="password"
        type="password"
        label={t('signUp.password')}
        why={t('signUp.passwordWhy')}
        error={errors.password}
        autocomplete="new-password"
        isRequired
      />
      <Acknowledgement privacy={privacy} terms={terms} />
      <Button data-control="sign-up.create">{t('signUp.create')}</Button>
      <p class="field-why">{t('signUp.zoneWhy')}</p>
    </>
  );
}

/** What registering acknowledges, with the versions that are recorded. */
function Acknowledgement({ privacy, terms }: Pick<DetailsView, 'privacy' | 'terms'>) {
  const { t, day } = useWords();
  return (
    <div class="stack">
      <p>{t('signUp.acknowledge')}</p>
      <ul class="link-list">
        {[privacy, terms].map(({ kind, title, effective_at, version }) => (
          <li key={kind}>
            <a
              href={urls.documentVersion(kind, version)}
              target="_blank"
              data-control="sign-up.document"
              rel="noopener"
            >
              {title}
            </a>{' '}
            <span class="soft">{t('signUp.version', { day: day(effective_at) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
