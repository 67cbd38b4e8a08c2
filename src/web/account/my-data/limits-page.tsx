import type { ObjectableUse } from '../../../domains/identity/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';

export interface LimitsView {
  readonly restricted_at: Date | null;
  readonly uses: readonly { readonly use: ObjectableUse; readonly objects: boolean }[];
  readonly isStored: boolean;
}

/** Objecting to single uses, and putting everything to rest: each one click, and one click back. */
export function LimitsPage({ view: { restricted_at, uses, isStored } }: { readonly view: LimitsView }) {
  const { t } = useWords();
  return (
    <DataFrame title={t('limits.title')} lead={t('limits.lead')}>
      {isStored ? (
        <Notice tone="good" isNews>
          <p>{t('limits.stored')}</p>
        </Notice>
      ) : null}
      {uses.map((use) => (
        <Objection key={use.use} {...use} />
      ))}
      <Rest restricted_at={restricted_at} />
      <p class="soft">
        {t('limits.consents')}{' '}
        <a href={urls.choices()} data-control="my-data.choices">
          {t('choices.title')}
        </a>
      </p>
    </DataFrame>
  );
}

function Objection({ use, objects }: LimitsView['uses'][number]) {
  const { t } = useWords();
  return (
    <section class="panel" aria-labelledby={`object-${use}`}>
      <h2 id={`object-${use}`}>
        {t(`limits.${use}.title`)} {objects ? <span class="tag tag-good">{t('limits.objecting')}</span> : null}
      </h2>
      <p>{t(objects ? `limits.${use}.stopped` : `limits.${use}.text`)}</p>
      <form method="post" action={urls.object()}>
        <input type="hidden" name="use" value={use} />
        <Button look="quiet" name="objects" value={objects ? 'no' : 'yes'} data-control="my-data.object">
          {t(objects ? 'limits.allowAgain' : 'limits.object')}
        </Button>
      </form>
    </section>
  );
}

function Rest({ restricted_at }: Pick<LimitsView, 'restricted_at'>) {
  const { t, instant } = useWords();
  return (
    <section class="panel" aria-labelledby="rest">
      <h2 id="rest">
        {t('limits.rest.title')} {restricted_at ? <span class="tag tag-warn">{t('limits.resting')}</span> : null}
      </h2>
      <p>{restricted_at ? t('atRest.since', { when: instant(restricted_at) }) : t('limits.rest.text')}</p>
      <p class="soft">{t('limits.rest.what')}</p>
      <form method="post" action={urls.rest()}>
        <Button look="quiet" name="rest" value={restricted_at ? 'no' : 'yes'} data-control="my-data.rest">
          {t(restricted_at ? 'limits.rest.end' : 'limits.rest.begin')}
        </Button>
      </form>
    </section>
  );
}
