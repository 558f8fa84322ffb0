/** Keeps the screen lit while it is shown, where the browser can. Returns the way to let it sleep. */
export function stayAwake(): () => void {
  // Older browsers have none; the code is shown all the same.
  const lock = navigator.wakeLock?.request('screen').catch((error: unknown) => {
    console.warn('The screen may go dark', error);
    return undefined;
  });
  return () => void lock?.then(held => held?.release());
}
