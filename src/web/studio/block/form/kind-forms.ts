import { askingDefaults } from '../../../../domains/learning/index.ts';
import type { FormField, FormInput } from './form-field.ts';

const text: FormInput = { type: 'text' };
const long: FormInput = { type: 'long' };
const yes: FormInput = { type: 'yes' };
const count = (least: number, most: number): FormInput => ({ type: 'whole', least, most });

const feedback: FormField = {
  field: 'feedback',
  label: 'author.form.feedback',
  why: 'author.form.feedbackWhy',
  input: long,
  otherwise: '',
};
const isPrivate: FormField = {
  field: 'private_results',
  label: 'author.form.private',
  why: 'author.form.privateWhy',
  input: yes,
  otherwise: 'false',
};
const submissions: FormField = {
  field: 'max_submissions',
  label: 'author.form.submissions',
  why: 'author.form.submissionsWhy',
  input: count(0, 1000),
  otherwise: '1',
};

const discussion: readonly FormField[] = [
  { field: 'discussion_category', label: 'author.form.category', input: text, otherwise: 'Week 1', isRequired: true },
  {
    field: 'discussion_target',
    label: 'author.form.subcategory',
    why: 'author.form.subcategoryWhy',
    input: text,
    otherwise: 'Topic-Level Student-Visible Label',
    isRequired: true,
  },
];

const poll: readonly FormField[] = [
  {
    field: 'question',
    label: 'author.form.question',
    why: 'author.form.markdownWhy',
    input: long,
    otherwise: askingDefaults.poll.question,
    isRequired: true,
  },
  {
    field: 'answers',
    label: 'author.form.answers',
    why: 'author.form.itemsWhy',
    input: { type: 'items', hasPictures: true, least: 2 },
    otherwise: askingDefaults.poll.answers,
  },
  feedback,
  isPrivate,
  submissions,
];

const survey: readonly FormField[] = [
  {
    field: 'block_name',
    label: 'author.form.heading',
    why: 'author.form.headingWhy',
    input: text,
    otherwise: askingDefaults.survey.block_name,
  },
  {
    field: 'questions',
    label: 'author.form.questions',
    why: 'author.form.itemsWhy',
    input: { type: 'items', hasPictures: true, least: 1 },
    otherwise: askingDefaults.survey.questions,
  },
  {
    field: 'answers',
    label: 'author.form.scale',
    why: 'author.form.scaleWhy',
    input: { type: 'items', hasPictures: false, least: 2 },
    otherwise: askingDefaults.survey.answers,
  },
  feedback,
  isPrivate,
  submissions,
];

const wordCloud: readonly FormField[] = [
  { field: 'instructions', label: 'author.form.instructions', input: long, otherwise: '' },
  {
    field: 'num_inputs',
    label: 'author.form.inputs',
    input: count(1, 20),
    otherwise: askingDefaults.word_cloud.num_inputs,
  },
  {
    field: 'num_top_words',
    label: 'author.form.topWords',
    input: count(1, 500),
    otherwise: askingDefaults.word_cloud.num_top_words,
  },
  { field: 'display_student_percents', label: 'author.form.percents', input: yes, otherwise: 'true' },
];

const lti: readonly FormField[] = [
  {
    field: 'launch_url',
    label: 'author.form.launch',
    why: 'author.form.launchWhy',
    input: { type: 'address' },
    otherwise: '',
    isRequired: true,
  },
  { field: 'lti_id', label: 'author.form.passport', why: 'author.form.passportWhy', input: text, otherwise: '' },
  {
    field: 'custom_parameters',
    label: 'author.form.parameters',
    why: 'author.form.parametersWhy',
    input: { type: 'lines' },
    otherwise: '[]',
  },
  {
    field: 'launch_target',
    label: 'author.form.target',
    input: {
      type: 'choice',
      options: [
        ['iframe', 'author.form.target.iframe'],
        ['modal', 'author.form.target.modal'],
        ['new_window', 'author.form.target.new_window'],
      ],
    },
    otherwise: 'iframe',
  },
  { field: 'button_text', label: 'author.form.button', input: text, otherwise: '' },
  { field: 'has_score', label: 'author.form.graded', why: 'author.form.gradedWhy', input: yes, otherwise: 'false' },
  {
    field: 'weight',
    label: 'author.form.weight',
    input: { type: 'number', least: 0, most: 1000 },
    otherwise: '1.0',
  },
  {
    field: 'ask_to_send_username',
    label: 'author.form.sendName',
    why: 'author.form.sendWhy',
    input: yes,
    otherwise: 'false',
  },
  {
    field: 'ask_to_send_email',
    label: 'author.form.sendMail',
    why: 'author.form.sendWhy',
    input: yes,
    otherwise: 'false',
  },
];

const done: readonly FormField[] = [
  {
    field: 'align',
    label: 'author.form.align',
    input: {
      type: 'choice',
      options: [
        ['left', 'author.form.align.left'],
        ['right', 'author.form.align.right'],
      ],
    },
    otherwise: 'left',
  },
];

const selection: readonly FormField[] = [
  {
    field: 'source_library_id',
    label: 'author.form.library',
    why: 'author.form.libraryWhy',
    input: { type: 'known', of: 'libraries' },
    otherwise: '',
    isRequired: true,
  },
  {
    field: 'max_count',
    label: 'author.form.count',
    why: 'author.form.countWhy',
    input: count(-1, 1000),
    otherwise: '1',
  },
  {
    field: 'capa_type',
    label: 'author.form.type',
    why: 'author.form.typeWhy',
    input: {
      type: 'choice',
      options: [
        ['any', 'author.form.type.any'],
        ['multiplechoiceresponse', 'author.template.choice'],
        ['choiceresponse', 'author.template.checkboxes'],
        ['optionresponse', 'author.template.dropdown'],
        ['numericalresponse', 'author.template.number'],
        ['stringresponse', 'author.template.text'],
        ['formularesponse', 'author.template.formula'],
        ['customresponse', 'author.template.python'],
        ['imageresponse', 'author.template.image'],
        ['choicetextresponse', 'author.template.choiceText'],
      ],
    },
    otherwise: 'any',
  },
];

/** The forms of those kinds of blocks that have one, by tag. All other settings stay as the XML has them. */
const kindForms: Readonly<Record<string, readonly FormField[]>> = {
  discussion,
  done,
  library_content: selection,
  lti_consumer: lti,
  poll,
  survey,
  word_cloud: wordCloud,
};

/** The fields of a kind's form; null where it is edited in another way. */
export function formOf(tag: string): readonly FormField[] | null {
  return Object.hasOwn(kindForms, tag) ? kindForms[tag]! : null;
}
