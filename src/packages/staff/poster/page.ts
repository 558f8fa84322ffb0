/** The paper on which the poster is laid out, in pixels. The colours are the tokens of the light theme. */
export const WIDTH = 1080;
export const MARGIN = 84;

export const PAPER = { ground: '#F7F2E9', line: '#E0D3C0' };
export const INK = { first: '#2B211C', second: '#5C4F46', third: '#73665B', red: '#A83325' };
export const WALL = {
  ground: '#A53A2C',
  deep: '#8A2D21',
  tile: '#4A3730',
  ridge: '#6B5348',
  dot: '#C98A5C',
  unlit: '#782419',
  on: '#FFF8EF',
  quiet: '#F6DFD0',
};
