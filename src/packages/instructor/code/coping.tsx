import { Image, View } from '@tarojs/components';
import { dataUri } from '../../../ui/data-uri';
import { told } from '../../../ui/a11y';
import { useAppearance } from '../../../ui/appearance/appearance';

const WIDTH = 375;
const HEIGHT = 22;
const TILES = 19;

const COLOURS = {
  light: { deep: '#8A2D21', tile: '#4A3730', dot: '#C98A5C' },
  dark: { deep: '#5C1F18', tile: '#2A1F1B', dot: '#9A6A44' },
};

/** The coping of tiles on top of the wall. */
export function Coping() {
  const { dark } = useAppearance();
  const { deep, tile, dot } = COLOURS[dark ? 'dark' : 'light'];
  const step = WIDTH / TILES;
  let tiles = '';
  for (let i = 0; i < TILES; i++) {
    const x = ((i + 0.5) * step).toFixed(1);
    tiles += `<circle cx="${x}" cy="5" r="8.4" fill="${tile}"/><circle cx="${x}" cy="5" r="3" fill="${dot}"/>`;
  }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<path d="M0 0H${WIDTH}V${HEIGHT}H0Z" fill="${deep}"/><path d="M0 0H${WIDTH}V4H0Z" fill="${tile}"/>${tiles}</svg>`;
  return (
    <View className="wall" style={{ paddingTop: `${(HEIGHT / WIDTH) * 100}%` }} {...told({ hidden: true })}>
      <Image className="wall__image" src={dataUri(svg)} mode="scaleToFill" />
    </View>
  );
}
