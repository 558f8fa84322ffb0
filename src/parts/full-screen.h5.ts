/** Takes the whole screen where the browser lets it, until `onLeft`: Escape there ends it, and the page hears of nothing else. */
export function fillScreen(onLeft: () => void): () => void {
  const root = document.documentElement;
  // An iPhone has none; what is shown fills the window all the same.
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
