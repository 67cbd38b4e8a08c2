import { eachPart } from './shared/each-part.ts';

/**
 * Things to put on a picture, by pointer or by keyboard: pick one up (drag it, click it, or press Enter), then let it
 * go over a place (or click the place, or press Enter on it). What is where stands in the fields below, which send it.
 */
interface Target {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A thing that can be placed, with the field that says where it is. */
interface Thing {
  readonly label: string;
  readonly field: HTMLSelectElement | HTMLInputElement;
  readonly look: HTMLElement;
}

const least_px = 4;

eachPart('[data-drag-answer]', (box) => {
  const board = box.querySelector<HTMLElement>('.drag-board');
  const picture = board?.querySelector('img');
  if (!board || !picture) return;
  const targets = JSON.parse(box.dataset.targets ?? '[]') as readonly Target[];
  const things = thingsIn(box);
  const tray = element('div', 'drag-tray');
  const voice = element('p', 'only-heard');
  voice.role = 'status';
  board.after(tray, voice);
  box.querySelector('details')?.removeAttribute('open');
  let held: Thing | null = null;

  const say = (words: string | undefined, what: string, where = '') => {
    voice.textContent = (words ?? '').replace('{what}', what).replace('{where}', where);
  };
  const draw = () => {
    for (const chip of box.querySelectorAll('.drag-chip')) chip.remove();
    for (const thing of things) {
      const places = placesOf(thing, targets);
      for (const [x, y] of places) {
        const chip = chipOf(thing, thing === held);
        chip.style.left = `${(x / widthOf(picture)) * 100}%`;
        chip.style.top = `${(y / heightOf(picture)) * 100}%`;
        board.append(chip);
      }
      if (places.length === 0 || isReusable(thing.field)) tray.append(chipOf(thing, thing === held));
    }
    board.classList.toggle('drag-open', held !== null);
  };
  const hold = (thing: Thing | null) => {
    held = thing;
    draw();
    if (thing) say(box.dataset.taken, thing.label);
  };
  /** Null takes it off the picture. */
  const put = (thing: Thing, target: Target | null, point: readonly [number, number] | null) => {
    if (target && box.dataset.one === 'true') for (const other of things) if (other !== thing) take(other, target.id);
    place(thing.field, target?.id ?? (point ? `[${point.join()}]` : ''));
    hold(null);
    const where = target?.id ?? point?.join(', ');
    say(where ? box.dataset.placed : box.dataset.away, thing.label, where);
    focusOn(thing);
  };
  const focusOn = (thing: Thing) =>
    [...box.querySelectorAll<HTMLElement>('.drag-chip')].find((chip) => ownerOf.get(chip) === thing)?.focus();
  const ownerOf = new WeakMap<Element, Thing>();

  function chipOf(thing: Thing, isHeld: boolean): HTMLButtonElement {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'drag-chip';
    chip.ariaPressed = String(isHeld);
    chip.disabled = thing.field.disabled;
    chip.append(...[...thing.look.childNodes].map((node) => node.cloneNode(true)));
    chip.querySelector('.only-heard')?.remove();
    ownerOf.set(chip, thing);
    chip.addEventListener('click', () => {
      hold(held === thing ? null : thing);
      focusOn(thing);
    });
    chip.addEventListener('pointerdown', (event) => drag(event, chip, thing));
    return chip;
  }

  /** A drag begins once the pointer has moved; below that it is a click. */
  function drag(start: PointerEvent, chip: HTMLElement, thing: Thing): void {
    if (chip.matches(':disabled') || start.button !== 0) return;
    let isMoved = false;
    const move = (event: PointerEvent) => {
      const [dx, dy] = [event.clientX - start.clientX, event.clientY - start.clientY];
      isMoved ||= Math.hypot(dx, dy) > least_px;
      if (isMoved) chip.style.transform = `translate(${dx}px, ${dy}px)`;
    };
    const end = (event: PointerEvent) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      if (!isMoved) return;
      // The click that follows a drag is not meant.
      addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
      setTimeout(() => drop(event, thing));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  }

  function drop(event: PointerEvent, thing: Thing): void {
    const point = pointIn(picture!, event);
    const target = point && targets.find((one) => isInside(one, point));
    if (targets.length > 0) put(thing, target ?? null, null);
    else put(thing, null, point);
  }

  for (const target of targets) {
    const button = element('button', 'drag-target') as HTMLButtonElement;
    button.type = 'button';
    button.ariaLabel = target.id;
    const set = () => {
      button.style.left = `${(target.x / widthOf(picture)) * 100}%`;
      button.style.top = `${(target.y / heightOf(picture)) * 100}%`;
      button.style.width = `${(target.width / widthOf(picture)) * 100}%`;
      button.style.height = `${(target.height / heightOf(picture)) * 100}%`;
    };
    button.addEventListener('click', () => held && put(held, target, null));
    picture.addEventListener('load', set);
    set();
    board.append(button);
  }
  if (targets.length === 0) {
    picture.addEventListener('click', (event) => held && put(held, null, pointIn(picture, event)));
  }
  picture.draggable = false;
  picture.addEventListener('load', draw);
  box.addEventListener('change', draw);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && held) hold(null);
    if ((event.key === 'Delete' || event.key === 'Backspace') && event.target instanceof Element) {
      const thing = ownerOf.get(event.target);
      if (thing) put(thing, null, null);
    }
  });
  draw();
});

function thingsIn(box: HTMLElement): readonly Thing[] {
  return [...box.querySelectorAll<HTMLElement>('[data-drag]')].flatMap((row) => {
    const field = row.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
    const look = row.querySelector<HTMLElement>('label');
    return field && look ? [{ label: row.dataset.drag ?? '', field, look }] : [];
  });
}

function isReusable(field: Thing['field']): field is HTMLSelectElement {
  return field instanceof HTMLSelectElement && field.multiple;
}

/** What can be used again is added to a place; anything else moves there. */
function place(field: Thing['field'], value: string): void {
  if (!isReusable(field)) field.value = value;
  else
    for (const option of field.options) option.selected = value !== '' && (option.selected || option.value === value);
}

function take({ field }: Thing, target: string): void {
  if (isReusable(field)) for (const option of field.options) option.selected &&= option.value !== target;
  else if (field.value === target) field.value = '';
}

function placesOf({ field }: Thing, targets: readonly Target[]): readonly (readonly [number, number])[] {
  const values =
    field instanceof HTMLSelectElement ? [...field.selectedOptions].map(({ value }) => value) : [field.value];
  return values.flatMap((value) => {
    const target = targets.find(({ id }) => id === value);
    if (target) return [[target.x + target.width / 2, target.y + target.height / 2] as const];
    const found = /^\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]\s*$/.exec(value);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
}

function isInside({ x, y, width, height }: Target, [px, py]: readonly [number, number]): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

/** Across and down in the picture's own pixels; null beside it. */
function pointIn(picture: HTMLImageElement, event: MouseEvent): readonly [number, number] | null {
  const bounds = picture.getBoundingClientRect();
  const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
  if (x < 0 || y < 0 || x > bounds.width || y > bounds.height) return null;
  const scaled = (value: number, own: number, shown: number) => Math.round((value * own) / shown);
  return [scaled(x, widthOf(picture), bounds.width), scaled(y, heightOf(picture), bounds.height)];
}

const widthOf = (picture: HTMLImageElement) => picture.naturalWidth || picture.width || 1;
const heightOf = (picture: HTMLImageElement) => picture.naturalHeight || picture.height || 1;

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
