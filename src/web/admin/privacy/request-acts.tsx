import type { ComponentChildren } from 'preact';
import { endings, longestRequest_chars, requestKinds } from '../../../domains/requests/index.ts';
import type { ControlId } from '../../controls.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { type RequestAct, urls } from '../../urls.ts';
import { FromTemplates } from '../from-templates.tsx';
import type { RequestPageView } from './request-page-view.ts';

interface ActProps {
  readonly view: RequestPageView;
}

/** A form for one act, folded away until it is wanted, or until it was sent and could not be done. */
function Act(props: {
  readonly id: string;
  readonly act: RequestAct;
  readonly title: string;
  readonly text: string;
  readonly control: ControlId;
  readonly isOpen?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <details class="act" open={props.isOpen}>
      <summary>{props.title}</summary>
      <form class="form" method="post" action={urls.handleRequest(props.id, props.act)} novalidate>
        <p>{props.text}</p>
        {props.children}
        <Button look="quiet" data-control={props.control}>
          {props.title}
        </Button>
      </form>
    </details>
  );
}

/** What moves the clock: checking who asks, and taking more time. */
export function ClockActs({ view: { request, errors } }: ActProps) {
  const { t } = useWords();
  const { id, state, identity_shown_at, identity_asked_on, extended_at, email } = request;
  if (state !== 'open' || !email) return null;
  return (
    <div class="acts">
      {identity_shown_at ? null : (
        <>
          <Act
            id={id}
            act="ask-identity"
            title={t('privacy.askIdentity')}
            text={t('privacy.askIdentityText')}
            control="privacy.ask-identity"
          />
          <Act
            id={id}
            act="note-identity"
            title={t('privacy.noteIdentity')}
            text={t('privacy.noteIdentityText')}
            control="privacy.note-identity"
            isOpen={errors.how !== undefined}
          >
            <Field name="how" label={t('privacy.how')} error={errors.how} maxLength={500} isRequired />
          </Act>
        </>
      )}
      {extended_at || identity_asked_on ? null : (
        <Act
          id={id}
          act="extend"
          title={t('privacy.extend')}
          text={t('privacy.extendText')}
          control="privacy.extend"
          isOpen={errors.reason !== undefined}
        >
          <LongField
            name="reason"
            label={t('privacy.reason')}
            why={t('privacy.reasonWhy')}
            error={errors.reason}
            rows={3}
            maxLength={longestRequest_chars.reason}
            isRequired
          />
        </Act>
      )}
    </div>
  );
}

/** A letter to whoever asked. */
export function AnswerActs({ view: { request, templates, letter, errors } }: ActProps) {
  const { t } = useWords();
  if (!request.email) return null;
  return (
    <section class="panel" id="letter">
      <h2>{t('privacy.write')}</h2>
      <FromTemplates
        templates={templates}
        hrefOf={(id) => `${urls.privacyRequest(request.id)}?template=${id}#letter`}
        control="privacy.use-template"
      />
      <form class="form" method="post" action={urls.handleRequest(request.id, 'write')} novalidate>
        <Field
          name="subject"
          label={t('desk.subject')}
          why={t('privacy.subjectWhy', { reference: request.reference })}
          value={letter.subject}
          error={errors.subject}
          maxLength={180}
          isRequired
        />
        <LongField name="body" label={t('desk.words')} value={letter.body} error={errors.body} rows={8} isRequired />
        <Button data-control="privacy.write">{t('privacy.send')}</Button>
      </form>
    </section>
  );
}

/** What was asked for, done from here. */
export function CarryOutActs({ view: { request, isRestricted } }: ActProps) {
  const { t } = useWords();
  const { id, state, email, person_id, identity_shown_at } = request;
  if (state !== 'open' || !email) return null;
  return (
    <section class="panel" aria-labelledby="carry-out">
      <h2 id="carry-out">{t('privacy.carryOut')}</h2>
      {identity_shown_at ? null : <p class="soft">{t('privacy.firstIdentity')}</p>}
      <div class="acts">
        {person_id ? (
          <Act
            id={id}
            act="access"
            title={t('privacy.access')}
            text={t('privacy.accessText')}
            control="privacy.access"
          />
        ) : null}
        {person_id && identity_shown_at ? (
          <Act
            id={id}
            act="restrict"
            title={t(isRestricted ? 'privacy.endRestriction' : 'privacy.restrict')}
            text={t(isRestricted ? 'privacy.endRestrictionText' : 'privacy.restrictText')}
            control="privacy.restrict"
          >
            <input type="hidden" name="end" value={isRestricted ? 'yes' : ''} />
          </Act>
        ) : null}
      </div>
      {identity_shown_at ? (
        <p>
          <ButtonLink href={urls.handleRequest(id, 'erase')} look="danger" data-control="privacy.to-erase">
            {t('privacy.toErase')}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

/** Who has it in hand, what it is about, notes, and its end. */
export function SortActs({ view: { request, operators, errors } }: ActProps) {
  const { t } = useWords();
  const { id, kind, operator_id, state } = request;
  const people = [...operators].map(([value, label]) => ({ value, label }));
  return (
    <section class="panel" aria-labelledby="sort">
      <h2 id="sort">{t('privacy.sort')}</h2>
      <form class="form" method="post" action={urls.handleRequest(id, 'sort')}>
        <SelectField
          name="kind"
          label={t('concern.kind')}
          value={kind}
          options={requestKinds.map((value) => ({ value, label: t(`concern.kind.${value}`) }))}
          isRequired
        />
        <SelectField
          name="operator"
          label={t('privacy.hand')}
          value={operator_id ?? ''}
          options={[{ value: '', label: t('privacy.nobody') }, ...people]}
          isRequired
        />
        <Button look="quiet" data-control="privacy.sort">
          {t('desk.store')}
        </Button>
      </form>
      <div class="acts">
        <Act
          id={id}
          act="note"
          title={t('privacy.note')}
          text={t('privacy.noteText')}
          control="privacy.note"
          isOpen={errors.note !== undefined}
        >
          <LongField name="note" label={t('desk.note')} error={errors.note} rows={3} isRequired />
        </Act>
        {state === 'open' ? (
          <Act
            id={id}
            act="close"
            title={t('privacy.close')}
            text={t('privacy.closeText')}
            control="privacy.close"
            isOpen={errors.why !== undefined}
          >
            <SelectField
              name="ending"
              label={t('privacy.ending')}
              value="answered"
              options={endings.map((value) => ({ value, label: t(`privacy.state.${value}`) }))}
              isRequired
            />
            <LongField name="why" label={t('privacy.endingWhy')} error={errors.why} rows={3} />
          </Act>
        ) : (
          <Act
            id={id}
            act="reopen"
            title={t('privacy.reopen')}
            text={t('privacy.reopenText')}
            control="privacy.reopen"
          />
        )}
      </div>
    </section>
  );
}
