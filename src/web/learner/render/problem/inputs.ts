import type {
  AnnotationInput,
  BoxInput,
  ChoicesInput,
  ChoiceTextInput,
  InputNode,
  LearnerNode,
  OptionInput,
  TextInput,
} from '../../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { urls } from '../../../urls.ts';
import { appletField } from './applet-field.ts';
import type { Compiling } from './compiling.ts';
import { dragField } from './drag-field.ts';
import { attribute, type Field } from './field.ts';
import { imageField } from './image-field.ts';
import { withoutMarks } from './template.ts';

/** The question's own label and descriptions, when they are the input's too. */
export interface Named {
  readonly isLabelled: boolean;
  readonly describedBy: string;
}

/** The field for an input, with the place for its mark. */
export async function inputMarkup(input: InputNode, named: Named | null, c: Compiling): Promise<string> {
  const own = input.label.length > 0 ? await c.markup(input.label) : '';
  const id = `${c.slot({ type: 'prefix' })}-${input.id}`;
  const described = [named?.describedBy ?? '', `${id}-mark`].filter(Boolean).join(' ');
  const label =
    named?.isLabelled && !input.inline ? '' : own ? `<label class="input-label" for="${id}">${own}</label>` : '';
  const heard =
    label === '' && !(named?.isLabelled && !input.inline)
      ? ` aria-label="${attribute(c.words.t('problem.yourAnswer'))}"`
      : '';
  const field: Field = {
    ids: `id="${id}" name="${attribute(input.id)}"${c.slot({ type: 'disabled' })} aria-describedby="${described}"${heard}`,
    id,
    described,
    mark: c.slot({ type: 'mark-name', id: input.id }),
  };
  const tag = input.inline ? 'span' : 'div';
  const markPlace = `<${tag} class="answer-mark" id="${id}-mark">${c.slot({ type: 'mark', id: input.id })}</${tag}>`;
  return `<${tag} class="problem-input"${field.mark}>${label}${await fieldMarkup(input, field, c)}${markPlace}</${tag}>`;
}

async function fieldMarkup(input: InputNode, field: Field, c: Compiling): Promise<string> {
  switch (input.kind) {
    case 'choicegroup':
    case 'checkboxgroup':
    case 'radiogroup':
    case 'choicetext':
      return choices(input, field, c);
    case 'optioninput':
      return select(input, field, c);
    case 'textline':
    case 'formulaequationinput':
    case 'chemicalequationinput':
      return textField(input, field, c);
    case 'textbox':
      return textBox(input, field, c);
    case 'imageinput':
      return imageField(input, field, c);
    case 'annotationinput':
      return annotation(input, field, c);
    case 'drag_and_drop_input':
      return dragField(input, field, c);
    default:
      return appletField(input, field, c);
  }
}

async function choices(input: ChoicesInput | ChoiceTextInput, field: Field, c: Compiling): Promise<string> {
  let html = '';
  const type = input.several ? 'checkbox' : 'radio';
  for (const [at, choice] of input.choices.entries()) {
    const id = `${field.id}-${at}`;
    // The answer of a `choicetext` has the choice's own name as a key.
    const given = input.kind === 'choicetext' ? choice.name : input.id;
    const picked = c.slot({ type: 'picked', id: given, value: choice.name, word: 'checked' });
    html += `<div class="problem-choice"><input type="${type}" id="${id}" name="${attribute(input.id)}" value="${attribute(choice.name)}"${picked}${c.slot({ type: 'disabled' })} aria-describedby="${field.described}"><label for="${id}">${spokenName(choice.body, at, c)}${await c.markup(choice.body)}</label></div>`;
  }
  return html;
}

/** A choice that is a formula or a picture and nothing else has no words that name it for sure: then its number does. */
function spokenName(body: readonly LearnerNode[], at: number, c: Compiling): string {
  const words = plainText(body).replace(/\\\(.*?\\\)|\\\[.*?\\\]|\[(mathjax\w*)\].*?\[\/\1\]|`.*?`/gs, '');
  if (/[\p{L}\p{N}]/u.test(words)) return '';
  return `<span class="only-heard">${escapeMarkup(c.words.t('problem.choice', { number: at + 1 }))} </span>`;
}

