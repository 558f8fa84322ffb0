import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Tap, type TapProps } from './tap';

/**
 * - `go`: the one thing to do here; red, once a screen
 * - `line`: takes a place in the waiting list
 * - `take`: takes something away; never in the red that gives a seat
 * - `ink`: another thing that can be done
 * - `ready`: waits for its hour
 * - `quiet`: cannot be done now, or is done rarely
 * - `plain`: the way out
 * - `link`: underlined words within a text
 */
export type ButtonKind = 'go' | 'line' | 'take' | 'ink' | 'ready' | 'quiet' | 'plain' | 'link';

/** `full`: as wide as its column. `small`: as wide as its words. `row`: at the end of a row. */
export type ButtonSize = 'full' | 'small' | 'row';

interface Look {
  kind: ButtonKind;
  size?: ButtonSize | undefined;
  busy?: boolean | undefined;
  className?: string | undefined;
}

export interface ButtonProps extends Omit<TapProps, 'className'>, Look {
  /** It is on its way: turns, and a tap does nothing. */
  busy?: boolean;
  /** Shown while it is busy. If absent, the words stay. */
  busyLabel?: ReactNode;
  /** A tap does nothing yet, but soon will, so it looks as if it did. */
  dead?: boolean;
}

/** The classes of a button, for those that WeChat itself has to draw. */
export function buttonClass({ kind, size = 'full', busy, className }: Look): string {
  const shown = busy ? (kind === 'go' || kind === 'take' ? 'busy' : 'quiet') : kind;
  const own =
    kind === 'link'
      ? `text-link ${size === 'small' ? 'sm' : ''}`
      : size === 'row'
        ? `mini mini--${busy ? 'quiet' : kind}`
        : `btn btn--${shown} ${size === 'small' ? 'btn--small' : ''}`;
  return `${own} ${className ?? ''}`.replace(/ +/g, ' ').trim();
}

/** Something to do. */
export function Button({
  kind,
  size,
  busy,
  busyLabel,
  dead,
  disabled,
  className,
  children,
  ...rest
}: PropsWithChildren<ButtonProps>) {
  const off = disabled && !busy && !dead;
  return (
    <Tap
      {...rest}
      className={`${buttonClass({ kind, size, busy, className })}${off ? ' btn--off' : ''}`}
      disabled={Boolean(disabled || busy || dead)}
    >
      {busy && size !== 'row' && kind !== 'link' && <View className="btn__turn" />}
      {busy && busyLabel !== undefined ? busyLabel : children}
    </Tap>
  );
}
