import { View } from '@tarojs/components';
import { told } from './a11y';
import { useAppearance } from './appearance/appearance';
import './coping.scss';
import { dataUri } from './data-uri';
import { px } from './icon';

/** One tile, in the units of its drawing. */
const TILE = 20;
const HEIGHT = 22;

const COLOURS = {
  light: { deep: '#8A2D21', tile: '#4A3730', dot: '#C98A5C' },
  dark: { deep: '#5C1F18', tile: '#2A1F1B', dot: '#9A6A44' },
};

/** The coping of tiles on top of the wall: as many whole tiles as fit the width. */
export function Coping({ height = HEIGHT }: { height?: number }) {
  const { dark } = useAppearance();
  const { deep, tile, dot } = COLOURS[dark ? 'dark' : 'light'];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE}" height="${HEIGHT}" viewBox="0 0 ${TILE} ${HEIGHT}" preserveAspectRatio="none">` +
    `<path d="M0 0H${TILE}V${HEIGHT}H0Z" fill="${deep}"/><path d="M0 0H${TILE}V4H0Z" fill="${tile}"/>` +
    `<circle cx="10" cy="5" r="8.4" fill="${tile}"/><circle cx="10" cy="5" r="3" fill="${dot}"/></svg>`;
  return (
    <View
      className="coping"
      style={{
        height: px(height),
        backgroundImage: `url("${dataUri(svg)}")`,
        backgroundSize: `${px((height * TILE) / HEIGHT)} ${px(height)}`,
      }}
      {...told({ hidden: true })}
    />
  );
}
