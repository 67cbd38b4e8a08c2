import { checkSchema, UndeclaredError } from '../../kernel/holdings/index.ts';
import { envelope, eventTypes, type NewEvent } from './events.ts';

/** The pages and controls of the site, by their declared ids: an event may name no other. */
export interface DeclaredNames {
  readonly pages: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
}

/**
 * Passes an event on if all of it is declared. `said` may be anything: a browser sent it.
 *
 * @throws UndeclaredError naming keys, never values
 */
export function checkEvent(said: unknown, by: 'site' | 'browser', names: DeclaredNames): NewEvent {
  checkSchema('an event', envelope, said);
  const event = said as NewEvent;
  const type = Object.hasOwn(eventTypes, event.type) ? eventTypes[event.type] : null;
  if (!type || (by === 'browser' && type.saidBy !== 'browser')) {
    throw new UndeclaredError('an event', ['/type is no declared type that a browser or the site may send']);
  }
  checkSchema(event.type, type.data, event.data);
  if (event.type === 'page.visited' && !names.pages.has(event.data.page)) {
    throw new UndeclaredError(event.type, ['/page is no declared page']);
  }
  if (event.type === 'control.used' && !names.controls.has(event.data.control)) {
    throw new UndeclaredError(event.type, ['/control is no declared control']);
  }
  return event;
}
