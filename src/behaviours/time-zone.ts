/** Fills in the browser's time zone where a form asks for it, so that dates are in the reader's own. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-time-zone]')) field.value ||= timeZone;
