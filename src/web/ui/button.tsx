import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import type { ControlId } from '../controls.ts';

type Look = 'strong' | 'quiet' | 'danger' | 'link';

interface Shared {
  readonly 'data-control': ControlId;
  readonly look?: Look;
  readonly isSmall?: boolean;
  readonly children: ComponentChildren;
}

/** Does something: sends the form that it stands in. */
export function Button({
  look = 'strong',
  isSmall = false,
  children,
  ...rest
}: Shared &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'name' | 'value' | 'disabled' | 'form' | 'formaction' | 'aria-label'>) {
  return (
    <button type="submit" class={classOf(look, isSmall)} {...rest}>
      {children}
    </button>
  );
}

/** Leads somewhere, and weighs as much as a button. */
export function ButtonLink({
  look = 'strong',
  isSmall = false,
  children,
  ...rest
}: Shared & { readonly href: string }) {
  return (
    <a class={classOf(look, isSmall)} {...rest}>
      {children}
    </a>
  );
}

function classOf(look: Look, isSmall: boolean): string {
  if (look === 'link') return 'button-link';
  return ['button', look === 'strong' ? '' : `button-${look}`, isSmall ? 'button-small' : ''].filter(Boolean).join(' ');
}
