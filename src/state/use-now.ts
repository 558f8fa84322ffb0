import { useEffect, useState } from 'react';
import { SECOND } from '../../domain/base/clock';
import { serverClock } from '../api/server-clock';

/** Where no second counts: how long ago something was, and whether a lesson has begun. */
export const CALM_MS = 10 * SECOND;

/**
 * The server's time, told again at each full second of the server (or each full `stepMs`), so that all phones turn
 * their digits, and light up at the stroke, together. Stands still while `running` is false.
 */
export function useServerNow(running: boolean, stepMs = SECOND): number {
  const [now, setNow] = useState(() => serverClock.now());
  useEffect(() => {
    if (!running) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = serverClock.now();
      setNow(at);
      timer = setTimeout(tick, stepMs - (at % stepMs) + 1);
    };
    tick();
    return () => clearTimeout(timer);
  }, [running, stepMs]);
  return now;
}
