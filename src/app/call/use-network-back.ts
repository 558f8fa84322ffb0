import { useEffect, useRef } from 'react';
import { onNetworkBack } from './network';

/** Does something when the network comes back, while `when` is true. */
export function useNetworkBack(then: () => void, when: boolean): void {
  const latest = useRef(then);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => (when ? onNetworkBack(() => latest.current()) : undefined), [when]);
}
