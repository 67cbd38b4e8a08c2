import type { DeskRow } from '../../../domains/outreach/index.ts';

/** A file for spreadsheets (RFC 4180), its columns named as the fields are. */

const answers = ['name', 'organisation', 'role', 'country', 'teaches', 'learners', 'plans', 'timing'] as const;
const columns = ['received', 'form', 'state', 'tags', 'email', ...answers];

export const csvHead = `${columns.join(',')}\r\n`;

/** One inquiry as a line. */
export function csvLine(row: DeskRow): string {
  const values = [row.received_at.toISOString(), row.form_key, row.state, row.tags.join('; '), row.email];
  return `${[...values, ...answers.map((name) => row.answers[name] ?? '')].map(cell).join(',')}\r\n`;
}

/** A cell that begins like a formula would be run by a spreadsheet: strangers typed it, so it is made text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
