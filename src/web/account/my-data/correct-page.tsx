import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';

const places = [
  { name: 'profile', href: () => urls.profile(), control: 'correct.profile' },
  { name: 'account', href: () => urls.account(), control: 'correct.account' },
  { name: 'choices', href: () => urls.choices(), control: 'correct.choices' },
  { name: 'ask', href: () => urls.askOf('correction'), control: 'correct.ask' },
] as const;

/** Where to correct what: what they can change themselves, and how to ask for the rest. */
export function CorrectPage() {
  const { t } = useWords();
  return (
    <DataFrame title={t('myData.way.correct')} lead={t('correct.lead')}>
      <ul class="ways">
        {places.map(({ name, href, control }) => (
          <li key={name}>
            <a href={href()} data-control={control}>
              <strong>{t(`correct.${name}`)}</strong>
              <span>{t(`correct.${name}Text`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </DataFrame>
  );
}
