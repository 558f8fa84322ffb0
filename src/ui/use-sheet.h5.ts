import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { closeDownTo, isTopmost, openSheets, putOpen, takeAway, type OpenSheet } from './open-sheets';
import { keepFocusWithin } from './focus';

/** Handles an open sheet: one Back or Escape closes it, and the keyboard stays within it. */
export function useSheet(paper: RefObject<HTMLElement>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => void (close.current = onClose));
  const [onTop, setOnTop] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  // Runs before the page is painted, so that no key reaches what lies below.
  useLayoutEffect(() => {
    if (!onTop) return undefined;
    const sheet: OpenSheet = { close: () => close.current() };
    putOpen(sheet);
    const release = keepFocusWithin(
      () => paper.current,
      () => isTopmost(sheet),
      () => closeDownTo(openSheets.getState().length - 1),
    );
    return () => {
      takeAway(sheet);
      release();
    };
  }, [onTop, paper]);
}
