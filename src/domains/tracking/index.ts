export type { DeclaredNames } from './check-event.ts';
export { type EventName, eventTypes, type NewEvent } from './events.ts';
export { expireEvents, expireVisits } from './expire.ts';
export { holdings, terms } from './holdings.ts';
export { createIntake, type Intake, type Recorded } from './intake.ts';
export { nameDevice } from './read-browser.ts';
export type { Source } from './visits.ts';
