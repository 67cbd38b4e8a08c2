import type { Feedback } from '../grading.ts';
import type { Marks, PendingFeedback, ResponseSource, Submission } from '../responses/response.ts';
import type { Json } from '../script-runner.ts';
import { pythonName, resultOf } from '../script-text.ts';
import { block } from './feedback-block.ts';

/**
 * What a hint function is given for the marks: it may read them and set hints. What it keeps there for another time is
 * gone with the answer.
 */
const marksInPython = `
class MoocMarks:
    def __init__(self, marks):
        self.marks = marks
        self.hints = []
        self.kept = {}
    def get_property(self, answer_id, name, default=None):
        return self.kept.get((answer_id, name), default)
    def set_property(self, answer_id, name, value):
        self.kept[(answer_id, name)] = value
    def get_npoints(self, answer_id):
        return 1 if self.is_correct(answer_id) else 0
    def get_msg(self, answer_id):
        return ''
    def get_correctness(self, answer_id):
        return self.marks.get(answer_id)
    def is_correct(self, answer_id):
        return self.marks.get(answer_id) == 'correct'
    def set_hint_and_mode(self, answer_id, hint, mode):
        self.hints.append([answer_id, hint, mode])
`;

/** Feedback by a function of the script: `f(answer_ids, student_answers, new_cmap, old_cmap)`. */
export function hintFunction(source: ResponseSource, name: string) {
  return (submission: Submission, marks: Marks): PendingFeedback => ({
    job: {
      code: [
        source.script,
        marksInPython,
        'mooc_new = MoocMarks(mooc_marks)',
        `${pythonName(name)}(mooc_ids, mooc_answers, mooc_new, MoocMarks({}))`,
        'mooc_hints = mooc_new.hints',
      ].join('\n'),
      seed: source.seed,
      globals: {
        seed: source.seed,
        mooc_ids: source.inputs.map(({ id }) => id),
        mooc_answers: Object.fromEntries(
          Object.entries(submission.all).map(([id, sent]) => [id, (sent ?? null) as Json]),
        ),
        mooc_marks: Object.fromEntries(Object.entries(marks.inputs).map(([id, mark]) => [id, mark.correctness])),
      },
      wanted: ['mooc_hints'],
    },
    read: (outcome) => readHints(source, marks, resultOf(outcome, 'mooc_hints')),
  });
}

function readHints(source: ResponseSource, marks: Marks, hints: Json | undefined): readonly Feedback[] {
  const shown = new Map<string, string>();
  for (const hint of Array.isArray(hints) ? hints : []) {
    const [id, text, mode] = Array.isArray(hint) ? hint.map(String) : [];
    if (id !== undefined && text && mode === 'always') shown.set(id, text);
  }
  return [...shown].map(([id, text]) => {
    return { ...block(source, '', marks.inputs[id]?.correctness === 'correct', [text.trim()]), inputId: id };
  });
}
