/** A problem as a page's part with places for what is the learner's own. Compiled once; filled by joining strings. */
export interface ProblemTemplate {
  readonly pieces: readonly (string | Slot)[];
  /** Style sheet that goes with it, and its hash for `urls.asset`; null when it needs none. */
  readonly css: { readonly hash: string; readonly text: string } | null;
  /** Behaviours that it needs, by their names in `src/behaviours`. */
  readonly scripts: readonly string[];
}

/** A place that depends on the learner. `id` is an input's, where there is one; `part` one of those that its answer has. */
export type Slot =
  /** Makes ids of the page out of the problem's. */
  | { readonly type: 'prefix' }
  | { readonly type: 'action' }
  | { readonly type: 'title' }
  | { readonly type: 'status' }
  /** Feedback, refusal, hints, buttons: all that stands below the questions. */
  | { readonly type: 'outcome' }
  /** A text input's value, escaped. */
  | { readonly type: 'value'; readonly id: string; readonly part?: string; readonly start: string }
  /** ` checked` or ` selected`, when `value` is what was given. */
  | {
      readonly type: 'picked';
      readonly id: string;
      readonly part?: string;
      readonly value: string;
      readonly word: 'checked' | 'selected';
    }
  /** ` data-mark="correct"`, once there is a mark. */
  | { readonly type: 'mark-name'; readonly id: string }
  /** The mark in words with its message, and the right answer once it was asked for. */
  | { readonly type: 'mark'; readonly id: string }
  | { readonly type: 'solution'; readonly index: number }
  /** Feedback that the author aimed at what was picked. */
  | { readonly type: 'feedback'; readonly id: string }
  /** The right areas, drawn over the picture of that size, once they were asked for. */
  | { readonly type: 'areas'; readonly id: string; readonly width: number; readonly height: number }
  /** ` disabled`, when nothing can be submitted. */
  | { readonly type: 'disabled' };

/** Noncharacters of Unicode, which no text can hold: they carry the places through the rendering. */
const opening = '\uFDD0';
const closing = '\uFDD1';

/** Puts slots into markup that is being made, and cuts the whole at them. */
export interface Slots {
  slot(slot: Slot): string;
  cut(html: string): ProblemTemplate['pieces'];
}

export function createSlots(): Slots {
  const slots: Slot[] = [];
  return {
    slot: (slot) => `${opening}${slots.push(slot) - 1}${closing}`,
    cut: (html) =>
      html.split(opening).flatMap((part, at): readonly (string | Slot)[] => {
        if (at === 0) return [part];
        const [number, rest = ''] = part.split(closing);
        return rest === '' ? [slots[Number(number)]!] : [slots[Number(number)]!, rest];
      }),
  };
}

/** Authors' text without the two characters. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uFDD0\uFDD1]/g, '');
}
