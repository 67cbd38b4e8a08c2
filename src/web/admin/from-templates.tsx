import type { ReplyTemplate } from '../../domains/outreach/index.ts';
import type { ControlId } from '../controls.ts';
import { useWords } from '../i18n.ts';
import { ButtonLink } from '../ui/button.tsx';

/** The templates that a letter may begin from; nothing where there are none. */
export function FromTemplates(props: {
  readonly templates: readonly ReplyTemplate[];
  readonly hrefOf: (id: string) => string;
  readonly control: ControlId;
}) {
  const { t } = useWords();
  if (props.templates.length === 0) return null;
  return (
    <p class="row">
      <span class="soft">{t('desk.fromTemplate')}</span>
      {props.templates.map(({ id, name }) => (
        <ButtonLink key={id} href={props.hrefOf(id)} look="quiet" isSmall data-control={props.control}>
          {name}
        </ButtonLink>
      ))}
    </p>
  );
}
