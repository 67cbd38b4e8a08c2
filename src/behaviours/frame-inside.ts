/** Inside a frame: tells the page how high the content is, and nothing else. */
const content = document.querySelector<HTMLElement>('.frame-body') ?? document.documentElement;

new ResizeObserver(() => {
  const height = Math.ceil(content.getBoundingClientRect().bottom + window.scrollY);
  parent.postMessage({ type: 'mooc.frame.height', height }, '*');
}).observe(content);
