/** Reports each time the network is back. Returns the function that stops it. */
export function onNetworkBack(tell: () => void): () => void {
  window.addEventListener('online', tell);
  return () => window.removeEventListener('online', tell);
}
