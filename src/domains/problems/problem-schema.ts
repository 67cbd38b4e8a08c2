import { responseInputs } from './responses/index.ts';

/** An element of the problem language: what may stand in it, and its attributes with the values that each can have. */
export interface SchemaElement {
  readonly name: string;
  /** It may be the outermost. */
  readonly isTop?: boolean;
  /** Left out: anything. */
  readonly children?: readonly string[];
  /** The values are examples or all there are; none where any text may stand. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const any: readonly string[] = [];
const yesNo = ['true', 'false'];

const texts = [
  'p',
  'div',
  'span',
  'pre',
  'ul',
  'ol',
  'table',
  'img',
  'a',
  'b',
  'i',
  'code',
  'sub',
  'sup',
  'br',
  'clarification',
];
const asks = ['label', 'description'];

const problemSettings = {
  display_name: any,
  max_attempts: any,
  weight: any,
  showanswer: [
    'always',
    'answered',
    'attempted',
    'closed',
    'finished',
    'correct_or_past_due',
    'past_due',
    'after_all_attempts',
    'after_all_attempts_or_correct',
    'attempted_no_past_due',
    'never',
  ],
  rerandomize: ['never', 'onreset', 'per_student', 'always'],
  show_reset_button: yesNo,
  submission_wait_seconds: any,
  attempts_before_showanswer_button: any,
  grading_method: ['last_score', 'first_score', 'highest_score', 'average_score'],
  group_access: any,
  visible_to_staff_only: yesNo,
};

/** What each response type has beyond what all have. */
const responses: Readonly<Record<string, Partial<Pick<SchemaElement, 'attributes' | 'children'>>>> = {
  choiceresponse: { attributes: { partial_credit: ['EDC', 'halves'] } },
  coderesponse: { attributes: { queuename: any }, children: ['codeparam'] },
  customresponse: {
    attributes: { cfn: any, expect: any, cfn_extra_args: any, options: any, partial_credit: yesNo },
    children: ['answer'],
  },
  formularesponse: {
    attributes: { answer: any, samples: ['x,y@1,1:5,5#10'], type: ['ci', 'cs'] },
    children: ['responseparam', 'hintgroup'],
  },
  multiplechoiceresponse: {
    attributes: { partial_credit: ['points'], 'targeted-feedback': ['', 'alwaysShowCorrectChoiceExplanation'] },
  },
  numericalresponse: {
    attributes: { answer: any, partial_credit: ['close', 'list', 'close,list'] },
    children: ['responseparam', 'additional_answer', 'correcthint', 'hintgroup'],
  },
  stringresponse: {
    attributes: { answer: any, type: ['ci', 'cs', 'regexp', 'ci regexp'] },
    children: ['additional_answer', 'correcthint', 'stringequalhint', 'regexphint', 'hintgroup'],
  },
  symbolicresponse: { attributes: { expect: any } },
};

const choiceGroup = {
  attributes: { type: ['MultipleChoice'], shuffle: yesNo, 'answer-pool': any },
  children: ['choice'],
};
const typed = { attributes: { size: any, trailing_text: any } };

/** Input fields; what is not here has no attributes of its own. */
const inputs: Readonly<Record<string, Partial<Pick<SchemaElement, 'attributes' | 'children'>>>> = {
  checkboxgroup: { attributes: {}, children: ['choice', 'compoundhint'] },
  checkboxtextgroup: { attributes: {}, children: ['choice'] },
  choicegroup: choiceGroup,
  formulaequationinput: typed,
  drag_and_drop_input: {
    attributes: { img: ['/static/'], one_per_target: yesNo, can_reuse: yesNo },
    children: ['draggable', 'target'],
  },
  imageinput: {
    attributes: { src: ['/static/'], width: any, height: any, alt: any, rectangle: ['(10,10)-(20,30)'], regions: any },
  },
  jsinput: {
    attributes: {
      html_file: ['/static/'],
      gradefn: any,
      get_statefn: any,
      set_statefn: any,
      width: any,
      height: any,
      title: any,
      sop: yesNo,
    },
  },
  optioninput: { attributes: { options: any, correct: any, inline: yesNo }, children: ['option'] },
  radiogroup: { attributes: {}, children: ['choice'] },
  radiotextgroup: { attributes: {}, children: ['choice'] },
  textbox: { attributes: { rows: any, cols: any, mode: ['python', 'xml'] } },
  textline: { attributes: { size: any, math: yesNo, hidden: yesNo, trailing_text: any, correct_answer: any } },
};

const hint = { label: any };

const others: readonly SchemaElement[] = [
  { name: 'label', attributes: {} },
  { name: 'description', attributes: {} },
  { name: 'script', attributes: { type: ['loncapa/python'] } },
  { name: 'answer', attributes: { type: ['loncapa/python'] } },
  { name: 'solution', attributes: { 'explanation-id': any } },
  { name: 'solutionset', children: ['solution'], attributes: {} },
  { name: 'demandhint', children: ['hint'], attributes: {} },
  { name: 'hint', attributes: {} },
  {
    name: 'choice',
    children: [...texts, 'choicehint', 'numtolerance_input', 'decoy_input'],
    attributes: {
      correct: ['true', 'false', 'partial'],
      point_value: ['0.5'],
      name: any,
      fixed: ['true'],
      'explanation-id': any,
    },
  },
  { name: 'choicehint', attributes: { ...hint, selected: yesNo } },
  { name: 'compoundhint', attributes: { ...hint, value: ['A B'] } },
  { name: 'option', children: [...texts, 'optionhint'], attributes: { correct: ['True', 'False'] } },
  { name: 'optionhint', attributes: hint },
  { name: 'correcthint', attributes: hint },
  { name: 'stringequalhint', attributes: { ...hint, answer: any } },
  { name: 'regexphint', attributes: { ...hint, answer: any } },
  { name: 'additional_answer', children: ['correcthint'], attributes: { answer: any } },
  {
    name: 'responseparam',
    attributes: { type: ['tolerance'], default: ['5%', '0.01'], partial_range: ['2'], partial_answers: any },
  },
  { name: 'numtolerance_input', attributes: { answer: any, tolerance: ['0', '5%'] } },
  {
    name: 'hintgroup',
    children: ['stringhint', 'numericalhint', 'formulahint', 'hintpart'],
    attributes: { hintfn: any },
  },
  { name: 'stringhint', attributes: { answer: any, name: any, type: ['ci', 'cs'] } },
  { name: 'numericalhint', attributes: { answer: any, name: any } },
  { name: 'hintpart', attributes: { on: any } },
  { name: 'targetedfeedbackset', children: ['targetedfeedback'], attributes: {} },
  { name: 'targetedfeedback', attributes: { 'explanation-id': any } },
  { name: 'codeparam', children: ['initial_display', 'answer_display', 'grader_payload'], attributes: {} },
  { name: 'draggable', attributes: { id: any, label: any, icon: ['/static/'], can_reuse: yesNo } },
  { name: 'target', attributes: { id: any, x: any, y: any, w: any, h: any } },
  { name: 'img', attributes: { src: ['/static/'], alt: any, width: any, height: any } },
  { name: 'a', attributes: { href: any, target: ['_blank'] } },
];

/** The problem language for whoever writes it: every element with what stands in it and its attributes. */
export function problemSchema(): readonly SchemaElement[] {
  // What `readPlacing` makes of other blocks is no author's word.
  const kinds = Object.entries(responseInputs()).filter(([name]) => name !== 'placingresponse');
  const children = [
    ...texts,
    ...asks,
    ...kinds.map(([name]) => name),
    'script',
    'solution',
    'solutionset',
    'demandhint',
  ];
  const fields = [...new Set(kinds.flatMap(([, names]) => names))];
  return [
    { name: 'problem', isTop: true, children: [...children, 'targetedfeedbackset'], attributes: problemSettings },
    ...kinds.map(([name, names]) => ({
      name,
      children: [...asks, ...names, ...(responses[name]?.children ?? []), ...texts, 'solution'],
      attributes: { ...responses[name]?.attributes },
    })),
    ...fields.map((name) => ({
      name,
      children: inputs[name]?.children ?? [],
      attributes: { label: any, ...inputs[name]?.attributes },
    })),
    ...others,
  ];
}
