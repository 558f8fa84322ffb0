import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words on their ground, by day and by night: at least 4.5 : 1, large numbers and the edges of controls 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const sheet = readFileSync(join(__dirname, '../../src/styles/tokens.scss'), 'utf8');
const theme = JSON.parse(readFileSync(join(__dirname, '../../src/theme.json'), 'utf8')) as Record<
  'light' | 'dark',
  Record<string, string>
>;

const tokensOf = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name!, value!]));
const night = sheet.indexOf('.hg-dark {');
const day = tokensOf(sheet.slice(0, night));
const TOKENS = { light: day, dark: { ...day, ...tokensOf(sheet.slice(night, sheet.indexOf('.hg-large {'))) } };

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const WORDS = [
  ...['ink', 'ink-2', 'ink-3', 'red-text'].flatMap(ink => ['paper', 'surface'].map(ground => [ink, ground])),
  ['on-red', 'red'],
  ['on-red', 'red-press'],
  ...['open', 'few', 'soon', 'full', 'waiting', 'seated', 'present', 'late', 'absent', 'danger'].map(name => [
    name,
    `${name}-tint`,
  ]),
  ['ink', 'mine'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('%s', kind => {
  const of = (name: string) => TOKENS[kind][name] ?? name;

  test.each(WORDS)('%s on %s can be read', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a control can be seen', () => {
    expect(contrast(of('line-control'), of('surface'))).toBeGreaterThanOrEqual(3);
  });

  test("WeChat's own bars have the colours of the pages, and their words can be read", () => {
    const bars = theme[kind];

    expect(bars.navBackground?.toLowerCase()).toBe(of('paper'));
    expect(bars.background?.toLowerCase()).toBe(of('paper'));
    expect(bars.tabBackground?.toLowerCase()).toBe(of('surface'));
    expect(bars.navText).toBe(kind === 'dark' ? 'white' : 'black');
    expect(contrast(bars.tabText!, bars.tabBackground!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(bars.tabSelected!, bars.tabBackground!)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a button that takes something away', () => {
  const rule = /\.btn--take \{\s*background: var\(--([\w-]+)\);\s*color: var\(--([\w-]+)\);/.exec(
    readFileSync(join(__dirname, '../../src/ui/button.scss'), 'utf8'),
  )!;

  test.each(['light', 'dark'] as const)('%s: it can be read, and is not taken for the one that gives a seat', kind => {
    const [ground, words] = [TOKENS[kind][rule[1]!]!, TOKENS[kind][rule[2]!]!];

    expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ground, TOKENS[kind].red!)).toBeGreaterThanOrEqual(2);
  });
});

test('the measure knows what is known: black on white is 21, and grey on white too faint', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#999999', '#ffffff')).toBeLessThan(4.5);
});
