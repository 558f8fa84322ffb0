import { useEffect, useState } from 'react';
import { ARMED_AFTER_MS } from './armed-after';

/**
 * Whether a confirm may be pressed yet. @param what names what it confirms; if this changes, the confirm has to wait
 * again.
 */
export function useArmed(what: string, after = ARMED_AFTER_MS): boolean {
  const [armed, arm] = useState<string>();
  useEffect(() => {
    if (after === 0) return undefined;
    const timer = setTimeout(() => arm(what), after);
    return () => clearTimeout(timer);
  }, [what, after]);
  return after === 0 || armed === what;
}
