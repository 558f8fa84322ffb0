import { View } from '@tarojs/components';
import { told } from './a11y';

/** The shapes and the inks are those of icon.scss. */
export type IconName =
  | 'back'
  | 'next'
  | 'check'
  | 'info'
  | 'warn'
  | 'bell'
  | 'clock'
  | 'pass'
  | 'seat'
  | 'home'
  | 'search'
  | 'upload'
  | 'cross'
  | 'dot';
export type Ink = 'ink' | 'ink-2' | 'ink-3' | 'open' | 'soon' | 'waiting' | 'danger' | 'on-wall';

const USUAL = 20;

/** The icon is decoration, because the words beside it say the same. */
export function Icon({
  name,
  ink = 'ink',
  size = USUAL,
  className = '',
}: {
  name: IconName;
  ink?: Ink;
  size?: number;
  className?: string;
}) {
  return (
    <View
      className={`icon icon--${name} icon-in--${ink} ${className}`}
      {...(size === USUAL ? {} : { style: { width: px(size), height: px(size) } })}
      {...told({ hidden: true })}
    />
  );
}

/** Turns a length of the design (375 wide) into an inline style. */
export const px = (length: number): string => `${length}px`;
