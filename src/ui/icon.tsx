import { Image } from '@tarojs/components';
import { dataUri } from './motifs/motif';
import { useAppearance } from './appearance/appearance';
import { told } from './a11y';

const PATHS = {
  back: '<path d="M14.5 5 8 12l6.5 7"/>',
  next: '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.01"/>',
  warn: '<path d="M12 4.5 20.5 19h-17ZM12 10.5v4M12 16.8v.01"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5h4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  pass: '<path d="M4 12h11M11 7.5l4.5 4.5-4.5 4.5M19.5 5v14"/>',
  seat: '<path d="M7 4v9h10V4M5.5 13h13M7.5 13v7M16.5 13v7"/>',
  home: '<path d="M3.6 11.4 12 4l8.4 7.4"/><path d="M5.8 9.8v9.2a1.3 1.3 0 0 0 1.3 1.3h9.8a1.3 1.3 0 0 0 1.3-1.3V9.8"/>',
  search: '<circle cx="10.5" cy="10.5" r="6"/><path d="m15.2 15.2 4.8 4.8"/>',
  upload:
    '<path d="M8 17.5H6.5a4 4 0 0 1-.6-8 6 6 0 0 1 11.7 1.2 3.5 3.5 0 0 1-.4 6.8H16M12 19.5v-7M9.4 14.8 12 12.2l2.6 2.6"/>',
  cross: '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
  dot: '<circle cx="12" cy="12" r="3.5"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** The colour of an icon. The names and values are those of the tokens, because an image cannot read a variable. */
const INKS = {
  ink: ['#2B211C', '#F4EBE0'],
  'ink-2': ['#5C4F46', '#CBBDB0'],
  'ink-3': ['#73665B', '#A99A8D'],
  open: ['#2C6B50', '#8CCBA8'],
  soon: ['#85560C', '#EDBE6E'],
  waiting: ['#38568A', '#A9C0EA'],
  danger: ['#8F2340', '#F09AAC'],
  'on-wall': ['#FFF8EF', '#FFF8EF'],
} as const;

export type Ink = keyof typeof INKS;

/** The icon is decoration, because the words beside it say the same. */
export function Icon({
  name,
  ink = 'ink',
  size = 20,
  className = '',
}: {
  name: IconName;
  ink?: Ink;
  size?: number;
  className?: string;
}) {
  const { dark } = useAppearance();
  const width = name === 'check' ? 2.4 : name === 'back' || name === 'next' ? 2 : 1.8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="${INKS[ink][dark ? 1 : 0]}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${PATHS[name]}</svg>`;
  return (
    <Image
      className={`icon ${className}`}
      src={dataUri(svg)}
      style={{ width: px(size), height: px(size) }}
      {...told({ hidden: true })}
    />
  );
}

/** Turns a length of the design (375 wide) into an inline style. */
export const px = (length: number): string => `${length}px`;
