import { eachPart } from './shared/each-part.ts';

/**
 * Things to put on a picture, by pointer or by keyboard: pick one up (drag it, click it, or press Enter), then let it
 * go over a place (or click the place, or press Enter on it). What is where stands in the fields below, which send it.
 */
interface Target {
  readonly id: string;
  readonly label: string;
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

/** One question at work. */
interface Ground {
  readonly box: HTMLElement;
  readonly board: HTMLElement;
  readonly picture: HTMLImageElement;
  readonly tray: HTMLElement;
  readonly voice: HTMLElement;
  readonly targets: readonly Target[];
  readonly things: readonly Thing[];
  /** Which thing a chip on the page is. */
  readonly chips: Map<HTMLElement, Thing>;
  held: Thing | null;
}

/** Across and down in the picture's own pixels. */
type Point = readonly [number, number];

const least_px = 4;

eachPart('[data-drag-answer]', (box) => {
  const board = box.querySelector<HTMLElement>('.drag-board');
  const picture = board?.querySelector('img');
  if (!board || !picture) return;
  const tray = element('div', 'drag-tray');
  const voice = element('p', 'only-heard');
  voice.role = 'status';
  board.after(tray, voice);
  box.querySelector('details')?.removeAttribute('open');
  const targets = JSON.parse(box.dataset.targets ?? '[]') as readonly Target[];
  const ground: Ground = {
    box,
    board,
    picture,
    tray,
    voice,
    targets,
    things: thingsIn(box),
    chips: new Map(),
    held: null,
  };
  for (const target of targets) addTarget(ground, target);
  listen(ground);
  draw(ground);
});

function listen(ground: Ground): void {
  const { box, picture, targets } = ground;
  picture.draggable = false;
  picture.addEventListener('load', () => draw(ground));
  picture.addEventListener('click', (event) => {
    if (ground.held && targets.length === 0) put(ground, ground.held, null, pointIn(picture, event));
  });
  box.addEventListener('change', () => draw(ground));
  box.addEventListener('keydown', (event) => {
    const thing = ground.chips.get(event.target as HTMLElement);
    if (event.key === 'Escape') hold(ground, null);
    if (thing && (event.key === 'Delete' || event.key === 'Backspace')) put(ground, thing, null, null);
  });
}

function draw(ground: Ground): void {
  const { board, tray, picture, chips, things, targets, held } = ground;
  for (const chip of chips.keys()) chip.remove();
  chips.clear();
  for (const thing of things) {
    const places = placesOf(thing, targets);
    for (const [x, y] of places) {
      const chip = makeChip(ground, thing);
      chip.style.left = part(x, widthOf(picture));
      chip.style.top = part(y, heightOf(picture));
      board.append(chip);
    }
    if (places.length === 0 || isReusable(thing.field)) tray.append(makeChip(ground, thing));
  }
  board.classList.toggle('drag-open', held !== null);
}

function makeChip(ground: Ground, thing: Thing): HTMLButtonElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'drag-chip';
  chip.ariaPressed = String(ground.held === thing);
  chip.disabled = thing.field.disabled;
  chip.append(...[...thing.look.childNodes].map((node) => node.cloneNode(true)));
  chip.querySelector('.only-heard')?.remove();
  ground.chips.set(chip, thing);
  chip.addEventListener('click', () => {
    hold(ground, ground.held === thing ? null : thing);
    focusOn(ground, thing);
  });
  chip.addEventListener('pointerdown', (event) => drag(ground, event, chip, thing));
  return chip;
}

function addTarget(ground: Ground, target: Target): void {
  const { board, picture } = ground;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'drag-target';
  button.ariaLabel = target.label;
  const set = () => {
    button.style.left = part(target.x, widthOf(picture));
    button.style.top = part(target.y, heightOf(picture));
    button.style.width = part(target.width, widthOf(picture));
    button.style.height = part(target.height, heightOf(picture));
  };
  button.addEventListener('click', () => ground.held && put(ground, ground.held, target, null));
  picture.addEventListener('load', set);
  set();
  board.append(button);
}

