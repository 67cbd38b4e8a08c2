import { longestRequest_chars, type RequestForm, requestKinds } from '../../../domains/requests/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** Stands beside the fields, out of sight, and must stay empty: programs that fill in forms fill it in too. */
export const trapField = 'website';

export interface ConcernView {
  readonly typed: RequestForm;
  readonly errors: FieldErrors;
  readonly privacyAddress: string;
  readonly isSignedIn: boolean;
}

/** Where anyone asks about their data, or says what worries them. */
export function ConcernPage({ view: { typed, errors, privacyAddress, isSignedIn } }: { readonly view: ConcernView }) {
  const { t } = useWords();
  return (
    <div class="column form-column stack-wide">
      <header class="stack">
        <h1>{t('concern.title')}</h1>
        <p class="lead">{t('concern.lead')}</p>
      </header>
      {isSignedIn ? (
        <p>
          {t('concern.atOnce')}{' '}
          <a href={urls.myData()} data-control="concern.my-data">
            {t('concern.toMyData')}
          </a>
        </p>
      ) : null}
      <ErrorSummary errors={errors} />
      <RequestFields typed={typed} errors={errors} />
      <section class="stack">
        <h2>{t('concern.next')}</h2>
        <ol class="steps">
          <li>{t('concern.next.confirm')}</li>
          <li>{t('concern.next.answer')}</li>
          <li>{t('concern.next.complain')}</li>
        </ol>
        <p class="soft">
          {t('concern.byMail')}{' '}
          <a href={`mailto:${privacyAddress}`} data-control="concern.mail">
            {privacyAddress}
          </a>
        </p>
      </section>
    </div>
  );
}

function RequestFields({ typed, errors }: Pick<ConcernView, 'typed' | 'errors'>) {
  const { t } = useWords();
  return (
    <form class="form" method="post" action={urls.concerns()} novalidate>
      <SelectField
        name="kind"
        label={t('concern.kind')}
        value={typed.kind}
        error={errors.kind}
        options={requestKinds.map((kind) => ({ value: kind, label: t(`concern.kind.${kind}`) }))}
        isRequired
      />
      <LongField
        name="words"
        label={t('concern.words')}
        why={t('concern.wordsWhy')}
        value={typed.words}
        error={errors.words}
        rows={7}
        maxLength={longestRequest_chars.words}
        isRequired
      />
      <Field
        name="email"
        type="email"
        label={t('signUp.email')}
        why={t('concern.emailWhy')}
        value={typed.email}
        error={errors.email}
        autocomplete="email"
        isRequired
      />
      <Field
        name="name"
        label={t('concern.name')}
        why={t('concern.nameWhy')}
        value={typed.name}
        error={errors.name}
        autocomplete="name"
        maxLength={longestRequest_chars.name}
      />
      <div class="trap" aria-hidden="true">
        <label for="trap-concern">{t('build.trap')}</label>
        <input id="trap-concern" name={trapField} tabIndex={-1} autocomplete="off" />
      </div>
      <p class="soft small">
        {t('concern.kept')}{' '}
        <a href={urls.document('privacy')} data-control="concern.privacy">
          {t('site.privacy')}
        </a>
      </p>
      <Button data-control="concern.send">{t('concern.send')}</Button>
    </form>
  );
}
