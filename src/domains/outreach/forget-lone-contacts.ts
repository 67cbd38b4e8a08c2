import type { Writing } from '../../kernel/database/index.ts';
import { deleteLoneContacts } from './contact-store.ts';

/** Deletes contacts of whom nothing is left: no form, and no consent that stands. @returns how many */
export function forgetLoneContacts(w: Writing<'contact'>): Promise<number> {
  return deleteLoneContacts(w);
}
