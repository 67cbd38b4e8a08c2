import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** That an erasure waits, until when, and how to stop it. */
export function WaitingErasure({ due_at, isNews = false }: { readonly due_at: Date; readonly isNews?: boolean }) {
  const { t, instant } = useWords();
  return (
    <Notice tone="warn" title={t('erase.waits', { when: instant(due_at) })} isNews={isNews}>
      <p>{t('erase.waitsText')}</p>
      <form method="post" action={urls.stopErasingMe()}>
        <Button look="quiet" data-control="my-data.stop-erasing">
          {t('erase.stop')}
        </Button>
      </form>
    </Notice>
  );
}
