import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Does something when the network comes back, while `when` is true. */
export function useNetworkBack(then: () => void, when: boolean): void {
  const latest = useRef(then);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => {
    if (!when) return undefined;
    const back = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) latest.current();
    };
    Taro.onNetworkStatusChange(back);
    return () => Taro.offNetworkStatusChange(back);
  }, [when]);
}
