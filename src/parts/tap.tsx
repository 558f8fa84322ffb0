import { View } from '@tarojs/components';
import type { ITouchEvent } from '@tarojs/components';
import type { KeyboardEvent, PropsWithChildren } from 'react';
import { told, type Told } from './a11y';

export interface TapProps extends Pick<Told, 'label' | 'selected' | 'checked' | 'pressed' | 'hidden'> {
  className?: string;
  onTap?: () => void;
  /** Seen and heard, but a tap does nothing. */
  disabled?: boolean;
  role?: 'button' | 'tab' | 'switch' | 'link';
  /** Inside of another thing that can be tapped: the tap ends here. */
  inner?: boolean;
  /** For the finger only: something inside of it says the same to the keyboard and to a screen reader. */
  plain?: boolean;
  /** The one button of a form: Enter in a line of it presses this. */
  main?: boolean;
  testId?: string;
}

/** Whatever can be tapped: with a finger, with the keyboard, by a screen reader. */
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
