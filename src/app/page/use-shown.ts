import { useDidHide, useDidShow } from '@tarojs/taro';
import { useContext, useEffect, useState } from 'react';
import { ThisPage } from './this-page';

const tabHidden = () => typeof document !== 'undefined' && document.visibilityState === 'hidden';

/**
 * True while somebody can see this page: it is not under another page, not in the background, and not in another
 * tab.
 */
export function useShown(): boolean {
  const page = useContext(ThisPage);
  // A part of a page may be drawn while another page lies on it, for instance when an answer comes late.
  const [onTop, setOnTop] = useState(page?.onTop ?? true);
  const [away, setAway] = useState(tabHidden);
  const told = (next: boolean) => {
    if (page) page.onTop = next;
    setOnTop(next);
  };
  useDidShow(() => told(true));
  useDidHide(() => told(false));
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const look = () => setAway(tabHidden());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return onTop && !away;
}
