import type { ConsentUse, GivenConsent } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';

/** One use that needs a yes: whether it is on, and every yes so far, newest first. */
export interface ChoiceView {
  readonly use: ConsentUse;
  readonly isOn: boolean;
  /** Whether they objected to it, on the page about their data. */
  readonly isObjectedTo: boolean;
  readonly given: readonly GivenConsent[];
}

export interface ChoicesView {
  readonly choices: readonly ChoiceView[];
  /** By which signal the browser objects; null when it does not. */
  readonly objection: 'gpc' | 'dnt' | null;
  readonly isStored: boolean;
}

/** What is up to somebody with an account: each use with its exact words, off until they say yes. */
export function ChoicesPage({ view }: { readonly view: ChoicesView }) {
  const { t } = useWords();
  const { choices, objection, isStored } = view;
  return (
    <AccountFrame place="choices" title={t('choices.title')} lead={t('choices.lead')}>
      {isStored ? (
        <Notice tone="good" isNews>
          <p>{t('choices.stored')}</p>
        </Notice>
      ) : null}
      <Objection objection={objection} />
      {choices.map((choice) => (
        <Choice key={choice.use} choice={choice} />
      ))}
      <p class="soft">
        {t('choices.notAsked')}{' '}
        <a href={urls.cookies()} data-control="choices.cookies">
          {t('cookies.title')}
        </a>{' '}
        ·{' '}
        <a href={urls.document('privacy')} data-control="choices.privacy">
          {t('site.privacy')}
        </a>
      </p>
    </AccountFrame>
  );
}

/** The same for who has no account: nothing is asked of them, and the page says so. */
export function NothingToChoosePage({ objection }: Pick<ChoicesView, 'objection'>) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <div class="stack">
        <h1>{t('choices.title')}</h1>
        <p class="lead">{t('choices.nothing')}</p>
      </div>
      <Objection objection={objection} />
      <section class="stack">
        <h2>{t('choices.whatIsCounted')}</h2>
        <p>{t('choices.whatIsCountedText')}</p>
        <p>
          <a href={urls.cookies()} data-control="choices.cookies">
            {t('cookies.title')}
          </a>
        </p>
      </section>
      <section class="stack">
        <h2>{t('choices.mailings.title')}</h2>
        <p>
          {t('choices.mailingsWithout')}{' '}
          <a href={urls.askForMySignUp()} data-control="choices.my-sign-up">
            {t('mySignUp.title')}
          </a>
        </p>
      </section>
      <section class="stack">
        <h2>{t('choices.withAccount')}</h2>
        <p>
          {t('choices.withAccountText')}{' '}
          <a href={urls.signIn(urls.choices())} data-control="choices.sign-in">
            {t('site.signIn')}
          </a>
        </p>
      </section>
    </div>
  );
}

function Objection({ objection }: Pick<ChoicesView, 'objection'>) {
  const { t } = useWords();
  if (!objection) return <p class="soft">{t('choices.noObjection')}</p>;
  return (
    <Notice tone="good" title={t('choices.objection')}>
      <p>{t('choices.objectionText', { signal: t(`choices.signal.${objection}`) })}</p>
    </Notice>
  );
}

/** Yes and no weigh the same; a yes is taken back by one click as it was given by one. */
function Choice({ choice: { use, isOn, isObjectedTo, given } }: { readonly choice: ChoiceView }) {
  const { t } = useWords();
  return (
    <section class="panel stack" aria-labelledby={`choice-${use}`}>
      <h2 id={`choice-${use}`}>
        {t(`choices.${use}.title`)}{' '}
        <span class={isOn ? 'tag tag-good' : 'tag'}>{t(isOn ? 'choices.on' : 'choices.off')}</span>
      </h2>
      <p id={`words-${use}`} class="consent-words">
        {t(`choices.${use}.words`)}
      </p>
      <form class="form-actions" method="post" action={urls.choices()} aria-describedby={`words-${use}`}>
        <input type="hidden" name="use" value={use} />
        {isOn ? (
          <Button look="quiet" name="answer" value="no" data-control="choices.withdraw">
            {t('choices.withdraw')}
          </Button>
        ) : (
          <>
            <Button look="quiet" name="answer" value="yes" data-control="choices.allow">
              {t('choices.allow')}
            </Button>
            <Button look="quiet" name="answer" value="no" data-control="choices.refuse">
              {t('choices.refuse')}
            </Button>
          </>
        )}
      </form>
      {isObjectedTo ? (
        <Notice>
          <p>
            {t('choices.objected')}{' '}
            <a href={urls.useLimits()} data-control="choices.my-data">
              {t('myData.title')}
            </a>
          </p>
        </Notice>
      ) : null}
      <p class="soft small">{t(isOn ? `choices.${use}.ends` : `choices.${use}.without`)}</p>
      {given.length > 0 ? <Given given={given} /> : null}
    </section>
  );
}

function Given({ given }: Pick<ChoiceView, 'given'>) {
  const { t, instant } = useWords();
  return (
    <details class="said-yes">
      <summary>{t('choices.given', { count: given.length })}</summary>
      <ol>
        {given.map(({ given_at, withdrawn_at, shown, version, control }) => (
          <li key={given_at.getTime()}>
            <time class="soft small" dateTime={given_at.toISOString()}>
              {instant(given_at)}
            </time>
            <p>
              <q>{shown}</q>
            </p>
            <p class="soft small">
              {t('choices.givenUnder', { version, control })}{' '}
              {withdrawn_at ? t('choices.takenBack', { when: instant(withdrawn_at) }) : t('choices.stands')}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
