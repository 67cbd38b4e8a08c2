import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import type { MySignUp } from '../../../domains/outreach/index.ts';
import { Foretold } from '../../account/my-data/foretold.tsx';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

export interface MySignUpView {
  readonly mine: MySignUp;
  readonly secret: string;
  readonly done: 'confirmed' | 'stored' | 'rested' | null;
  /** What erasing would do. */
  readonly foretold: readonly ErasedTable[];
  readonly errors: FieldErrors;
}

/** All that is held on somebody who signed up, and what they can do about it; no account is needed. */
export function MySignUpPage({ view }: { readonly view: MySignUpView }) {
  const { t } = useWords();
  const { mine, done, errors } = view;
  return (
    <div class="column stack-wide">
      {done ? (
        <Notice tone="good" isNews>
          <p>{t(`mySignUp.done.${done}`)}</p>
        </Notice>
      ) : null}
      <header class="stack">
        <h1>{t('mySignUp.title')}</h1>
        <p class="lead">{t('mySignUp.lead', { email: mine.email })}</p>
      </header>
      <ErrorSummary errors={errors} />
      <Updates view={view} />
      <Rest view={view} />
      {mine.inquiries.map((inquiry) => (
        <Sent key={inquiry.id} inquiry={inquiry} />
      ))}
      <Ledger mine={mine} />
      <Rights view={view} />
    </div>
  );
}

function Updates({ view: { mine, secret } }: { readonly view: MySignUpView }) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('mySignUp.updates')}</h2>
      <p>{t(mine.getsUpdates ? 'mySignUp.updatesOn' : 'mySignUp.updatesOff')}</p>
      <form method="post" action={urls.mySignUpUpdates(secret)}>
        <Button look="quiet" name="updates" value={mine.getsUpdates ? 'no' : 'yes'} data-control="my-sign-up.updates">
          {t(mine.getsUpdates ? 'mailing.stop' : 'build.updates')}
        </Button>
      </form>
    </section>
  );
}

/** Storing it, and nothing else, until they say so. */
function Rest({ view: { mine, secret } }: { readonly view: MySignUpView }) {
  const { t, instant } = useWords();
  const since = mine.restricted_at;
  return (
    <section class="panel">
      <h2>
        {t('mySignUp.rest')} {since ? <span class="tag tag-warn">{t('limits.resting')}</span> : null}
      </h2>
      <p>{since ? t('mySignUp.restSince', { when: instant(since) }) : t('mySignUp.restText')}</p>
      <form method="post" action={urls.restMySignUp(secret)}>
        <Button look="quiet" name="rest" value={since ? 'no' : 'yes'} data-control="my-sign-up.rest">
          {t(since ? 'limits.rest.end' : 'limits.rest.begin')}
        </Button>
      </form>
    </section>
  );
}

function Sent({
  inquiry: { audience, answers, asked, received_at },
}: {
  readonly inquiry: MySignUp['inquiries'][number];
}) {
  const { t, instant, language } = useWords();
  const region = new Intl.DisplayNames(language, { type: 'region' });
  const given = answers as Readonly<Record<string, string | undefined>>;
  return (
    <section class="panel">
      <h2>{audience}</h2>
      <p class="soft small">{t('mySignUp.sentOn', { when: instant(received_at) })}</p>
      <dl class="facts">
        {asked
          .filter(({ name }) => given[name])
          .map(({ name, label, why }) => (
            <div key={name}>
              <dt>
                {label} <span class="small">· {why}</span>
              </dt>
              <dd class="as-typed" dir="auto">
                {name === 'country' ? region.of(given[name]!) : given[name]}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Ledger({ mine: { ledger } }: { readonly mine: MySignUp }) {
  const { t, instant } = useWords();
  return (
    <section class="stack">
      <h2>{t('mySignUp.ledger')}</h2>
      <ol class="ledger">
        {ledger.map(({ at, what, about }) => (
          <li key={`${at.getTime()} ${what}`}>
            <time class="soft small" dateTime={at.toISOString()}>
              {instant(at)}
            </time>
            <span>
              {t(`mySignUp.ledger.${what}`)}
              {about ? <span class="soft">: {about}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rights({ view: { secret, foretold, errors } }: { readonly view: MySignUpView }) {
  const { t } = useWords();
  return (
    <>
      <section class="panel">
        <h2>{t('copy.title')}</h2>
        <p>{t('mySignUp.takeText')}</p>
        <form method="post" action={urls.exportMySignUp(secret)}>
          <Button look="quiet" data-control="my-sign-up.export">
            {t('myData.takeNow')}
          </Button>
        </form>
      </section>
      <section class="panel">
        <h2>{t('myData.way.correct')}</h2>
        <p>{t('mySignUp.correct')}</p>
        <p>
          <ButtonLink href={urls.askOf('correction')} look="quiet" data-control="my-sign-up.correct">
            {t('mySignUp.correctAsk')}
          </ButtonLink>
        </p>
      </section>
      <section class="panel">
        <h2>{t('mySignUp.erase')}</h2>
        <p>{t('mySignUp.eraseText')}</p>
        <Foretold tables={foretold} />
        <form class="form" method="post" action={urls.eraseMySignUp(secret)} novalidate>
          <CheckField name="sure" label={t('mySignUp.sure')} error={errors.sure} isChecked={false} isRequired />
          <Button look="danger" data-control="my-sign-up.erase">
            {t('mySignUp.eraseNow')}
          </Button>
        </form>
      </section>
      <p class="soft small">
        {t('myData.more')}{' '}
        <a href={urls.collected()} data-control="my-sign-up.collected">
          {t('collected.title')}
        </a>{' '}
        ·{' '}
        <a href={urls.document('privacy')} data-control="my-sign-up.privacy">
          {t('site.privacy')}
        </a>
      </p>
    </>
  );
}
