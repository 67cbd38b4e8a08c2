/** Three dots: there is more to do here. The words stand beside it, for who listens. */
export function MoreSign() {
  return (
    <svg viewBox="0 0 20 20" class="icon" aria-hidden="true">
      <path
        d="M5 10h.01M10 10h.01M15 10h.01"
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
      />
    </svg>
  );
}
