import { useEffect, useState } from 'react';
import { ARMED_AFTER_MS } from './armed-after';

/** Whether a confirm may be pressed yet. @param what it confirms: with another one it is dead anew. */
export function useArmed(what: string, after = ARMED_AFTER_MS): boolean {
  const [armed, arm] = useState<string>();
  useEffect(() => {
    if (after === 0) return undefined;
    const timer = setTimeout(() => arm(what), after);
    return () => clearTimeout(timer);
  }, [what, after]);
  return after === 0 || armed === what;
}
