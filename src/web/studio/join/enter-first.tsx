import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';

/** For whoever follows an invitation and is not signed in: both ways in lead back to it. */
export function EnterFirst({ next }: { readonly next: string }) {
  const { t } = useWords();
  return (
    <section class="panel">
      <p>{t('join.enterFirst')}</p>
      <div class="row">
        <ButtonLink href={urls.signUp(next)} data-control="join.sign-up">
          {t('site.signUp')}
        </ButtonLink>
        <ButtonLink href={urls.signIn(next)} look="quiet" data-control="join.sign-in">
          {t('site.signIn')}
        </ButtonLink>
      </div>
    </section>
  );
}
