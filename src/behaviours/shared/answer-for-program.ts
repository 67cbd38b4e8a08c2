import type { FromProgram, ProgramFunctions, ToProgram } from './program-messages.ts';

/** Inside a frame: hands what the page asks to the author's own functions, and their results back. */
export function answerForProgram(): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== 'string') return;
    const message = JSON.parse(data) as ToProgram;
    if (message.type === 'mooc.program.open') void open(message.functions, message.state);
    if (message.type === 'mooc.program.ask') void answer(message.functions);
  });
  const ready = () => tell({ type: 'mooc.program.ready' });
  if (document.readyState === 'complete') ready();
  else addEventListener('load', ready);
}

async function open({ setState }: ProgramFunctions, state: string): Promise<void> {
  if (setState !== '' && state !== '') await call(setState, state);
}

async function answer({ grade, getState }: ProgramFunctions): Promise<void> {
  const [given, state] = [await call(grade), getState === '' ? null : await call(getState)];
  tell({ type: 'mooc.program.answer', grade: textOf(given), state: state === null ? null : textOf(state) });
}

/** `A.b.c` is `window.A.b.c`, called on `window.A.b`. */
async function call(path: string, ...given: readonly string[]): Promise<unknown> {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let owner: unknown = window;
  for (const name of names) owner = (owner as Record<string, unknown> | undefined)?.[name];
  const found = (owner as Record<string, unknown> | undefined)?.[last];
  return typeof found === 'function' ? await found.apply(owner, given) : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function tell(message: FromProgram): void {
  parent.postMessage(message, '*');
}
