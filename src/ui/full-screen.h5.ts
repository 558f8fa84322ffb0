/**
 * Fills the whole screen if the browser allows it, until `onLeft`. Escape ends full screen, and the page gets no
 * other event of it.
 */
export function fillScreen(onLeft: () => void): () => void {
  const root = document.documentElement;
  // An iPhone has no full screen; the content fills the window all the same.
  void root.requestFullscreen?.().catch((error: unknown) => console.warn('Not the whole screen', error));
  const onChange = () => {
    if (!document.fullscreenElement) onLeft();
  };
  document.addEventListener('fullscreenchange', onChange);
  return () => {
    document.removeEventListener('fullscreenchange', onChange);
    if (document.fullscreenElement) void document.exitFullscreen();
  };
}
