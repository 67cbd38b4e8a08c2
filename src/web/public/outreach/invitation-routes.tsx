import { keyFromName } from '../../../domains/organisations/index.ts';
import {
  type Carried,
  findInvitation,
  giveInvitationBack,
  type InvitationView,
  useInvitation,
} from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { useWords } from '../../i18n.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { openFor } from '../../studio/entrance/entrance-routes.tsx';
import { type OpenForm, openFields, readWish } from '../../studio/entrance/open-form.ts';
import { OpenFields } from '../../studio/entrance/open-page.tsx';
import { EnterFirst } from '../../studio/join/enter-first.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

const longestDescription_chars = 6000;

/** The link of an invitation to host courses: what the form said is carried over into the organisation that is opened. */
export const invitationRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get('/invitation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const invitation = await findInvitation(database.read('contact'), secret);
    if (!invitation) return respondNoInvitation(c);
    return showInvitation(c, { secret, invitation, form: formOf(invitation.carried), errors: {} });
  });

  site.post('/invitation/:secret', async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const secret = c.req.param('secret');
    const form = await readForm(c, openFields, longestDescription_chars);
    const errors = await useFor(c, powers, reader, secret, form);
    if (errors === 'no-such-link') return respondNoInvitation(c);
    if (errors === null) return c.redirect(urls.studioOrganisation(readWish(form).key), 303);
    const invitation = await findInvitation(database.read('contact'), secret);
    return invitation ? showInvitation(c, { secret, invitation, form, errors }) : respondNoInvitation(c);
  });
};

/** Uses the invitation up and opens the organisation. An operator's yes came with the invitation. */
async function useFor(
  c: SiteContext,
  powers: Powers,
  reader: Reader,
  secret: string,
  form: OpenForm,
): Promise<FieldErrors | 'no-such-link' | null> {
  const used = await powers.database.write('contact', (w) => useInvitation(w, secret));
  if (used.type === 'refused') return used.because;
  const giveBack = () => powers.database.write('contact', (w) => giveInvitationBack(w, secret));
  try {
    const errors = await openFor(c, powers, reader, form, false);
    if (errors) await giveBack();
    return errors;
  } catch (error) {
    await giveBack();
    throw error;
  }
}

function formOf({ organisation, kind, teaches }: Carried): OpenForm {
  return { kind, name: organisation, key: keyFromName(organisation), description: teaches };
}

interface InvitationProps {
  readonly secret: string;
  readonly invitation: InvitationView;
  readonly form: OpenForm;
  readonly errors: FieldErrors;
}

function showInvitation(c: SiteContext, props: InvitationProps): Response {
  c.header('referrer-policy', 'no-referrer');
  const children = <InvitationPage {...props} reader={c.var.reader} />;
  return respondWithFilledPage(c, { title: c.var.words.t('invitation.title'), errors: props.errors, children });
}

function respondNoInvitation(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('link.gone'), text: t('invitation.gone') }, 404);
}

function InvitationPage({
  secret,
  invitation,
  form,
  errors,
  reader,
}: InvitationProps & { readonly reader: Reader | null }) {
  const { t, day } = useWords();
  const { carried, expires_at, accepted_at } = invitation;
  if (accepted_at) {
    return (
      <div class="column form-column stack-wide">
        <h1>{t('invitation.title')}</h1>
        <Notice tone="good" title={t('invitation.used', { day: day(accepted_at) })} />
        <p>
          <ButtonLink href={urls.studio()} data-control="invitation.studio">
            {t('invitation.studio')}
          </ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div class="column form-column stack-wide">
      <header class="stack">
        <h1>{t('invitation.title')}</h1>
        <p class="lead">{t('invitation.lead', { organisation: carried.organisation })}</p>
        <p class="soft">{t('invitation.until', { day: day(expires_at) })}</p>
      </header>
      {reader ? (
        <>
          <ErrorSummary errors={errors} />
          <form class="form" method="post" action={urls.invitation(secret)} novalidate>
            <p>{t('invitation.check')}</p>
            <OpenFields form={form} errors={errors} />
          </form>
        </>
      ) : (
        <>
          <CarriedFacts carried={carried} />
          <EnterFirst next={urls.invitation(secret)} />
        </>
      )}
    </div>
  );
}

/** What was carried over from the form. */
function CarriedFacts({ carried }: { readonly carried: Carried }) {
  const { t, language } = useWords();
  const region = new Intl.DisplayNames(language, { type: 'region' });
  const facts = [
    [t('invitation.organisation'), carried.organisation],
    [t('invitation.kind'), t(`hostKind.${carried.kind as 'teacher'}`)],
    [t('invitation.person'), [carried.person, carried.role].filter(Boolean).join(', ')],
    [t('profile.country'), carried.country ? (region.of(carried.country) ?? carried.country) : ''],
    [t('invitation.teaches'), carried.teaches],
  ];
  return (
    <section class="panel">
      <h2>{t('invitation.carried')}</h2>
      <dl class="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="as-typed" dir="auto">
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
