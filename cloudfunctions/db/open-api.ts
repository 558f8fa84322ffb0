/** What became of asking an open API: its answer, WeChat's error code, or nothing in time. */
export type Heard<T> = { answer: T } | { errCode: number } | 'silence';

/**
 * Waits for an open API as long as a person can wait for it, and no longer. Never throws: no open API that we ask is
 * needed for what the person wants.
 */
export async function heard<T>(asking: Promise<T>, patienceMs: number): Promise<Heard<T>> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'silence'>(resolve => (clock = setTimeout(() => resolve('silence'), patienceMs)));
  const answered = asking.then(
    (answer): Heard<T> => {
      const { errCode = 0 } = (answer ?? {}) as { errCode?: number };
      return errCode === 0 ? { answer } : { errCode };
    },
    (error: unknown): Heard<T> => {
      const { errCode } = error as { errCode?: unknown };
      return typeof errCode === 'number' && errCode > 0 ? { errCode } : 'silence';
    },
  );
  const first = await Promise.race([answered, late]);
  clearTimeout(clock);
  return first;
}
