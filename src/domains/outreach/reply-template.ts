/** Words for replies. `{name}` and `{organisation}` are filled in. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}
