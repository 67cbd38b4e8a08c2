import {
  type CourseInvitation,
  codeLimits,
  type EnrolmentCode,
  invitationLimits,
} from '../../../domains/enrolment/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import type { CoursePlace } from '../studio-site.ts';
import { InvitationList } from './invitation-list.tsx';

export interface EnrolmentView {
  readonly place: CoursePlace;
  readonly enrolled: number;
  readonly codes: readonly EnrolmentCode[];
  readonly invitations: { readonly invitations: readonly CourseInvitation[]; readonly pages: number };
  readonly page: number;
  readonly invitation_days: number;
  readonly now: Date;
  /** What stands in the forms, by the names of their fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** A code that was made just now, with the link that carries it. */
  readonly made: { readonly code: string; readonly link: string } | null;
}

export function EnrolmentPage({ view }: { readonly view: EnrolmentView }) {
  const { t } = useWords();
  const { place, enrolled } = view;
  const maySet = place.may('course.settings');
  const seesLearners = place.may('course.learners');
  return (
    <>
      {view.made ? <MadeCode made={view.made} /> : null}
      <div class="row">
        <p>{t('enrolment.count', { count: enrolled })}</p>
        {seesLearners ? (
          <ButtonLink href={urls.studioLearners(place.course.key)} look="quiet" data-control="enrolment.learners">
            {t('enrolment.learnersShow')}
          </ButtonLink>
        ) : null}
      </div>
      {maySet ? <Rules view={view} /> : null}
      {maySet ? <Codes view={view} /> : null}
      {seesLearners ? <Invitations view={view} /> : null}
    </>
  );
}

function MadeCode({ made: { code, link } }: { readonly made: NonNullable<EnrolmentView['made']> }) {
  const { t } = useWords();
  return (
    <Notice tone="good" title={t('enrolment.code.made')} isNews>
      <p class="enrolment-code">{code}</p>
      <p>{t('enrolment.code.madeText')}</p>
      <p class="small soft">{t('enrolment.code.link')}</p>
      <p class="as-typed small">{link}</p>
    </Notice>
  );
}

function Rules({ view: { place, values, errors } }: { readonly view: EnrolmentView }) {
  const { t } = useWords();
  const rules = ['open', 'invited'] as const;
  return (
    <section class="panel">
      <h2>{t('enrolment.rules')}</h2>
      <form
        class="form form-narrow"
        method="post"
        action={urls.studioEnrolmentDo(place.course.key, 'rules')}
        novalidate
      >
        <SelectField
          name="rule"
          label={t('enrolment.rule')}
          why={`${t('enrolment.rule.openWhy')} ${t('enrolment.rule.invitedWhy')}`}
          value={values.rule ?? 'open'}
          error={errors.rule}
          options={rules.map((rule) => ({ value: rule, label: t(`enrolment.rule.${rule}`) }))}
          isRequired
        />
        <Field
          name="capacity"
          inputmode="numeric"
          label={t('enrolment.capacity')}
          why={t('enrolment.capacityWhy')}
          value={values.capacity}
          error={errors.capacity}
          isShort
        />
        <p class="small soft">{t('enrolment.notPublished')}</p>
        <Button data-control="enrolment.rules">{t('enrolment.save')}</Button>
      </form>
    </section>
  );
}

function Codes({ view: { place, codes, values, errors, now } }: { readonly view: EnrolmentView }) {
  const { t, day } = useWords();
  const courseKey = place.course.key;
  return (
    <section class="panel">
      <h2>{t('enrolment.codes')}</h2>
      <p>{t('enrolment.codesText')}</p>
      {codes.length > 0 ? (
        <ul class="studio-rows">
          {codes.map(({ id, label, uses, most_uses, ends_at }) => (
            <li key={id}>
              <div>
                <p dir="auto">{label}</p>
                <p class="small soft figures">
                  {t(ends_at > now ? 'enrolment.codeState' : 'enrolment.codeState.ended', {
                    uses,
                    most: most_uses,
                    day: day(ends_at),
                  })}
                </p>
              </div>
              <form class="studio-row-end" method="post" action={urls.studioEnrolmentDo(courseKey, 'codes/withdraw')}>
                <input type="hidden" name="code" value={id} />
                <Button look="danger" isSmall data-control="enrolment.code-withdraw">
                  {t('enrolment.code.withdraw')}
                  <span class="only-heard">: {label}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <form class="form form-narrow" method="post" action={urls.studioEnrolmentDo(courseKey, 'codes')} novalidate>
        <Field
          name="label"
          label={t('enrolment.code.label')}
          why={t('enrolment.code.labelWhy')}
          value={values.label}
          maxLength={codeLimits.longestLabel_chars}
          error={errors.label}
          isRequired
        />
        <Field
          name="uses"
          inputmode="numeric"
          label={t('enrolment.code.uses')}
          value={values.uses ?? '30'}
          error={errors.uses}
          isShort
          isRequired
        />
        <Field
          name="days"
          inputmode="numeric"
          label={t('enrolment.code.end')}
          value={values.days ?? '90'}
          error={errors.days}
          isShort
          isRequired
        />
        <Button look="quiet" data-control="enrolment.code-make">
          {t('enrolment.code.make')}
        </Button>
      </form>
    </section>
  );
}

function Invitations({ view }: { readonly view: EnrolmentView }) {
  const { t } = useWords();
  const { place, invitations, page, values, errors, now } = view;
  const courseKey = place.course.key;
  return (
    <section class="panel">
      <h2>{t('enrolment.invite')}</h2>
      <form class="form form-narrow" method="post" action={urls.studioEnrolmentDo(courseKey, 'invite')} novalidate>
        <LongField
          name="addresses"
          label={t('enrolment.addresses')}
          why={t('enrolment.addressesWhy', { most: invitationLimits.most_atOnce, days: view.invitation_days })}
          value={values.addresses}
          error={errors.addresses}
          rows={5}
          isRequired
        />
        <Button look="quiet" data-control="enrolment.invite">
          {t('enrolment.send')}
        </Button>
      </form>
      {invitations.invitations.length > 0 ? (
        <>
          <h3>{t('enrolment.invitations')}</h3>
          <InvitationList
            invitations={invitations.invitations}
            now={now}
            action={urls.studioEnrolmentDo(courseKey, 'withdraw')}
            control="enrolment.withdraw"
          />
          <Pagination page={page} pages={invitations.pages} hrefOf={(to) => urls.studioEnrolment(courseKey, to)} />
        </>
      ) : null}
    </section>
  );
}
