import { longestRequest_chars, type RequestForm, requestKinds } from '../../../domains/requests/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** What came by post, by telephone or in person. */
export function EnterRequest({
  typed,
  received,
  errors,
}: {
  readonly typed: RequestForm;
  readonly received: string;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <form class="form panel" method="post" action={urls.enterRequest()} novalidate>
      <SelectField
        name="kind"
        label={t('concern.kind')}
        value={typed.kind}
        error={errors.kind}
        options={requestKinds.map((kind) => ({ value: kind, label: t(`concern.kind.${kind}`) }))}
        isRequired
      />
      <Field
        name="received"
        type="datetime-local"
        label={t('privacy.received')}
        why={t('privacy.receivedWhy')}
        value={received}
        error={errors.received}
        isRequired
      />
      <Field
        name="email"
        type="email"
        label={t('signUp.email')}
        value={typed.email}
        error={errors.email}
        autocomplete="off"
        isRequired
      />
      <Field
        name="name"
        label={t('concern.name')}
        value={typed.name}
        error={errors.name}
        maxLength={longestRequest_chars.name}
        autocomplete="off"
      />
      <LongField
        name="words"
        label={t('privacy.wordsEntered')}
        value={typed.words}
        error={errors.words}
        maxLength={longestRequest_chars.words}
        isRequired
      />
      <Button data-control="privacy.store-entered">{t('privacy.enterNow')}</Button>
    </form>
  );
}
