import { sendEvent } from './shared/send-event.ts';

/** Says which declared link or button was used (P5). */
document.addEventListener('click', (event) => {
  const used = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-control]') : null;
  if (used?.dataset.control) sendEvent({ type: 'control.used', data: { control: used.dataset.control } });
});