function plainText(nodes: readonly LearnerNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'element' ? plainText(node.children) : ''))
    .join('');
}

function select(input: OptionInput, field: Field, c: Compiling): string {
  const options = input.options.map((option) => {
    const picked = c.slot({ type: 'picked', id: input.id, value: option, word: 'selected' });
    return `<option value="${attribute(option)}"${picked}>${attribute(option)}</option>`;
  });
  return `<select ${field.ids}><option value="">${escapeMarkup(c.words.t('problem.pick'))}</option>${options.join('')}</select>`;
}

function textField(input: TextInput, field: Field, c: Compiling): string {
  const value = c.slot({ type: 'value', id: input.id, start: '' });
  if (input.hidden) return `<input type="hidden" name="${attribute(input.id)}" value="${value}">`;
  const size = Math.min(input.size ?? (input.inline ? 10 : 24), 60);
  const trailing = input.trailingText ? ` <span class="trailing-text">${attribute(input.trailingText)}</span>` : '';
  const help = input.inline ? '' : helpFor(input, c);
  return `<input type="text" ${field.ids} size="${size}" value="${value}" autocomplete="off" autocapitalize="off" spellcheck="false"${previewOf(input, c)}>${trailing}${help}`;
}

function helpFor({ preview }: TextInput, c: Compiling): string {
  if (preview === 'none') return '';
  const { t } = c.words;
  const words = t(preview === 'formula' ? 'problem.formula' : 'problem.chemistry');
  return `<p class="input-help">${escapeMarkup(words)}</p><output class="preview" aria-label="${escapeMarkup(t('problem.preview'))}"></output>`;
}

/** The behaviour `preview` fills the place below the field. */
function previewOf({ preview, inline }: TextInput, c: Compiling): string {
  if (preview === 'none' || inline) return '';
  c.rendering.scripts.add('preview');
  return ` data-preview="${preview}" data-preview-url="${urls.preview()}"`;
}

function textBox(input: BoxInput, field: Field, c: Compiling): string {
  const rows = Math.min(Math.max(input.rows, 2), 30);
  // A browser swallows a line break right behind the tag.
  return `<textarea ${field.ids} rows="${rows}" spellcheck="false" class="code-box">\n${c.slot({ type: 'value', id: input.id, start: withoutMarks(input.start) })}</textarea>`;
}

async function annotation(input: AnnotationInput, field: Field, c: Compiling): Promise<string> {
  const name = attribute(input.id);
  const said = [
    input.title && `<h3>${attribute(input.title)}</h3>`,
    input.text && `<blockquote>${attribute(input.text)}</blockquote>`,
    input.comment && `<p>${attribute(input.comment)}</p>`,
  ];
  const options = input.options.map((option, at) => {
    const id = `${field.id}-${at}`;
    const picked = c.slot({ type: 'picked', id: input.id, part: 'options', value: String(at), word: 'checked' });
    return `<div class="problem-choice"><input type="radio" id="${id}" name="${name}.option" value="${at}"${picked}${c.slot({ type: 'disabled' })}><label for="${id}">${attribute(option)}</label></div>`;
  });
  const comment = c.slot({ type: 'value', id: input.id, part: 'comment', start: '' });
  const prompt = attribute(input.commentPrompt) || escapeMarkup(c.words.t('problem.comment'));
  return `${said.filter(Boolean).join('')}<label class="input-label" for="${field.id}-c">${prompt}</label><textarea id="${field.id}-c" name="${name}.comment" rows="4"${c.slot({ type: 'disabled' })}>\n${comment}</textarea><fieldset><legend class="input-label">${attribute(input.tagPrompt) || escapeMarkup(c.words.t('problem.tag'))}</legend>${options.join('')}</fieldset>`;
}
