/** A link to a frame opens it in its own place instead of on a page of its own. */
document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-load-frame]') : null;
  if (!link) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = link.href;
  frame.title = link.dataset.loadFrame || link.textContent;
  frame.className = link.dataset.sandbox === undefined ? 'film-frame' : 'author-frame';
  if (link.dataset.sandbox === undefined) frame.allow = 'fullscreen; picture-in-picture; encrypted-media; autoplay';
  else {
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-modals');
    frame.dataset.frame = '';
    frame.height = '480';
  }
  link.replaceWith(frame);
  frame.focus();
});
