/** The mark: an m of two arches, which is also an open book seen from its edge. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <MarkLine class="mark-line" stroke="currentColor" />
    </svg>
  );
}

/** The same as a file of its own, for the browser's tab; its colours hold on light and dark. */
export function MarkFile() {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#17586d" />
      <MarkLine stroke="#fcfaf5" />
    </svg>
  );
}

function MarkLine(props: { readonly class?: string; readonly stroke: string }) {
  return (
    <path
      {...props}
      d="M7 23.5V14.5a4.5 4.5 0 0 1 9 0V23.5M16 23.5V14.5a4.5 4.5 0 0 1 9 0V23.5M16 23.5q-4.5-2.6-9 0M16 23.5q4.5-2.6 9 0"
      fill="none"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}
