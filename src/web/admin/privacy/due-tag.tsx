import type { RequestRow } from '../../../domains/requests/index.ts';
import { useWords } from '../../i18n.ts';

/** How many days a request has left, as a tag: late, today, soon, or when; or that its clock stands still. */
export function DueTag({ request, today }: { readonly request: RequestRow; readonly today: string }) {
  const { t } = useWords();
  const { state, due_on } = request;
  if (state !== 'open') return <span class="tag">{t(`privacy.state.${state}`)}</span>;
  if (!due_on) return <span class="tag">{t('privacy.paused')}</span>;
  const left = daysUntil(today, due_on);
  if (left < 0) return <span class="tag tag-bad">{t('privacy.late', { days: -left })}</span>;
  return <span class={left <= 7 ? 'tag tag-warn' : 'tag'}>{t('privacy.left', { days: left })}</span>;
}

function daysUntil(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
