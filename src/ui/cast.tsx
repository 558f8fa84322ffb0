import { View } from '@tarojs/components';
import { useEffect, useRef, type PropsWithChildren } from 'react';
import { told } from './a11y';
import './cast.scss';
import { fillScreen } from './full-screen';
import { Tap } from './tap';
import { useSheet } from './use-sheet';

interface CastProps {
  label: string;
  className?: string;
  onClose: () => void;
}

/** 投屏: shows over the whole window what a room full of people has to read. Escape, Back and 退出投屏 close it. */
export function Cast({ label, className = '', onClose, children }: PropsWithChildren<CastProps>) {
  const frame = useRef<HTMLElement>(null);
  useSheet(frame, onClose);
  const close = useRef(onClose);
  useEffect(() => void (close.current = onClose));
  useEffect(() => fillScreen(() => close.current()), []);
  return (
    <View
      className={`cast ${className}`}
      ref={frame}
      data-testid="cast"
      {...told({ role: 'dialog', label, modal: true })}
      {...FOCUSABLE}
    >
      {children}
      <Tap className="cast__leave" onTap={onClose} testId="leave-cast">
        退出投屏
      </Tap>
    </View>
  );
}

/** The app moves the focus here; Tab does not. */
const FOCUSABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: -1 };
