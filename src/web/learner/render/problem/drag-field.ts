import type { DragInput } from '../../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { nodesMarkup } from '../author/author-markup.ts';
import type { Compiling } from './compiling.ts';
import { attribute, type Field } from './field.ts';
import { withoutMarks } from './template.ts';

/**
 * Things to put on a picture. Dragging needs a script and a steady hand; choosing a place from a list, or typing one
 * where the author set no places, needs neither. The script moves what stands in the lists.
 */
export async function dragField(input: DragInput, field: Field, c: Compiling): Promise<string> {
  const { t } = c.words;
  c.rendering.scripts.add('drag-answer');
  const picture = input.image ? await pictureMarkup(input.image, input.alt || t('problem.imageAlt'), c) : '';
  let rows = '';
  for (const [at, draggable] of input.draggables.entries()) {
    const icon = draggable.icon ? await pictureMarkup(draggable.icon, '', c) : '';
    const id = `${field.id}-${at}`;
    const label = attribute(draggable.label || draggable.id);
    rows += `<div class="drag-row" data-drag="${label}"><label for="${id}">${icon}<span>${label}</span><span class="only-heard"> · ${escapeMarkup(t('problem.dragChoose'))}</span></label> ${placeField(input, draggable, id, c)}</div>`;
  }
  const targets = JSON.stringify(input.targets);
  const said = { taken: 'dragTaken', placed: 'dragPlaced', away: 'dragAway' } as const;
  const words = Object.entries(said)
    .map(([name, key]) => ` data-${name}="${escapeMarkup(t(`problem.${key}`, { what: '{what}', where: '{where}' }))}"`)
    .join('');
  return `<div class="drag-answer" data-drag-answer data-targets="${attribute(targets)}" data-one="${input.onePerTarget}"${words}><div class="drag-board">${picture}</div><details class="drag-lists" open><summary>${escapeMarkup(t('problem.dragLists'))}</summary>${rows}</details></div>`;
}

type Draggable = DragInput['draggables'][number];

/** A list of places; several may be picked for what can be used again. Without places of the author's, coordinates. */
function placeField(input: DragInput, { id: draggable, reusable }: Draggable, id: string, c: Compiling): string {
  const { t } = c.words;
  const own = `id="${id}" name="${attribute(`${input.id}.${draggable}`)}"${c.slot({ type: 'disabled' })}`;
  if (input.targets.length === 0) {
    const value = c.slot({ type: 'value', id: input.id, part: draggable, start: '' });
    return `<input type="text" ${own} size="12" placeholder="[120,80]" value="${value}" autocomplete="off">`;
  }
  const options = input.targets.map((target) => {
    const picked = c.slot({ type: 'picked', id: input.id, part: draggable, value: target.id, word: 'selected' });
    return `<option value="${attribute(target.id)}"${picked}>${attribute(target.label)}</option>`;
  });
  if (reusable)
    return `<select ${own} multiple size="${Math.min(input.targets.length, 6)}">${options.join('')}</select>`;
  return `<select ${own}><option value="">${escapeMarkup(t('problem.dragNowhere'))}</option>${options.join('')}</select>`;
}

function pictureMarkup(src: string, alt: string, c: Compiling): Promise<string> {
  const attributes = { src: withoutMarks(src), alt };
  return nodesMarkup([{ type: 'element', name: 'img', attributes, children: [] }], 3, c.rendering);
}
