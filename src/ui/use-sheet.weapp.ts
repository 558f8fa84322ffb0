import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { putOpen, takeAway, type OpenSheet } from './open-sheets';

/** Handles an open sheet: one Back closes it (back-catcher). WeChat's own screen reader stays within a dialog. */
export function useSheet(_paper: RefObject<HTMLElement>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => void (close.current = onClose));
  const [onTop, setOnTop] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  useEffect(() => {
    if (!onTop) return undefined;
    const sheet: OpenSheet = { close: () => close.current() };
    putOpen(sheet);
    return () => takeAway(sheet);
  }, [onTop]);
}
