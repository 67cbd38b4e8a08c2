import { getProfile, type LetterFacts } from '../../../domains/identity/index.ts';
import { queueLetter } from '../../../kernel/mail/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { hasProof, PasswordAgain, showsProof } from '../../request/password-again.tsx';
import { readForm } from '../../request/read-form.ts';
import { sendCopy } from '../../request/send-copy.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { accountLetters } from '../letters/account-letters.ts';
import { DataFrame } from './data-frame.tsx';

/** Taking everything along. */
export const copyRoutes: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get(urls.copyOfMyData(), (c) => (c.var.reader ? showCopy(c, powers, c.var.reader, {}) : toSignIn(c)));

  site.post(
    urls.copyOfMyData(),
    forReader(powers, 'password', async (c, reader) => {
      const { password } = await readForm(c, ['password']);
      if (!(await showsProof(powers, reader, password)))
        return showCopy(c, powers, reader, { password: c.var.words.t('fault.password.wrong') });
      const { personId } = reader;
      const { email, name, language } = await getProfile(database.read('provide'), personId);
      const facts: LetterFacts = { name, language };
      const letter = accountLetters(config).copyTaken(facts);
      await database.write('provide', (w) => queueLetter(w, { personId, address: email }, 'copy-taken', letter));
      return sendCopy(c, powers, { email });
    }),
  );
};

async function showCopy(c: SiteContext, powers: Powers, reader: Reader, errors: FieldErrors): Promise<Response> {
  const { t } = c.var.words;
  const isProven = await hasProof(powers, reader);
  const parts = ['page', 'data', 'schemas', 'manifest'] as const;
  return respondWithFilledPage(c, {
    title: t('copy.title'),
    errors,
    children: (
      <DataFrame title={t('copy.title')} lead={t('copy.lead')}>
        <ErrorSummary errors={errors} />
        <section class="panel">
          <h2>{t('copy.what')}</h2>
          <ul>
            {parts.map((part) => (
              <li key={part}>{t(`copy.part.${part}`)}</li>
            ))}
          </ul>
          <p class="soft">{t('copy.withheld')}</p>
          <form class="form form-narrow" method="post" action={urls.copyOfMyData()} novalidate>
            <PasswordAgain isProven={isProven} {...(errors.password ? { error: errors.password } : {})} />
            <Button data-control="my-data.export">{t('myData.takeNow')}</Button>
          </form>
          <p class="soft small">{t('copy.letter')}</p>
        </section>
      </DataFrame>
    ),
  });
}
