import { useEffect } from 'react';
import { MINUTE, SECOND } from '../../../../domain/base/clock';
import { keepLooking } from '../../../state/polling';
import { lookAtRoll } from '../rolls';
import { onNetworkBack } from './network';
import { hasUnsent, openOutbox, outbox } from './outbox';
import { send } from './send';

/** While something is unsent it is tried so often; without signal a roll is looked at so often. */
const RETRY_MS = 7 * SECOND;

/** What no try will change. */
const FOR_GOOD: ReadonlySet<string> = new Set(['FORBIDDEN', 'SECTION_NOT_FOUND', 'LESSON_NOT_FOUND']);

/**
 * Keeps one lesson's roll up to date while its page is seen: sends what is unsent, whose answer is the roll; looks at the
 * roll where nothing is; both at once when the network is back.
 */
export function useRollKeeping(key: string, shown: boolean, everyMs: number): void {
  useEffect(() => {
    if (!shown) return undefined;
    openOutbox();
    const round = async () => {
      if (hasUnsent(key)) {
        await send(key);
        return hasUnsent(key) ? RETRY_MS : everyMs;
      }
      const answer = await lookAtRoll(key);
      if (answer.ok) return everyMs;
      return FOR_GOOD.has(answer.code) ? MINUTE : RETRY_MS;
    };
    const stop = keepLooking(round);
    const deaf = onNetworkBack(() => void (hasUnsent(key) ? send(key) : lookAtRoll(key)));
    return () => {
      stop();
      deaf();
    };
  }, [key, shown, everyMs]);
}

/** Sends what any lesson still has to send, while the page is seen. */
export function useSendingAll(shown: boolean): void {
  useEffect(() => {
    if (!shown) return undefined;
    openOutbox();
    const sendAll = async () => {
      for (const key of Object.keys(outbox.getState())) if (hasUnsent(key)) await send(key);
    };
    const stop = keepLooking(() => sendAll().then(() => RETRY_MS));
    const deaf = onNetworkBack(() => void sendAll());
    return () => {
      stop();
      deaf();
    };
  }, [shown]);
}
