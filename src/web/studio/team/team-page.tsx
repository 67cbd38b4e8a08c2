import type { CourseInvitation, TeamMember } from '../../../domains/enrolment/index.ts';
import type { Member } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import { InvitationList } from '../enrolment/invitation-list.tsx';
import type { CoursePlace } from '../studio-site.ts';

export interface TeamView {
  readonly place: CoursePlace;
  readonly team: readonly TeamMember[];
  readonly members: readonly Member[];
  readonly invitations: readonly CourseInvitation[];
  readonly now: Date;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function TeamPage({ view }: { readonly view: TeamView }) {
  const { t, day } = useWords();
  const { place, team, members } = view;
  const mayChange = place.may('course.team');
  const isOnTeam = team.some(({ personId }) => personId === place.reader.personId);
  return (
    <>
      <section class="stack">
        <h2>{t('courseTeam.only')}</h2>
        {team.length === 0 ? <p class="soft">{t('courseTeam.none')}</p> : null}
        <ul class="studio-rows" hidden={team.length === 0}>
          {team.map((person) => (
            <li key={person.handle}>
              <div>
                <h3 dir="auto">{person.name}</h3>
                <p class="small soft">{t('members.since', { day: day(person.since) })}</p>
              </div>
              <div class="studio-row-end">
                <span class="tag">{t(`courseTeam.${person.role}`)}</span>
                {mayChange ? <Ending place={place} person={person} /> : null}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {mayChange ? <Giving view={view} /> : null}
      {mayChange ? <Inviting view={view} /> : null}
      <section class="stack">
        <h2>{t('courseTeam.byOrganisation', { organisation: place.organisation.name })}</h2>
        <p class="soft">{t('courseTeam.byOrganisationText')}</p>
        <ul class="studio-rows">
          {members.map(({ handle, name, role }) => (
            <li key={handle}>
              <h3 dir="auto">{name}</h3>
              <span class="tag">{t(`roles.short.${role}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      {isOnTeam ? (
        <form class="stack" method="post" action={urls.studioTeamDo(place.course.key, 'leave')}>
          <p class="small soft">{t('courseTeam.leaveText')}</p>
          <p>
            <Button look="danger" data-control="course-team.leave">
              {t('courseTeam.leave')}
            </Button>
          </p>
        </form>
      ) : null}
    </>
  );
}

function Ending({ place, person }: { readonly place: CoursePlace; readonly person: TeamMember }) {
  const { t } = useWords();
  return (
    <details class="studio-fold">
      <summary>
        {t('members.change')}
        <span class="only-heard">: {person.name}</span>
        <Icon name="next" />
      </summary>
      <form class="panel form" method="post" action={urls.studioTeamDo(place.course.key, 'end')}>
        <input type="hidden" name="member" value={person.handle} />
        <Button look="danger" isSmall data-control="course-team.end">
          {t('courseTeam.end')}
        </Button>
      </form>
    </details>
  );
}

function RoleField({ name, value }: { readonly name: string; readonly value?: string | undefined }) {
  const { t } = useWords();
  const roles = ['staff', 'beta'] as const;
  return (
    <SelectField
      name={name}
      label={t('courseTeam.role')}
      why={roles.map((role) => `${t(`courseTeam.${role}`)}: ${t(`courseTeam.${role}Why`)}.`).join(' ')}
      value={value ?? 'staff'}
      options={roles.map((role) => ({ value: role, label: t(`courseTeam.${role}`) }))}
      isRequired
    />
  );
}

function Giving({ view: { place, team, members, errors } }: { readonly view: TeamView }) {
  const { t } = useWords();
  const others = members.filter(({ personId }) => !team.some((one) => one.personId === personId));
  if (others.length === 0) return null;
  return (
    <section class="panel">
      <h2>{t('courseTeam.give')}</h2>
      <form class="form form-narrow" method="post" action={urls.studioTeamDo(place.course.key, 'give')} novalidate>
        <SelectField
          name="member"
          label={t('courseTeam.member')}
          value=""
          error={errors.member}
          options={[{ value: '', label: '—' }, ...others.map(({ handle, name }) => ({ value: handle, label: name }))]}
          isRequired
        />
        <RoleField name="role" />
        <Button look="quiet" data-control="course-team.give">
          {t('courseTeam.giveNow')}
        </Button>
      </form>
    </section>
  );
}

function Inviting({ view: { place, invitations, values, errors, now } }: { readonly view: TeamView }) {
  const { t } = useWords();
  const courseKey = place.course.key;
  return (
    <section class="panel">
      <h2>{t('courseTeam.invite')}</h2>
      <form class="form form-narrow" method="post" action={urls.studioTeamDo(courseKey, 'invite')} novalidate>
        <Field
          name="email"
          type="email"
          label={t('members.email')}
          why={t('members.emailWhy')}
          value={values.email}
          error={errors.email}
          autocomplete="off"
          isRequired
        />
        <RoleField name="as" value={values.as} />
        <Button look="quiet" data-control="course-team.invite">
          {t('members.send')}
        </Button>
      </form>
      {invitations.length > 0 ? (
        <InvitationList
          invitations={invitations}
          now={now}
          action={urls.studioTeamDo(courseKey, 'withdraw')}
          control="course-team.withdraw"
        />
      ) : null}
    </section>
  );
}
