import { useEffect, useState } from 'react';
import { SECOND } from '../../../domain/base/clock';
import { serverClock } from './server-clock';

/** For displays in which seconds do not matter: how long ago something was, and whether a lesson has begun. */
export const CALM_MS = 10 * SECOND;

/**
 * The server's time, updated at each full second of the server (or each full `stepMs`). So all phones change their
 * digits, and light up at the stroke, together. It stands still while `running` is false.
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
