export type { NewEvent } from './events.ts';
export { forgetWithdrawn } from './forget-withdrawn.ts';
export { holdings, terms } from './holdings.ts';
export { createIntake, type Intake } from './intake.ts';
export { nameDevice } from './read-browser.ts';
export type { Source } from './visits.ts';
