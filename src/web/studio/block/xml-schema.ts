import { problemSchema, type SchemaElement } from '../../../domains/problems/index.ts';
import { formOf } from './form/kind-forms.ts';

const yesNo = ['true', 'false'];
const common = { display_name: [], group_access: [], visible_to_staff_only: yesNo };

/** The attributes of kinds that have no form, or more than their form asks for. */
const more: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  conditional: {
    sources: [],
    attempted: ['True', 'False'],
    correct: ['True', 'False'],
    submitted: ['True', 'False'],
    voted: ['True', 'False'],
    poll_answer: [],
    message: [],
  },
  'drag-and-drop-v2': {
    mode: ['standard', 'assessment'],
    question_text: [],
    max_attempts: [],
    max_items_per_zone: [],
    show_title: yesNo,
    show_question_header: yesNo,
    weight: [],
    data: [],
  },
  'google-calendar': { calendar_id: [], default_view: ['0', '1', '2'] },
  'google-document': { alt_text: [], embed_code: [] },
  library_content: { allow_resetting_children: yesNo },
  lti_consumer: {
    description: [],
    hide_launch: yesNo,
    inline_height: [],
    modal_height: [],
    modal_width: [],
    accept_grades_past_due: yesNo,
  },
  openassessment: {
    submission_start: [],
    submission_due: [],
    text_response: ['required', 'optional', ''],
    text_response_editor: ['text', 'tinymce'],
    file_upload_response: ['required', 'optional', ''],
    allow_latex: ['True', 'False'],
    prompts_type: ['text', 'html'],
  },
  split_test: { user_partition_id: [], group_id_to_child: [] },
  video: {
    youtube: [],
    youtube_id_1_0: [],
    html5_sources: [],
    transcripts: [],
    download_video: yesNo,
    download_track: yesNo,
    start_time: [],
    end_time: [],
  },
};

/** What can be completed where somebody writes the XML of a block. */
export function xmlSchemaOf(tag: string): readonly SchemaElement[] {
  if (tag === 'problem') return problemSchema();
  const asked = (formOf(tag) ?? []).map(({ field, input }): [string, readonly string[]] => [
    field,
    input.type === 'yes' ? yesNo : input.type === 'choice' ? input.options.map(([value]) => value) : [],
  ]);
  return [{ name: tag, isTop: true, attributes: { ...common, ...Object.fromEntries(asked), ...more[tag] } }];
}
