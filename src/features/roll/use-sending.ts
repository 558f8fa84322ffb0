import { useEffect } from 'react';
import { MINUTE, SECOND } from '../../../domain/base/clock';
import { means } from '../../../domain/base/fate';
import { keepLooking } from '../../app/call/polling';
import { lookAtRoll, rollOf } from './rolls';
import { isHall } from './rows';
import { onNetworkBack } from '../../app/call/network';
import { hasUnsent, openOutbox, outbox } from './outbox';
import { send } from './send';

/** How often something unsent is tried again, and how often a roll is looked at without signal. */
const RETRY_MS = 7 * SECOND;

/** The roll of a hall is large, and nobody reads five hundred names every few seconds. */
const HALL_MS = 10 * SECOND;
const paceOf = (key: string, everyMs: number): number => {
  const { data } = rollOf(key).store.getState();
  return data && isHall(data) ? Math.max(HALL_MS, everyMs) : everyMs;
};

/**
 * Keeps one lesson's roll up to date while its page is visible. If something is unsent, sends it, and the answer is
 * the roll. If nothing is, looks at the roll. Does so at once when the network is back.
 */
export function useRollKeeping(key: string, shown: boolean, everyMs: number): void {
  useEffect(() => {
    if (!shown) return undefined;
    openOutbox();
    const round = async () => {
      if (hasUnsent(key)) {
        await send(key);
        return hasUnsent(key) ? RETRY_MS : paceOf(key, everyMs);
      }
      const answer = await lookAtRoll(key);
      if (answer.ok) return paceOf(key, everyMs);
      return means(answer, 'never') ? MINUTE : RETRY_MS;
    };
    const stop = keepLooking(round);
    const deaf = onNetworkBack(() => void (hasUnsent(key) ? send(key) : lookAtRoll(key)));
    return () => {
      stop();
      deaf();
    };
  }, [key, shown, everyMs]);
}

/** Sends what any lesson still has to send, while the page is visible. */
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
