import type { CourseInvitation } from '../../../domains/enrolment/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';

/** Invitations with how each stands, and what takes them back. */
export function InvitationList({
  invitations,
  now,
  action,
  control,
}: {
  readonly invitations: readonly CourseInvitation[];
  readonly now: Date;
  /** Where taking one back is sent to. */
  readonly action: string;
  readonly control: 'enrolment.withdraw' | 'course-team.withdraw';
}) {
  const { t, day } = useWords();
  const stateOf = ({ accepted_at, expires_at }: CourseInvitation) =>
    accepted_at
      ? t('enrolment.invited.accepted', { day: day(accepted_at) })
      : t(expires_at > now ? 'enrolment.invited.open' : 'enrolment.invited.ended', { day: day(expires_at) });
  return (
    <ul class="studio-rows">
      {invitations.map((invitation) => (
        <li key={invitation.id}>
          <div>
            <p class="as-typed">{invitation.email}</p>
            <p class="small soft">{stateOf(invitation)}</p>
          </div>
          <div class="studio-row-end">
            {invitation.role === 'learner' ? null : <span class="tag">{t(`courseTeam.${invitation.role}`)}</span>}
            {invitation.accepted_at ? null : (
              <form method="post" action={action}>
                <input type="hidden" name="invitation" value={invitation.id} />
                <Button look="quiet" isSmall data-control={control}>
                  {t('members.withdraw')}
                  <span class="only-heard">: {invitation.email}</span>
                </Button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
