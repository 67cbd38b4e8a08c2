import type { RemarkCode } from '../domains/studio/index.ts';

/** What the check says, in a line of a report; the studio's page has it in the reader's language, with how to mend it. */
export const remarkWords: Readonly<Record<RemarkCode, string>> = {
  'alt-is-file-name': 'a picture is described by its file name',
  'answer-refused': 'the problem refuses the answer that it states itself',
  'answer-refused-by-script': 'the problem’s script refuses the answer that the problem states',
  'block-in-error': 'learners cannot see this block',
  'block-missing': 'a link leads to a block that is not in the course',
  contrast: 'letters hardly stand out from their background',
  'date-unreadable': 'a date cannot be understood, so it does not count',
  'due-after-end': 'due after the course has ended',
  empty: 'nothing is in it',
  'end-before-start': 'the course ends before it starts',
  'enrolment-order': 'enrolment closes, or the course ends, before enrolment opens',
  'file-missing': 'a file is used that is not among the course’s files',
  'heading-skipped': 'headings leave out a level',
  'image-without-alt': 'a picture has no alternative text',
  'link-vague': 'a link does not say where it leads',
  'link-without-text': 'a link has no text',
  'never-opens': 'opens only after the course has ended',
  'no-group-left': 'no group of learners may see it',
  'opens-with-parent': 'set to open before what it stands in, and opens only with that',
  'problem-broken': 'the problem cannot be shown',
  'start-after-due': 'due before it opens',
  'table-without-headers': 'a table has no header cells',
  'video-without-captions': 'a video has no captions',
  'wrong-place': 'it stands where learners never get to',
};
