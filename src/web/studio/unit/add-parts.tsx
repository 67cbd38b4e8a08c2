import type { ComponentChildren } from 'preact';
import { type Clipboard, type PartKind, partKinds } from '../../../domains/studio/index.ts';
import { type MessageKey, useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { PasteButton } from '../outline/add-buttons.tsx';
import { isUnused, kindName } from '../parts/kind-name.ts';

const first = ['html', 'problem', 'video'] as const;
const groups = ['text', 'problem', 'talk', 'ask', 'elsewhere', 'more'] as const;

/** What a unit can be made of: the three that every course has as buttons, all others below, group by group. */
export function AddParts({
  unitId,
  fromLibrary,
  paste,
}: {
  readonly unitId: string;
  /** Where parts of a library are chosen; null where none can be. */
  readonly fromLibrary: string | null;
  readonly paste: Clipboard | null;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <section class="studio-add-parts" aria-labelledby="studio-add-parts">
      <h2 id="studio-add-parts">{t('author.addPart')}</h2>
      <div class="studio-add-row">
        {first.map((tag) => (
          <AddButton key={tag} kind={tag} unitId={unitId} look="studio-add-kind">
            <KindSign tag={tag} />
            {kindName(words, tag)}
          </AddButton>
        ))}
        {fromLibrary ? (
          <ButtonLink href={fromLibrary} look="quiet" isSmall data-control="library.choose">
            {t('library.fromLibrary')}
          </ButtonLink>
        ) : null}
        {paste ? <PasteButton parent={unitId} name={paste.displayName} /> : null}
      </div>
      <details class="studio-all-kinds">
        <summary>{t('author.otherKind')}</summary>
        <div class="studio-kind-groups">
          {groups.map((group) => (
            <KindGroup key={group} group={group} unitId={unitId} />
          ))}
        </div>
      </details>
    </section>
  );
}

function KindGroup({ group, unitId }: { readonly group: (typeof groups)[number]; readonly unitId: string }) {
  const words = useWords();
  const { t } = words;
  const kinds = partKinds.filter((kind) => kind.group === group && !first.some((tag) => tag === kind.key));
  return (
    <section aria-labelledby={`studio-kinds-${group}`}>
      <h3 id={`studio-kinds-${group}`}>{t(`author.group.${group}`)}</h3>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.key}>
            <AddButton kind={kind.key} unitId={unitId} look="studio-add-card">
              <strong>{kindName(words, kind.key)}</strong>
              <span>{t(whyOf(kind))}</span>
              {isUnused(kind.tag) ? <span class="studio-add-later">{t('author.notYet')}</span> : null}
            </AddButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyOf({ key }: PartKind): MessageKey {
  return `author.partWhy.${key}` as MessageKey;
}

function AddButton({
  kind,
  unitId,
  look,
  children,
}: {
  readonly kind: string;
  readonly unitId: string;
  readonly look: string;
  readonly children: ComponentChildren;
}) {
  return (
    <button type="submit" form="ask-add" class={look} name="new" value={`${kind} ${unitId}`} data-control="author.add">
      {children}
    </button>
  );
}

const drawings = {
  html: 'M4 5h12M4 9h12M4 13h8',
  problem: 'M7.5 7.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M10 14.6v.2M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15',
  video: 'M3 5h14v10H3zM8.5 7.8v4.4l4-2.2z',
} as const;

function KindSign({ tag }: { readonly tag: keyof typeof drawings }) {
  return (
    <svg viewBox="0 0 20 20" class="studio-kind-sign" aria-hidden="true">
      <path
        d={drawings[tag]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
