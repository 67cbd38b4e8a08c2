import type { ControlId } from '../../controls.ts';
import { type MessageKey, useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

/** Where an operator works, most often used first. */
const places: readonly {
  readonly href: string;
  readonly control: ControlId;
  readonly name: MessageKey;
  readonly about: MessageKey;
}[] = [
  { href: urls.desk(), control: 'operate.desk', name: 'operate.desk', about: 'operate.deskText' },
  {
    href: urls.adminOrganisations(),
    control: 'operate.organisations',
    name: 'operate.organisations',
    about: 'operate.organisationsText',
  },
  { href: urls.privacyDesk(), control: 'operate.privacy', name: 'operate.privacy', about: 'operate.privacyText' },
  { href: urls.disclosures(), control: 'operate.registers', name: 'operate.registers', about: 'operate.registersText' },
  { href: urls.records(), control: 'operate.records', name: 'records.title', about: 'operate.recordsText' },
  {
    href: urls.adminDocuments(),
    control: 'operate.documents',
    name: 'operate.documents',
    about: 'operate.documentsText',
  },
  { href: urls.outbox(), control: 'operate.outbox', name: 'outbox.title', about: 'operate.outboxText' },
];

export function OperateEntrance() {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('operate.title')}</h1>
        <p class="lead">{t('operate.lead')}</p>
      </header>
      <ul class="rows">
        {places.map(({ href, control, name, about }) => (
          <li key={control}>
            <div>
              <h2>
                <a href={href} data-control={control}>
                  {t(name)}
                </a>
              </h2>
              <p class="soft">{t(about)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
