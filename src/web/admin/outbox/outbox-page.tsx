import type { OutboxLetter } from '../../../kernel/mail/index.ts';
import { useWords } from '../../i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The newest letters, for whoever operates a site without a mail server: links in letters are found here. */
export function OutboxPage({ letters }: { readonly letters: readonly OutboxLetter[] }) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <div class="stack">
        <h1>{t('outbox.title')}</h1>
        <p class="lead">{t('outbox.lead')}</p>
      </div>
      {letters.length === 0 ? <EmptyState title={t('outbox.none')} text={t('outbox.noneText')} /> : null}
      {letters.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </div>
  );
}

function Letter({ letter: { address, subject, text, state, queued_at } }: { readonly letter: OutboxLetter }) {
  const { t, instant } = useWords();
  return (
    <article class="panel">
      <h2>{subject}</h2>
      <p class="soft small">
        {t('outbox.to', { address, when: instant(queued_at) })} <span class="tag">{t(`outbox.state.${state}`)}</span>
      </p>
      {text ? <p class="description">{linked(text)}</p> : null}
    </article>
  );
}

/** The letter's words, its own links made to work. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part} data-control="outbox.link">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
