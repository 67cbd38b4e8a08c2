import type { AppletInput } from '../learner-problem.ts';
import { type InputSource, inputBase } from './input-source.ts';

/** What each program needs to know; all other attributes, answers among them, stay behind. */
const settings: Readonly<Record<AppletInput['kind'], readonly string[]>> = {
  jsinput: [
    'html_file',
    'gradefn',
    'get_statefn',
    'set_statefn',
    'initial_state',
    'width',
    'height',
    'title',
    'sop',
    'params',
  ],
  schematic: ['height', 'width', 'parts', 'analyses', 'initial_value', 'submit_analyses'],
  filesubmission: ['allowed_files', 'required_files'],
  matlabinput: ['rows', 'cols', 'tabsize', 'mode'],
  crystallography: ['height', 'width', 'size'],
  vsepr_input: ['height', 'width', 'molecules', 'geometries'],
  editamoleculeinput: ['file', 'missing'],
  designprotein2dinput: ['width', 'height', 'target_shape'],
  editageneinput: ['genex_dna_sequence', 'genex_problem_number'],
  javascriptinput: ['params', 'problem_state', 'display_class', 'display_file'],
};

export function isApplet(name: string): name is AppletInput['kind'] {
  return Object.hasOwn(settings, name);
}

export function appletInput(source: InputSource, kind: AppletInput['kind']): AppletInput {
  const { attributes } = source.element;
  const written = settings[kind].filter((name) => attributes[name] !== undefined);
  return {
    ...inputBase(source),
    kind,
    settings: Object.fromEntries(written.map((name) => [name, source.substitute(attributes[name]!)])),
  };
}
