import { View } from '@tarojs/components';
import type { ITouchEvent } from '@tarojs/components';
import type { KeyboardEvent, PropsWithChildren } from 'react';
import { told, type Told } from './a11y';

export interface TapProps extends Pick<Told, 'label' | 'selected' | 'checked' | 'pressed' | 'hidden'> {
  className?: string;
  onTap?: () => void;
  /** Can be seen and heard, but a tap does nothing. */
  disabled?: boolean;
  role?: 'button' | 'tab' | 'switch' | 'link';
  /** Inside another thing that can be tapped, which must not get this tap. */
  inner?: boolean;
  /** For fingers only, because something inside it says the same to the keyboard and to a screen reader. */
  plain?: boolean;
  /** The one button of a form. Enter in a line of the form presses it. */
  main?: boolean;
  testId?: string;
}

/** Anything that can be pressed with a finger, with the keyboard, or by a screen reader. */
export function Tap({
  className = '',
  onTap,
  disabled,
  role = 'button',
  inner,
  plain,
  main,
  testId,
  children,
  ...rest
}: PropsWithChildren<TapProps>) {
  const press = () => {
    if (!disabled) onTap?.();
  };
  const keyboard =
    process.env.TARO_ENV === 'weapp' || plain
      ? {}
      : {
          tabIndex: disabled ? -1 : 0,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            event.stopPropagation();
            press();
          },
        };
  return (
    <View
      className={className}
      hoverClass={disabled ? 'none' : 'pressed'}
      hoverStopPropagation={inner}
      onClick={(event: ITouchEvent) => {
        if (inner) event.stopPropagation();
        press();
      }}
      {...(testId ? { 'data-testid': testId } : {})}
      {...(main ? { 'data-main': 'yes' } : {})}
      {...(plain ? {} : told({ ...rest, role, disabled }))}
      {...keyboard}
    >
      {children}
    </View>
  );
}
