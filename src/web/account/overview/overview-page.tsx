import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';

export interface OverviewView {
  readonly email: string;
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly device: string | null;
    readonly created_at: Date;
    readonly seen_at: Date;
    readonly isThis: boolean;
  }[];
  /** What was just done, to say so. */
  readonly done: Done | null;
  readonly errors: FieldErrors;
  /** What was typed into the field for the new address. */
  readonly newEmail: string;
}

export const dones = ['email-asked', 'email', 'password', 'session'] as const;
export type Done = (typeof dones)[number];

export function OverviewPage({ view }: { readonly view: OverviewView }) {
  const { t } = useWords();
  return (
    <AccountFrame place="account" title={t('site.account')}>
      {view.done ? (
        <Notice tone="good" isNews>
          <p>{t(`account.done.${view.done}`)}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={view.errors} />
      <Sessions sessions={view.sessions} />
      <Address email={view.email} newEmail={view.newEmail} errors={view.errors} />
      <Password errors={view.errors} />
    </AccountFrame>
  );
}

function Address({ email, newEmail, errors }: Pick<OverviewView, 'email' | 'newEmail' | 'errors'>) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('signUp.email')}</h2>
      <p>{t('account.emailNow', { email })}</p>
      <form class="form form-narrow" method="post" action={urls.newEmail()} novalidate>
        <Field
          name="email"
          type="email"
          label={t('account.newEmail')}
          why={t('account.newEmailWhy')}
          error={errors.email}
          value={newEmail}
          autocomplete="email"
          isRequired
        />
        <Field
          name="emailPassword"
          type="password"
          label={t('account.presentPassword')}
          error={errors.emailPassword}
          autocomplete="current-password"
          isRequired
        />
        <Button look="quiet" data-control="account.new-email">
          {t('account.changeEmail')}
        </Button>
      </form>
    </section>
  );
}

function Password({ errors }: Pick<OverviewView, 'errors'>) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('signUp.password')}</h2>
      <form class="form form-narrow" method="post" action={urls.changePassword()} novalidate>
        <Field
          name="presentPassword"
          type="password"
          label={t('account.presentPassword')}
          error={errors.presentPassword}
          autocomplete="current-password"
          isRequired
        />
        <Field
          name="newPassword"
          type="password"
          label={t('newPassword.new')}
          why={t('signUp.passwordWhy')}
          error={errors.newPassword}
          autocomplete="new-password"
          isRequired
        />
        <Button look="quiet" data-control="account.change-password">
          {t('account.changePassword')}
        </Button>
      </form>
    </section>
  );
}

function Sessions({ sessions }: Pick<OverviewView, 'sessions'>) {
  const { t, instant } = useWords();
  return (
    <section class="panel">
      <h2>{t('account.sessions')}</h2>
      <p class="soft">{t('account.sessionsText')}</p>
      <ul class="rows">
        {sessions.map(({ sessionId, device, created_at, seen_at, isThis }) => (
          <li key={sessionId}>
            <div>
              <strong>{device ?? t('account.unknownDevice')}</strong>{' '}
              {isThis ? <span class="tag tag-good">{t('account.thisBrowser')}</span> : null}
              <p class="small soft">
                {t('account.sessionTimes', { since: instant(created_at), used: instant(seen_at) })}
              </p>
            </div>
            <form method="post" action={isThis ? urls.signOut() : urls.endSession()}>
              <input type="hidden" name="sessionId" value={sessionId} />
              <Button look="quiet" isSmall data-control={isThis ? 'account.sign-out' : 'account.end-session'}>
                {t('site.signOut')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={urls.signOutEverywhere()}>
          <Button look="quiet" data-control="account.sign-out-everywhere">
            {t('account.signOutEverywhere')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
