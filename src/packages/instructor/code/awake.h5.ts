/** Keeps the screen lit while the code is shown, if the browser can. Returns the function that lets it sleep again. */
export function stayAwake(): () => void {
  // Older browsers cannot do this; the code is shown all the same.
  const lock = navigator.wakeLock?.request('screen').catch((error: unknown) => {
    console.warn('The screen may go dark', error);
    return undefined;
  });
  return () => void lock?.then(held => held?.release());
}