function hold(ground: Ground, thing: Thing | null): void {
  ground.held = thing;
  draw(ground);
  if (thing) say(ground, ground.box.dataset.taken, thing.label);
}

/** Without a place it goes off the picture. */
function put(ground: Ground, thing: Thing, target: Target | null, point: Point | null): void {
  const { box, things } = ground;
  if (target && box.dataset.one === 'true') {
    for (const other of things) if (other !== thing) takeAway(other, target.id);
  }
  place(thing.field, target?.id ?? (point ? `[${point.join()}]` : ''));
  hold(ground, null);
  const where = target?.label ?? point?.join(', ');
  say(ground, where ? box.dataset.placed : box.dataset.away, thing.label, where);
  focusOn(ground, thing);
}

function focusOn({ chips }: Ground, thing: Thing): void {
  [...chips].find(([, one]) => one === thing)?.[0].focus();
}

function say({ voice }: Ground, words = '', what = '', where = ''): void {
  voice.textContent = words.replace('{what}', what).replace('{where}', where);
}

/** A drag begins once the pointer has moved; below that it is a click. */
function drag(ground: Ground, start: PointerEvent, chip: HTMLElement, thing: Thing): void {
  if (chip.matches(':disabled') || start.button !== 0) return;
  const listening = new AbortController();
  let isMoved = false;
  const move = ({ clientX, clientY }: PointerEvent) => {
    const [dx, dy] = [clientX - start.clientX, clientY - start.clientY];
    isMoved ||= Math.hypot(dx, dy) > least_px;
    if (isMoved) chip.style.transform = `translate(${dx}px, ${dy}px)`;
  };
  const end = (event: PointerEvent) => {
    listening.abort();
    if (!isMoved) return;
    // The click that ends a drag is not meant.
    chip.addEventListener('click', (click) => click.stopImmediatePropagation(), { capture: true });
    setTimeout(() => drop(ground, event, thing));
  };
  addEventListener('pointermove', move, listening);
  addEventListener('pointerup', end, listening);
  addEventListener('pointercancel', end, listening);
}

function drop(ground: Ground, event: PointerEvent, thing: Thing): void {
  const { targets, picture } = ground;
  const point = pointIn(picture, event);
  const target = point ? targets.find((one) => isInside(one, point)) : undefined;
  put(ground, thing, target ?? null, targets.length === 0 ? point : null);
}

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

function takeAway({ field }: Thing, target: string): void {
  if (isReusable(field)) for (const option of field.options) option.selected &&= option.value !== target;
  else if (field.value === target) field.value = '';
}

function placesOf({ field }: Thing, targets: readonly Target[]): readonly Point[] {
  const values =
    field instanceof HTMLSelectElement ? [...field.selectedOptions].map(({ value }) => value) : [field.value];
  return values.flatMap((value) => {
    const target = targets.find(({ id }) => id === value);
    if (target) return [[target.x + target.width / 2, target.y + target.height / 2] as const];
    const found = /^\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]\s*$/.exec(value);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
}

function isInside({ x, y, width, height }: Target, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

/** Across and down in the picture's own pixels; null beside it. */
function pointIn(picture: HTMLImageElement, event: MouseEvent): Point | null {
  const bounds = picture.getBoundingClientRect();
  const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
  if (x < 0 || y < 0 || x > bounds.width || y > bounds.height) return null;
  const scaled = (value: number, own: number, shown: number) => Math.round((value * own) / shown);
  return [scaled(x, widthOf(picture), bounds.width), scaled(y, heightOf(picture), bounds.height)];
}

function widthOf(picture: HTMLImageElement): number {
  return picture.naturalWidth || picture.width || 1;
}

function heightOf(picture: HTMLImageElement): number {
  return picture.naturalHeight || picture.height || 1;
}

function part(length: number, whole: number): string {
  return `${(length / whole) * 100}%`;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
