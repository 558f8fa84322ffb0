/** Tells each time the network is back. Returns the way to stop. */
export function onNetworkBack(tell: () => void): () => void {
  window.addEventListener('online', tell);
  return () => window.removeEventListener('online', tell);
}
