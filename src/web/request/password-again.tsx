import { isProven, proveAgain } from '../../domains/identity/index.ts';
import type { Powers } from '../../powers.ts';
import { useWords } from '../i18n.ts';
import { Field } from '../ui/field.tsx';
import type { Reader } from './site-context.ts';

/** Whether the reader gave their password again a short while ago: then a form need not ask for it. */
export function hasProof({ database }: Powers, reader: Reader): Promise<boolean> {
  return isProven(database.read('secure'), reader.sessionId);
}

/** Whether the reader shows that they know the password: by what they typed, or a short while ago. */
export async function showsProof(powers: Powers, reader: Reader, password: string): Promise<boolean> {
  if (password === '' && (await hasProof(powers, reader))) return true;
  return powers.database.write('secure', (w) => proveAgain(w, reader, password));
}

/** The field in a form that can do harm; nothing while the last answer still counts. */
export function PasswordAgain({
  isProven: isGiven,
  name = 'password',
  error,
}: {
  readonly isProven: boolean;
  readonly name?: string;
  readonly error?: string;
}) {
  const { t } = useWords();
  if (isGiven) return null;
  return (
    <Field
      name={name}
      type="password"
      label={t('account.presentPassword')}
      why={t('again.why')}
      error={error}
      autocomplete="current-password"
      isRequired
    />
  );
}
