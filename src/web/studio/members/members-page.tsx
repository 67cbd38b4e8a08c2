import { type Member, memberRoles, type OpenInvitation } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import type { OrganisationPlace } from '../studio-site.ts';

export interface MembersView {
  readonly place: OrganisationPlace;
  readonly members: readonly Member[];
  readonly invitations: readonly OpenInvitation[];
  /** What was typed to invite somebody. */
  readonly invited: { readonly email: string; readonly role: string };
  readonly errors: FieldErrors;
}

export function MembersPage({ view }: { readonly view: MembersView }) {
  const { t } = useWords();
  const { place } = view;
  return (
    <>
      <MemberList view={view} />
      {place.may('members.change') ? <Inviting view={view} /> : null}
      {place.may('owners.change') ? <HandingOver view={view} /> : null}
      <p>
        <ButtonLink href={urls.leaveOrganisation(place.organisation.key)} look="danger" data-control="members.leave">
          {t('members.leave')}
        </ButtonLink>
      </p>
    </>
  );
}

function MemberList({ view: { place, members } }: { readonly view: MembersView }) {
  const { t, day } = useWords();
  return (
    <ul class="studio-rows">
      {members.map((member) => {
        const isMe = member.personId === place.reader.personId;
        const mayChange = place.may(member.role === 'owner' ? 'owners.change' : 'members.change');
        return (
          <li key={member.handle}>
            <div>
              <h2 dir="auto">{member.name}</h2>
              <p class="small soft">
                {t('members.since', { day: day(member.since) })}
                {isMe ? ` · ${t('members.you')}` : ''}
              </p>
            </div>
            <div class="studio-row-end">
              <span class="tag">{t(`roles.short.${member.role}`)}</span>
              {mayChange && !isMe ? <Changing member={member} place={place} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Another role for a member, or none: folded away, and taking out says what it does. */
function Changing({ member, place }: { readonly member: Member; readonly place: OrganisationPlace }) {
  const { t } = useWords();
  const { key } = place.organisation;
  return (
    <details class="studio-fold">
      <summary>
        {t('members.change')}
        <span class="only-heard">: {member.name}</span>
        <Icon name="next" />
      </summary>
      <div class="panel">
        <form class="form" method="post" action={urls.changeRole(key)}>
          <RoleField name={`role-${member.handle}`} value={member.role} place={place} />
          <input type="hidden" name="member" value={member.handle} />
          <Button look="quiet" isSmall data-control="members.change-role">
            {t('members.changeRole')}
          </Button>
        </form>
        <form class="form" method="post" action={urls.removeMember(key)}>
          <p class="small">{t('members.removeText', { name: member.name, organisation: place.organisation.name })}</p>
          <input type="hidden" name="member" value={member.handle} />
          <Button look="danger" isSmall data-control="members.remove">
            {t('members.remove')}
          </Button>
        </form>
      </div>
    </details>
  );
}

function RoleField({
  name,
  value,
  place,
  error,
}: {
  readonly name: string;
  readonly value: string;
  readonly place: OrganisationPlace;
  readonly error?: string | undefined;
}) {
  const { t } = useWords();
  const offered = memberRoles.filter((role) => role !== 'owner' || place.may('owners.change'));
  return (
    <SelectField
      name={name}
      label={t('members.role')}
      value={value}
      error={error}
      options={offered.map((role) => ({ value: role, label: t(`roles.short.${role}`) }))}
      isRequired
    />
  );
}

function Inviting({ view: { place, invitations, invited, errors } }: { readonly view: MembersView }) {
  const { t, day } = useWords();
  const { key } = place.organisation;
  return (
    <section class="panel">
      <h2>{t('members.invite')}</h2>
      <form class="form form-narrow" method="post" action={urls.inviteMember(key)} novalidate>
        <Field
          name="email"
          type="email"
          label={t('members.email')}
          why={t('members.emailWhy')}
          value={invited.email}
          error={errors.email}
          autocomplete="off"
          isRequired
        />
        <RoleField name="role" value={invited.role} place={place} error={errors.role} />
        <p class="small soft">
          <a href={urls.roles(key)} data-control="members.roles">
            {t('members.whatRoles')}
          </a>
        </p>
        <Button data-control="members.invite">{t('members.send')}</Button>
      </form>
      {invitations.length > 0 ? (
        <>
          <h3>{t('members.open')}</h3>
          <ul class="studio-rows">
            {invitations.map(({ id, email, role, expires_at }) => (
              <li key={id}>
                <div>
                  <p class="as-typed">{email}</p>
                  <p class="small soft">{t('members.until', { day: day(expires_at) })}</p>
                </div>
                <div class="studio-row-end">
                  <span class="tag">{t(`roles.short.${role}`)}</span>
                  <form method="post" action={urls.withdrawInvitation(key)}>
                    <input type="hidden" name="invitation" value={id} />
                    <Button look="quiet" isSmall data-control="members.withdraw">
                      {t('members.withdraw')}
                      <span class="only-heard">: {email}</span>
                    </Button>
                  </form>
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function HandingOver({ view: { place, members, errors } }: { readonly view: MembersView }) {
  const { t } = useWords();
  const others = members.filter(({ personId }) => personId !== place.reader.personId);
  return (
    <section class="panel">
      <h2>{t('members.handOver')}</h2>
      <p>{t(others.length > 0 ? 'members.handOverText' : 'members.handOverNobody')}</p>
      {others.length > 0 ? (
        <form class="form form-narrow" method="post" action={urls.handOver(place.organisation.key)}>
          <SelectField
            name="successor"
            label={t('members.handOverTo')}
            value=""
            error={errors.successor}
            options={[{ value: '', label: '—' }, ...others.map(({ handle, name }) => ({ value: handle, label: name }))]}
            isRequired
          />
          <Button look="danger" data-control="members.hand-over">
            {t('members.handOver')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
