import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/**
 * Blocks dragged to another place, for whoever likes that better than the buttons: what is dropped is sent by the very form
 * that the list of places sends.
 */
const levels = {
  'studio-section': '.studio-sections',
  'studio-subsection': '.studio-subsections',
  'studio-unit-row': '.studio-units',
  'studio-block': '.studio-blocks',
} as const;

type Level = keyof typeof levels;

const line = document.createElement('div');
line.className = 'studio-drop';
line.setAttribute('aria-hidden', 'true');

let undo = () => {};

function bind(): void {
  undo();
  const parts: (() => void)[] = [];
  for (const level of Object.keys(levels) as Level[]) {
    for (const row of document.querySelectorAll<HTMLElement>(`.${level}[data-block]`)) parts.push(bindRow(row, level));
    for (const list of document.querySelectorAll<HTMLElement>(levels[level])) parts.push(bindList(list, level));
  }
  undo = combine(...parts);
}

function bindRow(row: HTMLElement, level: Level): () => void {
  const handle = row.querySelector<HTMLElement>(':scope > .studio-line, :scope > .studio-block-bar');
  if (!handle || !document.getElementById('ask-move')) return () => {};
  return draggable({
    element: row,
    dragHandle: handle,
    getInitialData: () => ({ level, block: row.dataset.block ?? '' }),
    onDragStart: () => row.classList.add('studio-dragging'),
    onDrop: () => row.classList.remove('studio-dragging'),
  });
}

function bindList(list: HTMLElement, level: Level): () => void {
  return dropTargetForElements({
    element: list,
    canDrop: ({ source }) => source.data.level === level,
    getData: () => ({ parent: list.dataset.parent ?? '' }),
    onDrag: ({ location }) => {
      const next = rowBelow(list, location.current.input.clientY);
      if (next) next.before(line);
      else list.append(line);
    },
    onDragLeave: () => line.remove(),
  });
}

function rowBelow(list: HTMLElement, y: number): Element | null {
  for (const row of list.querySelectorAll(':scope > [data-block]')) {
    const { top, height } = row.getBoundingClientRect();
    if (y < top + height / 2) return row;
  }
  return null;
}

monitorForElements({
  onDrop: ({ source, location }) => {
    const target = location.current.dropTargets[0];
    const next = line.nextElementSibling;
    line.remove();
    const form = document.getElementById('ask-move');
    if (!target || !(form instanceof HTMLFormElement)) return;
    const fields = {
      block: String(source.data.block),
      parent: String(target.data.parent),
      before: next instanceof HTMLElement ? (next.dataset.block ?? '') : '',
    };
    if (fields.before === fields.block) return;
    for (const [name, value] of Object.entries(fields)) {
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
      input.dataset.dragged = '';
      form.append(input);
    }
    form.requestSubmit();
    for (const input of form.querySelectorAll('[data-dragged]')) input.remove();
  },
});

document.addEventListener('mooc.swapped', bind);
bind();
