import type { Standing } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** The ways of whoever does not agree: nothing more is collected, all can be taken along, the account closed. */
export function DisagreePage({ standing }: { /** Null for visitors. */ readonly standing: Standing | null }) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('disagree.title')}</h1>
        <p class="lead">{t(standing ? 'disagree.lead' : 'disagree.visitor')}</p>
      </header>
      {standing ? <Ways isSaid={standing === 'disagrees'} /> : null}
      <p>
        <a href={urls.document('privacy')} data-control="disagree.privacy">
          {t('site.privacy')}
        </a>{' '}
        ·{' '}
        <a href={urls.document('terms')} data-control="disagree.terms">
          {t('site.terms')}
        </a>
      </p>
    </div>
  );
}

function Ways({ isSaid }: { readonly isSaid: boolean }) {
  const { t } = useWords();
  return (
    <>
      {isSaid ? (
        <Notice tone="good" title={t('disagree.said')}>
          <p>{t('disagree.saidText')}</p>
        </Notice>
      ) : (
        <section class="panel stack">
          <h2>{t('disagree.sayTitle')}</h2>
          <p>{t('disagree.sayText')}</p>
          <form method="post" action={urls.disagree()}>
            <Button data-control="disagree.say">{t('disagree.say')}</Button>
          </form>
        </section>
      )}
      <section class="panel stack">
        <h2>{t('disagree.takeTitle')}</h2>
        <p>{t('disagree.takeText')}</p>
        <p>
          <ButtonLink href={urls.myData()} look="quiet" data-control="disagree.my-data">
            {t('disagree.take')}
          </ButtonLink>
        </p>
      </section>
      {isSaid ? (
        <section class="panel stack">
          <h2>{t('disagree.backTitle')}</h2>
          <p>{t('disagree.backText')}</p>
          <form method="post" action={urls.acknowledge()}>
            <input type="hidden" name="next" value={urls.account()} />
            <Button look="quiet" data-control="disagree.back">
              {t('disagree.back')}
            </Button>
          </form>
        </section>
      ) : null}
    </>
  );
}
