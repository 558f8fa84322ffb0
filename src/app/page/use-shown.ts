import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

const tabHidden = () => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/**
 * True while somebody can see this page: it is not under another page, not in the background, and not in another
 * tab.
 */
export function useShown(): boolean {
  const [onTop, setOnTop] = useState(true);
  const [away, setAway] = useState(tabHidden);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const look = () => setAway(tabHidden());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return onTop && !away;
}
