import { answersSvg, chartSvg, curveOf } from '../../../src/features/line/seats-curve';
import { lookOf } from '../../../src/ui/chart-look';
import { STROKE } from '../sample';

const joined = (from: number, howMany: number, stepMs = 1_000) =>
  Array.from({ length: howMany }, (_, i) => STROKE + from + i * stepMs);

describe('how the seats went', () => {
  const sections = [
    { name: '茶艺一班', capacity: 3, joinedAt: joined(500, 5) },
    { name: '剪纸', capacity: 10, joinedAt: joined(700, 2) },
  ];

  test('counts seats and not waits, in the order of time', () => {
    const { points } = curveOf(sections, STROKE, STROKE + 20_000);

    expect(points.map(one => one.at - STROKE)).toEqual([500, 700, 1_500, 1_700, 2_500]);
    expect(points.map(one => one.seats)).toEqual([1, 2, 3, 4, 5]);
  });

  test('marks a section that is full at its last seat', () => {
    expect(curveOf(sections, STROKE, STROKE + 20_000).full).toEqual([
      { name: '茶艺一班', at: STROKE + 2_500, seats: 5 },
    ]);
  });

  test('the axis runs to now while seats go, and stops at the last seat after', () => {
    expect(curveOf([{ name: 'x', capacity: 99, joinedAt: joined(0, 60) }], STROKE, STROKE + 62_000).to).toBe(
      STROKE + 62_000,
    );
    expect(curveOf([{ name: 'x', capacity: 99, joinedAt: joined(0, 61) }], STROKE, STROKE + 9_999_000).to).toBe(
      STROKE + 67_200,
    );
  });

  test('a batch that nobody has joined yet is drawn without a curve', () => {
    const svg = chartSvg(curveOf([], STROKE, STROKE - 1), 260, lookOf(700, 216, false));

    expect(svg).toContain('全部 260 个名额');
    expect(svg).not.toContain('NaN');
  });
});

describe('answers a second', () => {
  test('each kind that came is named once, in the order of how good it is; a kind that did not come is not there', () => {
    const svg = answersSvg(
      [
        { second: 0, answers: { SEATED: 20, FULL: 300 } },
        { second: 2, answers: { FULL: 40, CLASH: 2 } },
      ],
      lookOf(700, 200, false),
    );

    expect([...svg.matchAll(/入座|候补|已满|请稍等/g)].map(([word]) => word)).toEqual(['入座', '已满']);
    expect(svg).not.toContain('NaN');
  });

  test('a release that nobody came to is drawn empty', () => {
    expect(answersSvg([], lookOf(335, 200, true))).not.toContain('NaN');
  });
});
