import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'note' | 'good' | 'warn' | 'bad';

const icons: Readonly<Record<Tone, IconName>> = { note: 'note', good: 'good', warn: 'warn', bad: 'bad' };

/** Something that whoever reads the page should know now. `isNews`: it came from what they just did, so it is read out. */
export function Notice({
  tone = 'note',
  title,
  isNews = false,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly isNews?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={tone === 'note' ? 'notice' : `notice notice-${tone}`} role={isNews ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title ? <p class="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** Why what was asked for could not be done; nothing when it could. */
export function Refusal({ because }: { readonly because: string | null }) {
  return because ? (
    <Notice tone="bad" isNews>
      <p>{because}</p>
    </Notice>
  ) : null;
}
