import { apart } from '../../charts/frame';
import { lines } from '../../charts/lines';
import { namedBars } from '../../charts/named-bars';
import { DARK, LIGHT } from '../../charts/palette';
import { stackedBars } from '../../charts/stacked-bars';
import { steppedArea } from '../../charts/stepped-area';

const look = { width: 720, height: 240, size: 14, palette: LIGHT };
const x = { from: 0, to: 60, said: (value: number) => `${value} 秒` };

/** The texts of a chart, with where they stand. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)<\/text>/g)].map(([, tx, ty, said]) => ({
    x: Number(tx),
    y: Number(ty),
    said,
  }));

const seats = (width: number, palette = LIGHT) =>
  steppedArea(
    {
      title: '名额给出的过程',
      x,
      points: [
        [0, 0],
        [10, 100],
        [30, 213],
      ],
      limit: { value: 260, label: '全部 260 个名额' },
      marks: [
        { x: 10, y: 100, label: '古琴满' },
        { x: 11, y: 100, label: '茶艺满' },
      ],
    },
    { ...look, width, palette },
  );

test('a stepped line stays until the next point: no slope between two counts', () => {
  const ink = /<path d="([^"]+)" fill="none"/.exec(seats(720))![1]!;

  const points = [...ink.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, px, py]) => [Number(px), Number(py)] as const);
  expect(points.length).toBeGreaterThan(3);
  for (const [i, [px, py]] of points.slice(1).entries()) {
    const [beforeX, beforeY] = points[i]!;
    expect(px === beforeX || py === beforeY).toBe(true);
  }
});

test('the limit, the last value and one of two marks that would lie on each other are named', () => {
  const said = textsOf(seats(720)).map(one => one.said);

  expect(said).toEqual(expect.arrayContaining(['全部 260 个名额', '213', '古琴满', '260', '130', '0']));
  expect(said).not.toContain('茶艺满');
});

test('on a phone there are fewer labels, and none outside of the picture', () => {
  const wide = textsOf(seats(720));
  const narrow = textsOf(seats(300));

  expect(narrow.length).toBeLessThan(wide.length);
  for (const one of narrow) expect(one.x >= 0 && one.x <= 300).toBe(true);
});

test('a dark chart has none of the light ink', () => {
  const dark = seats(720, DARK);

  expect(dark).toContain(DARK.open);
  expect(dark).not.toContain(LIGHT.open);
});

test('stacked bars: layers stand on each other, and what is nowhere has no name', () => {
  const svg = stackedBars(
    {
      title: '答复',
      x,
      said: String,
      layers: [
        { label: '入座', tone: 'openFill', words: 'open', values: [10, 0] },
        { label: '已满', tone: 'fullFill', words: 'full', values: [30, 40] },
        { label: '稍后再试', tone: 'fewFill', words: 'few', values: [0, 0] },
      ],
    },
    look,
  );

  const bars = [...svg.matchAll(/d="M[\d.]+ ([\d.]+)V([\d.]+)h/g)].map(([, low, high]) => [Number(low), Number(high)]);
  expect(bars).toHaveLength(2);
  expect(bars[1]![0]).toBe(bars[0]![1]);
  const said = textsOf(svg).map(one => one.said);
  expect(said).toEqual(expect.arrayContaining(['入座', '已满']));
  expect(said).not.toContain('稍后再试');
});

test('names at the ends of lines do not lie on each other', () => {
  const svg = lines(
    {
      title: '用时',
      x,
      y: { from: 0, to: 10, said: String },
      lines: ['一半', '九成', '最慢'].map((label, i) => ({
        label,
        tone: 'open' as const,
        points: [[0, 0] as [number, number], [60, 5 + i / 100] as [number, number]],
      })),
    },
    look,
  );

  const ends = textsOf(svg)
    .filter(one => ['一半', '九成', '最慢'].includes(one.said!))
    .map(one => one.y)
    .sort((a, b) => a - b);
  expect(ends).toHaveLength(3);
  expect(ends[1]! - ends[0]!).toBeGreaterThanOrEqual(14);
  expect(ends[2]! - ends[1]!).toBeGreaterThanOrEqual(14);
});

test('labels that are moved apart keep their order and their bounds', () => {
  expect(apart([50, 50, 50], 10, 0, 60)).toEqual([40, 50, 60]);
});

test('words from outside cannot become markup', () => {
  const svg = namedBars({ title: '<a>', bars: [{ label: '<script>"', value: 1, said: '1 & 2', tone: 'open' }] }, look);

  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;&quot;');
  expect(svg).toContain('1 &amp; 2');
});

test('nothing to show is drawn without a number that is none', () => {
  const empty = { title: '', x, limit: { value: 0, label: '' } };
  const all = [
    steppedArea({ ...empty, points: [] }, look),
    stackedBars({ ...empty, said: String, layers: [] }, look),
    lines({ ...empty, y: x, lines: [] }, look),
    namedBars({ title: '', bars: [] }, look),
  ];

  for (const svg of all) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});
