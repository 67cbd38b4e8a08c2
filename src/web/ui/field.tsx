import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n.ts';
import { Icon } from './icon.tsx';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Why it is asked and who sees it. Every field about a person says so (P4, P9d). */
  readonly why?: string;
  /** What is wrong with what was sent, and what to do. */
  readonly error?: string | null;
  readonly isRequired?: boolean;
}

interface InputProps {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'date' | 'datetime-local';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'email';
  readonly maxLength?: number;
}

/** The id of a field's control: errors lead to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** One line to type, with its label, its reason and its error tied to it. */
export function Field({ isShort = false, ...props }: FieldProps & InputProps & { readonly isShort?: boolean }) {
  const { name: _name, label: _label, why: _why, error: _error, isRequired: _isRequired, ...input } = props;
  return (
    <FieldFrame {...props}>
      <input
        class={isShort ? 'input input-short' : 'input'}
        {...tiesOf(props)}
        {...input}
        // Preact has one type of attributes for each type of input; ours are allowed on all of them.
        type={(input.type ?? 'text') as 'text'}
      />
    </FieldFrame>
  );
}

/** Several lines to type. */
export function LongField({
  value = '',
  rows = 6,
  maxLength,
  ...props
}: FieldProps & { readonly value?: string; readonly rows?: number; readonly maxLength?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea class="input input-long" rows={rows} maxLength={maxLength} {...tiesOf(props)} value={value} />
    </FieldFrame>
  );
}

/** One of several, out of a list. */
export function SelectField({
  options,
  value,
  ...props
}: FieldProps & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <FieldFrame {...props}>
      <select class="input" {...tiesOf(props)} value={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A file from the reader's machine. */
export function FileField({ accept, ...props }: FieldProps & { readonly accept: string }) {
  return (
    <FieldFrame {...props}>
      <input class="input input-file" type="file" accept={accept} {...tiesOf(props)} />
    </FieldFrame>
  );
}

/** A box to tick. */
export function CheckField({ isChecked, ...props }: FieldProps & { readonly isChecked: boolean }) {
  return (
    <div class="choice">
      <input type="checkbox" value="yes" checked={isChecked} {...tiesOf(props)} />
      <label for={fieldId(props.name)}>{props.label}</label>
      <Aside {...props} />
    </div>
  );
}

function FieldFrame({ children, ...props }: FieldProps & { readonly children: ComponentChildren }) {
  const { t } = useWords();
  return (
    <div class="field">
      <label for={fieldId(props.name)}>
        {props.label}
        {props.isRequired ? null : <span class="field-optional"> {t('field.optional')}</span>}
      </label>
      <Aside {...props} />
      {children}
    </div>
  );
}

function Aside({ name, why, error }: FieldProps) {
  return (
    <>
      {why ? (
        <p class="field-why" id={`${fieldId(name)}-why`}>
          {why}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${fieldId(name)}-error`}>
          <Icon name="bad" />
          {error}
        </p>
      ) : null}
    </>
  );
}

/** What ties the control to its words: for whoever doesn't see that they stand beside each other. */
function tiesOf({ name, why, error, isRequired }: FieldProps) {
  const id = fieldId(name);
  const described = [error ? `${id}-error` : '', why ? `${id}-why` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: isRequired || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  };
}
