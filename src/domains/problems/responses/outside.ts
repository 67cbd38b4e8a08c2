import { textContent, walk, writeXml } from '../../../kernel/xml/index.ts';
import { attribute, type Mark, type OutsideTask, type ResponseKind, type ResponseSource } from './response.ts';

const waiting: Mark = { correctness: 'incomplete', points: 0 };

/** Shown here, judged elsewhere: programs (coderesponse) and graders at an address (externalresponse). */
function outsideKind(inputs: readonly string[]): ResponseKind {
  return {
    inputs,
    compile(source) {
      const shown = attribute(source, source.element, 'answer');
      return {
        outside: taskOf(source),
        grade: () => ({ type: 'marks', inputs: Object.fromEntries(source.inputs.map(({ id }) => [id, waiting])) }),
        shown: () => (shown === null ? {} : Object.fromEntries(source.inputs.map(({ id }) => [id, shown]))),
      };
    },
  };
}

function taskOf(source: ResponseSource): OutsideTask {
  const written = [...walk(source.element)].find(({ name }) => name === 'grader_payload');
  return {
    queue: attribute(source, source.element, 'queuename')?.trim() || source.element.name,
    payload: source.substitute(written ? textContent(written).trim() : writeXml(source.element)),
  };
}

export const code = outsideKind(['textbox', 'filesubmission', 'matlabinput']);
export const external = outsideKind(['textline', 'textbox']);
export const javascript = outsideKind(['javascriptinput']);
