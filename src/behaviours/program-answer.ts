import { eachPart } from './shared/each-part.ts';
import type { FromProgram, ProgramFunctions, ToProgram } from './shared/program-messages.ts';

/**
 * Questions that are programs of their author's, each in a sandbox: the page gives it the state that was kept, and asks
 * it for answer and state when the form is sent. A frame's words are taken with care: two declared messages, texts of a
 * bounded length, from a frame of this page.
 */
const wait_ms = 3_000;
const most_chars = 20_000;
const asked = new WeakMap<HTMLIFrameElement, (answer: Answer) => void>();

type Answer = Extract<FromProgram, { type: 'mooc.program.answer' }>;

addEventListener('message', ({ data, source }: MessageEvent<FromProgram | null>) => {
  const frame = [...document.querySelectorAll<HTMLIFrameElement>('[data-program] iframe')].find(
    ({ contentWindow }) => contentWindow === source,
  );
  if (!frame) return;
  if (data?.type === 'mooc.program.ready') {
    open(frame);
  }
  if (data?.type === 'mooc.program.answer' && isText(data.grade) && (data.state === null || isText(data.state))) {
    asked.get(frame)?.(data);
  }
});

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= most_chars;

// Only what the script fills has to be asked for, so a form is held up once, and only with such a question in it.
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    const frames = [...form.querySelectorAll<HTMLIFrameElement>('[data-program] iframe')];
    if (frames.length === 0 || form.dataset.programsAsked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void askAll(form, frames, event.submitter);
  },
  { capture: true },
);

async function askAll(form: HTMLFormElement, frames: readonly HTMLIFrameElement[], button: HTMLElement | null) {
  const answers = await Promise.all(frames.map(ask));
  frames.forEach((frame, at) => {
    const place = frame.closest<HTMLElement>('[data-program]');
    const field = place?.querySelector('input');
    const silent = place?.querySelector<HTMLElement>('.program-silent');
    const answer = answers[at];
    if (field && answer) field.value = sentBy(answer);
    if (silent) silent.hidden = Boolean(answer);
  });
  if (answers.includes(null)) return;
  form.dataset.programsAsked = 'true';
  form.requestSubmit(button);
  delete form.dataset.programsAsked;
}

/** As Open edX sends it: a program with a state gives both as JSON. */
function sentBy({ grade, state }: Answer): string {
  return state === null ? grade : JSON.stringify({ answer: grade, state });
}

function ask(frame: HTMLIFrameElement): Promise<Answer | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), wait_ms);
    asked.set(frame, resolve);
    tell(frame, { type: 'mooc.program.ask', functions: functionsOf(frame) });
  });
}

function tell(frame: HTMLIFrameElement, message: ToProgram): void {
  // The frame has no origin that could be named. As text: channels that authors' programs use read every message as JSON.
  frame.contentWindow?.postMessage(JSON.stringify(message), '*');
}

function open(frame: HTMLIFrameElement): void {
  tell(frame, { type: 'mooc.program.open', functions: functionsOf(frame), state: stateFor(frame) });
}

function functionsOf(frame: HTMLIFrameElement): ProgramFunctions {
  const { grade = '', getState = '', setState = '' } = frame.closest<HTMLElement>('[data-program]')?.dataset ?? {};
  return { grade, getState, setState };
}

/** What was kept of the last time, else what the author begins with. */
function stateFor(frame: HTMLIFrameElement): string {
  const place = frame.closest<HTMLElement>('[data-program]');
  const kept = place?.querySelector('input')?.value ?? '';
  try {
    const { state } = JSON.parse(kept) as { readonly state?: unknown };
    if (isText(state)) return state;
  } catch {
    // Nothing was kept, or by a program without a state.
  }
  return place?.dataset.initialState ?? '';
}

// A frame that was ready before this script came has said so to nobody.
eachPart('[data-program] iframe', (frame) => open(frame as HTMLIFrameElement));
