import { Editor } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import StarterKit from '@tiptap/starter-kit';
import { plainHtml, unwrapItems } from './shared/same-html.ts';

/**
 * A text as it will look, to write in. It is offered only where it can hold all that the author's HTML says: what it would
 * lose stays in the field with the source, and nothing is ever lost by looking.
 */
const extensions = (files: string) => [
  StarterKit.configure({
    trailingNode: false,
    link: { openOnClick: false, autolink: false, HTMLAttributes: { rel: null, target: null, class: null } },
  }),
  // The course's own pictures have no address here but through the studio.
  Image.configure({ inline: true }).extend({
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('img');
        const src = String(node.attrs.src ?? '');
        dom.alt = String(node.attrs.alt ?? '');
        if (src.startsWith('/static/')) dom.src = files + src.slice('/static/'.length);
        return { dom };
      },
  }),
];

function enhance(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const template = form.querySelector<HTMLTemplateElement>('template[data-rich]');
  const frame = template?.content.firstElementChild?.cloneNode(true);
  if (!field || !(frame instanceof HTMLElement)) return;
  const place = frame.querySelector<HTMLElement>('[data-rich-text]');
  const note = frame.querySelector<HTMLElement>('[data-rich-note]');
  if (!place || !note) return;
  field.before(frame);
  let isOwn = false;
  const editor = new Editor({
    element: place,
    extensions: extensions(form.dataset.files ?? ''),
    injectCSS: false,
    content: '',
    editorProps: {
      attributes: {
        class: 'author prose rich-text',
        'aria-label': field.labels?.[0]?.textContent ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
      },
      handlePaste: (_view, event) => takePictures(event.clipboardData, frame, form, editor),
      handleDrop: (_view, event) => takePictures(event.dataTransfer, frame, form, editor),
    },
    onUpdate: () => {
      isOwn = true;
      field.value = htmlOf(editor);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      isOwn = false;
    },
    onTransaction: () => showState(frame, editor),
  });

  const view = (isRich: boolean) => {
    const fits = isRich && takes(editor, field.value);
    note.hidden = !isRich || fits;
    place.hidden = !fits;
    field.hidden = fits;
    // A field that can't be seen can't be asked for by the browser.
    field.required = !fits;
    frame.querySelector<HTMLElement>('[data-rich-bar]')!.hidden = !fits;
    for (const button of frame.querySelectorAll<HTMLElement>('[data-rich-view]')) {
      button.setAttribute('aria-pressed', String((button.dataset.richView === 'rich') === fits));
    }
  };
  frame.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const close = button?.dataset.richClose;
    if (close !== undefined) {
      const dialog = button!.closest('dialog')!;
      const isFit = [...dialog.querySelectorAll('input')].every((input) => input.reportValidity());
      if (close === '' || isFit) dialog.close(close);
    } else if (button?.dataset.richView) view(button.dataset.richView === 'rich');
    else if (button?.dataset.rich) run(editor, button.dataset.rich, frame);
  });
  field.addEventListener('input', () => {
    if (!isOwn) note.hidden = true;
  });
  view(true);
}

/** Sends the first picture among what was pasted or dropped, once it was said what it shows. */
function takePictures(data: DataTransfer | null, frame: HTMLElement, form: HTMLFormElement, editor: Editor): boolean {
  const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
  if (!file) return false;
  ask(frame, 'picture', { alt: '' }, ({ alt = '' }) => void sendPicture(file, alt, form, editor));
  return true;
}

async function sendPicture(file: File, alt: string, form: HTMLFormElement, editor: Editor): Promise<void> {
  const body = new FormData();
  body.append('alt', alt);
  body.append('file', file);
  const answer = await fetch(form.dataset.pictures ?? '', { method: 'POST', body, headers: { 'x-part': '1' } }).catch(
    () => null,
  );
  if (answer?.ok) {
    const { src } = (await answer.json()) as { src: string };
    editor.chain().focus().setImage({ src, alt }).run();
    return;
  }
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
  const said = page.querySelector('main .lead')?.textContent ?? form.dataset.failed ?? '';
  const place = form.querySelector('[data-autosave-state]');
  if (place) place.textContent = said;
}

/** Puts the HTML into the editor, and says whether it came out the same. */
function takes(editor: Editor, html: string): boolean {
  // What runs is not even read: the text view has no place for it.
  if (/<(?:script|style|iframe|object|embed|svg|math)\b|[\s/"']on[a-z]+\s*=|javascript:/i.test(html)) return false;
  editor.commands.setContent(html, { emitUpdate: false });
  return html.trim() === '' || plainHtml(htmlOf(editor)) === plainHtml(html);
}

function htmlOf(editor: Editor): string {
  if (editor.isEmpty) return '';
  const template = document.createElement('template');
  template.innerHTML = editor.getHTML();
  unwrapItems(template.content);
  return template.innerHTML.replace(/(<\/(?:p|h[1-6]|ul|ol|li|blockquote|pre)>|<hr>)(?=<)/g, '$1\n');
}

type Chain = ReturnType<Editor['chain']>;

const commands: Readonly<Record<string, (chain: Chain) => Chain>> = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 3 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  quote: (chain) => chain.toggleBlockquote(),
  code: (chain) => chain.toggleCodeBlock(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};

function run(editor: Editor, what: string, frame: HTMLElement): void {
  const chain = () => editor.chain().focus();
  if (what === 'link') {
    ask(frame, what, { href: String(editor.getAttributes('link').href ?? '') }, ({ href = '' }) => {
      const link = chain().extendMarkRange('link');
      (href ? link.setLink({ href }) : link.unsetLink()).run();
    });
  } else if (what === 'image') {
    ask(frame, what, { src: '/static/', alt: '' }, ({ src = '', alt = '' }) => {
      chain().setImage({ src, alt }).run();
    });
  } else commands[what]?.(chain()).run();
}

/** Asks in a dialog of the page, and does it with what was typed; nothing when it was closed. */
function ask(
  frame: HTMLElement,
  name: string,
  values: Readonly<Record<string, string>>,
  act: (typed: Readonly<Record<string, string>>) => void,
): void {
  const dialog = frame.querySelector<HTMLDialogElement>(`dialog[data-rich-ask="${name}"]`);
  if (!dialog) return;
  const inputs = [...dialog.querySelectorAll('input')];
  for (const input of inputs) input.value = values[input.dataset.field ?? ''] ?? '';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'yes') return;
    act(Object.fromEntries(inputs.map((input) => [input.dataset.field ?? '', input.value.trim()])));
  };
  dialog.onkeydown = (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (inputs.every((input) => input.reportValidity())) dialog.close('yes');
  };
  dialog.returnValue = '';
  dialog.showModal();
}

const states: Readonly<Record<string, readonly [name: string, attributes?: object]>> = {
  bold: ['bold'],
  italic: ['italic'],
  heading: ['heading', { level: 3 }],
  bullets: ['bulletList'],
  numbers: ['orderedList'],
  quote: ['blockquote'],
  code: ['codeBlock'],
  link: ['link'],
};

function showState(frame: HTMLElement, editor: Editor): void {
  for (const button of frame.querySelectorAll<HTMLElement>('button[data-rich]')) {
    const state = states[button.dataset.rich ?? ''];
    if (state) button.setAttribute('aria-pressed', String(editor.isActive(...(state as [string, object]))));
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor="html"]')) enhance(form);
