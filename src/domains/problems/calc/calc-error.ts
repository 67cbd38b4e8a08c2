export type CalcErrorKind =
  | 'brackets'
  | 'syntax'
  | 'variable'
  | 'function'
  | 'division'
  | 'factorial'
  | 'type'
  | 'size';

/** Why an expression has no value. For brackets, variables and functions the message is fit for the learner. */
export class CalcError extends Error {
  readonly kind: CalcErrorKind;

  constructor(kind: CalcErrorKind, message: string) {
    super(message);
    this.name = 'CalcError';
    this.kind = kind;
  }
}
