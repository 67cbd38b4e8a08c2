import type { AppletInput } from '../../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { urls } from '../../../urls.ts';
import type { Compiling } from './compiling.ts';
import { attribute, type Field } from './field.ts';

/** What these programs send is text that a person can write, if they know its form. */
const typed: ReadonlySet<AppletInput['kind']> = new Set([
  'schematic',
  'matlabinput',
  'crystallography',
  'vsepr_input',
  'editamoleculeinput',
  'designprotein2dinput',
  'editageneinput',
]);

/** A question that is a program: its author's own in a sandbox; those of Open edX's that are not here, by what they send. */
export function appletField(input: AppletInput, field: Field, c: Compiling): string {
  const { t } = c.words;
  if (input.kind === 'jsinput') return programField(input, field, c);
  if (!typed.has(input.kind)) return note(t('problem.applet', { kind: input.kind }));
  const start = input.settings.initial_value ?? '';
  const label = `<label class="input-label" for="${field.id}">${escapeMarkup(t('problem.rawLabel'))}</label>`;
  return `${note(t('problem.raw', { kind: input.kind }))}${label}<textarea ${field.ids} rows="4" spellcheck="false" class="code-box">\n${c.slot({ type: 'value', id: input.id, start: attribute(start) })}</textarea>`;
}

const height_px = { least: 100, usual: 500, most: 2_000 };

/** The page and the frame talk by the messages of `behaviours/shared/program-messages.ts`. */
function programField({ id, settings }: AppletInput, field: Field, c: Compiling): string {
  const { words, rendering } = c;
  const target = rendering.links.resolve(settings.html_file ?? '');
  if (target.type !== 'file' || !/html/.test(target.file.mediaType)) return note(words.t('problem.programElsewhere'));
  rendering.scripts.add('frame');
  rendering.scripts.add('program-answer');
  const src = urls.fileFrame(rendering.version.courseKey, target.file.name);
  const title = attribute(settings.title ?? '') || escapeMarkup(words.t('problem.programTitle'));
  const height = Math.min(
    Math.max(Number.parseInt(settings.height ?? '', 10) || height_px.usual, height_px.least),
    height_px.most,
  );
  const functions = { grade: settings.gradefn, 'get-state': settings.get_statefn, 'set-state': settings.set_statefn };
  const data = Object.entries({ ...functions, 'initial-state': settings.initial_state })
    .map(([name, value]) => ` data-${name}="${attribute(value ?? '')}"`)
    .join('');
  const value = c.slot({ type: 'value', id, start: '' });
  const silent = `<p class="problem-refusal program-silent" role="alert" hidden>${escapeMarkup(words.t('problem.programSilent'))}</p>`;
  return `<div class="program-answer" data-program${data}><noscript>${note(words.t('problem.programNeedsScript'))}</noscript><iframe class="author-frame" src="${escapeMarkup(src)}" title="${title}" sandbox="allow-scripts allow-forms allow-modals" height="${height}" data-frame data-least="${height_px.least}" aria-describedby="${field.id}-help"></iframe><p class="input-help" id="${field.id}-help">${escapeMarkup(words.t('problem.program'))}</p><input type="hidden" name="${attribute(id)}" value="${value}">${silent}</div>`;
}

function note(words: string): string {
  return `<p class="block-note">${escapeMarkup(words)}</p>`;
}
