import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Folded away on a phone, and opened without a script; where there is room it always lies open, and its label goes. */
export function Fold({
  label,
  isOpen = false,
  children,
}: {
  readonly label: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="fold" open={isOpen}>
      <summary>
        {label}
        <Icon name="next" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
