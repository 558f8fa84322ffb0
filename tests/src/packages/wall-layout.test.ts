import {
  gridOf,
  nameSize,
  pageOf,
  placeOf,
  planOf,
  stretched,
  widthOf,
  type Grid,
  type Room,
} from '../../../src/packages/staff/batch/wall-layout';

const SCREENS = [
  [1280, 720],
  [1920, 1080],
  [812, 375],
  [375, 812],
] as const;
const COUNTS = [1, 3, 6, 12, 39, 304];
const NAMES = [
  '茶艺一班',
  '古琴入门',
  '智能手机摄影与短视频剪辑周末班',
  '合唱二班',
  '八段锦',
  '太极拳早班',
  'Python 入门',
];
const titles = (count: number): string[] => Array.from({ length: count }, (_, i) => NAMES[i % NAMES.length]!);
const cases = SCREENS.flatMap(([width, height]) => COUNTS.map(count => [count, width, height] as const));
/** The part of the screen that the classes have after the release. */
const roomOf = (width: number, height: number): Room => ({ width: width * 0.956, height: height * 0.6 });

/** How wide the name may be, beside the motif and, on one line, the numbers. Both have an edge. */
const roomForName = ({ shape, cell, motif, name, number }: Grid): number => {
  const inner = cell.width - motif - name * (motif > 0 ? 1.5 : 1);
  return shape === 'tall' ? inner : inner - number * 1.95 - name * 6;
};

test.each(cases)('%i classes on %i × %i fill the room, and none reaches beyond it', (count, width, height) => {
  const room = roomOf(width, height);
  const { grid: usual, pages, facade } = planOf(titles(count), room, Math.min(width, height));
  const above = facade ? facade.height + usual.gap : 0;

  for (let page = 0; page < pages; page++) {
    const { from, to } = pageOf(page, pages, count);
    const grid = stretched(usual, to - from);
    const last = placeOf(to - from - 1, grid);
    expect(to).toBeGreaterThan(from);
    expect(last.top + grid.cell.height + above).toBeLessThanOrEqual(room.height + 0.5);
    expect(last.top + grid.cell.height + above).toBeGreaterThan(room.height * 0.95);
    expect(last.left + grid.cell.width).toBeLessThanOrEqual(room.width + 0.5);
  }
  expect(pageOf(pages - 1, pages, count).to).toBe(count);
  if (facade) {
    const last = placeOf(count - 1, facade);
    expect(last.top + facade.cell.height).toBeLessThanOrEqual(facade.height + 0.5);
    expect(facade.columns * (facade.cell.width + facade.gap)).toBeLessThanOrEqual(room.width + facade.gap + 0.5);
  }
});

test.each(cases)('%i classes on %i × %i: every name is written whole, in two lines at most', (count, width, height) => {
  const { grid } = planOf(titles(count), roomOf(width, height), Math.min(width, height));

  for (const title of titles(count)) {
    const words = widthOf(title) * nameSize(grid, title);
    expect(words).toBeLessThanOrEqual(2 * roomForName(grid));
  }
});

test('the letters can be read across a hall, with however many classes', () => {
  for (const [width, height] of SCREENS.slice(0, 2))
    for (const count of COUNTS) {
      const { grid } = planOf(titles(count), roomOf(width, height), height);
      expect(grid.name).toBeGreaterThanOrEqual(height * 0.023);
    }
});

test('fewer classes have larger letters, and up to twelve have their motif', () => {
  const sizes = [1, 3, 6, 12].map(count => gridOf(titles(count), roomOf(1920, 1080), 1080));

  expect(sizes.map(one => one.name)).toEqual(sizes.map(one => one.name).sort((a, b) => b - a));
  for (const { motif } of sizes) expect(motif).toBeGreaterThan(0);
  expect(gridOf(titles(13), roomOf(1920, 1080), 1080).motif).toBe(0);
});

test('one long name does not make all others small: it is written smaller itself', () => {
  const short = Array.from({ length: 20 }, () => '茶艺一班');
  const all = gridOf([...short, NAMES[2]!], roomOf(1280, 720), 720);

  expect(nameSize(all, '茶艺一班')).toBe(all.name);
  expect(nameSize(all, NAMES[2]!)).toBeLessThan(all.name);
  expect(nameSize(all, NAMES[2]!)).toBeGreaterThanOrEqual(all.name * 0.69);
});
