/** Whose letters a template is for: those who want to host courses, or those who ask about their data. */
export type TemplateDesk = 'hosting' | 'privacy';

/** Words for replies. Places in braces, such as `{name}`, are filled in. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}
