import type { ComponentChildren } from 'preact';
import { useWords } from '../../i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';

/** A page of the privacy centre, with the way back to its first. */
export function DataFrame({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  return (
    <AccountFrame
      place="data"
      title={title}
      {...(lead ? { lead } : {})}
      trail={<Breadcrumbs steps={[{ label: t('myData.title'), href: urls.myData() }, { label: title }]} />}
    >
      {children}
    </AccountFrame>
  );
}
