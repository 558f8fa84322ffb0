import { lookAgainAfter } from '../../../domain/base/pace';

/** What one look brought: in how many ms to look again, or `undefined` if it brought nothing (no network, busy). */
type Look = () => Promise<number | undefined>;

/**
 * Looks again and again at the pace that the server asks for. The pauses vary a little so that a crowd does not look
 * in step, and grow while no answer comes. Returns the function that stops it.
 */
export function keepLooking(look: Look, random: () => number = Math.random): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const round = async () => {
    const asked = await look();
    if (stopped) return;
    failures = asked === undefined ? failures + 1 : 0;
    timer = setTimeout(() => void round(), lookAgainAfter(asked, failures, random));
  };

  void round();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
