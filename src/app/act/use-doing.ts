import { useRef, useState } from 'react';
import type { Sending } from '../../ui/submit';

export interface Doing {
  state: Sending;
  /** Does it, unless it is being done already. `work` answers why it was not done, or nothing. */
  run: (work: () => Promise<string | void>) => Promise<void>;
  /** Says what the form still needs. Nothing was sent. */
  say: (message: string | undefined) => void;
}

/**
 * Something that a person does, with one button: on its way, or not done and why. The work begins within the tap, because
 * WeChat may ask something only then.
 */
export function useDoing(): Doing {
  const [state, setState] = useState<Sending>({ busy: false });
  const running = useRef(false);
  const say = (message: string | undefined) => setState({ busy: false, message });
  const run = async (work: () => Promise<string | void>) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true });
    let message: string | void = undefined;
    try {
      message = await work();
    } finally {
      running.current = false;
      say(message ?? undefined);
    }
  };
  return { state, run, say };
}
