import { Refusal } from '../problem-error.ts';
import { attribute, type ResponseKind } from './response.ts';

/** Shown and described here, judged elsewhere: programs (coderesponse) and graders at an address (externalresponse). */
function outsideKind(inputs: readonly string[]): ResponseKind {
  return {
    inputs,
    compile(source) {
      const shown = attribute(source, source.element, 'answer');
      return {
        grade: () => {
          throw new Refusal('needs-outside-grader', 'This question is judged by a grader outside of this site.');
        },
        shown: () => (shown === null ? {} : Object.fromEntries(source.inputs.map(({ id }) => [id, shown]))),
      };
    },
  };
}

export const code = outsideKind(['textbox', 'filesubmission', 'matlabinput']);
export const external = outsideKind(['textline', 'textbox']);
export const javascript = outsideKind(['javascriptinput']);
