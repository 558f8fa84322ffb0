import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReleaseNumbers } from '../../../domain/api';
import { OnTheWall } from '../../../src/packages/staff/batch/on-the-wall';
import { releaseNumbers } from '../../../src/packages/staff/batch/release-numbers';
import type { LiveSection } from '../../../src/features/line/live-sums';
import { batch, section, STROKE } from '../sample';

afterEach(cleanup);

/** Somebody joined every tenth of a second. */
const live = (name: string, seated: number, waiting: number, more: Partial<LiveSection> = {}): LiveSection => {
  const card = section({ sectionId: name, name, capacity: 20, waitlistLimit: 10 });
  const joinedAt = Array.from({ length: seated + waiting }, (_, i) => STROKE + (i + 1) * 100);
  return { ...card, seated, waiting, seatsLeft: 20 - seated, waitingLeft: 10 - waiting, joinedAt, ...more };
};
const sections = [live('一班', 20, 3), live('二班', 12, 0)];

const numbers: ReleaseNumbers = {
  seconds: [
    { second: 0, answers: { SEATED: 30, FULL: 100 } },
    { second: 1, answers: { FULL: 20 } },
  ],
  tries: 150,
  placed: 43,
  turnedAway: 117,
  atLeast: false,
  sections: [],
  groups: { courses: [], hours: [], cells: [] },
  trouble: { faults: 0, lastFaultAt: null, waits: 0, instances: 2 },
  countedUntil: STROKE + 62_000,
  pending: false,
};

/** Each test has a batch of its own, because answers are remembered. */
function show(
  now: number,
  {
    shown = sections,
    counted,
    followers,
  }: { shown?: LiveSection[]; counted?: ReleaseNumbers; followers?: number } = {},
) {
  const onClose = jest.fn();
  const batchId = expect.getState().currentTestName!;
  if (counted) releaseNumbers(batchId).put(() => counted);
  render(
    <OnTheWall batch={{ ...batch, batchId }} sections={shown} followers={followers} now={now} onClose={onClose} />,
  );
  return onClose;
}
const text = (id: string) => screen.getByTestId(id).textContent;
const classes = () => screen.getAllByTestId('wall-class').map(one => one.textContent);

test('before the stroke a hall sees how long it is, what there will be, and how many wait for it', () => {
  show(STROKE - 42_000, { followers: 1_203 });

  expect(text('wall-countdown')).toContain('42秒');
  expect(text('wall-offer')).toBe('2 个班40 个名额1203 人等着提醒');
  expect(classes()).toEqual(['茶艺一班20个名额', '茶艺二班20个名额']);
  expect(screen.queryByTestId('wall-sums')).toBeNull();
});

test('after it the sums, and of each class what is left, or who waits and how soon it was full', () => {
  show(STROKE + 125_000);

  expect(text('wall-sums')).toBe('已入座32 / 40候补中3 人满员的班1 / 2开放了2 分 5 秒');
  expect(classes()[0]).toMatch(/^茶艺一班满2\.0 秒(报满)?.*候补 3 人$/);
  expect(classes()[1]).toMatch(/^茶艺二班.*8.*20/);
  expect(screen.queryByTestId('wall-countdown')).toBeNull();
});

test('all full: how long the last seat took, from the first instant to it', () => {
  show(STROKE + 9_000, { shown: [live('一班', 20, 3), live('二班', 20, 0)] });

  expect(text('wall-sums')).toContain('全部报满用了2.0 秒');
});

test('the numbers are there once all is counted, and not a part of them before', () => {
  show(STROKE + 70_000, { counted: { ...numbers, pending: true, tries: 12 } });

  expect(screen.queryByTestId('wall-counted')).toBeNull();
  expect(text('cast')).toContain('多少人来过、多少人没排上，正在汇总');
});

test('counted: how many people came, how many went without, how often they tapped, and the busiest second', () => {
  show(STROKE + 70_000, { counted: numbers });

  expect(text('wall-counted')).toBe('来报名的160 人一个班也没排上117 人一共点了150 次最多一秒130 次');
  expect(text('cast')).toContain('截至 20:01:02');
});

test('where not everybody could be told apart, the numbers of people say so', () => {
  show(STROKE + 70_000, { counted: { ...numbers, atLeast: true } });

  expect(text('wall-counted')).toContain('来报名的至少 160 人');
  expect(text('wall-counted')).toContain('一个班也没排上至少 117 人');
});

test('a class that was called off is neither full nor offered', () => {
  show(STROKE + 5_000, { shown: [...sections, live('停办班', 0, 0, { cancelledAt: STROKE - 1, seatsLeft: 0 })] });

  expect(classes()).toHaveLength(2);
  expect(text('wall-sums')).toContain('满员的班1 / 2');
});

test('more classes than can be read at once: a window for each, and their names page by page', () => {
  const many = Array.from({ length: 90 }, (_, i) => live(`第${i}班`, i % 2 === 0 ? 20 : 12, 0));
  const seen = new Set<string>();
  for (let page = 0; page < 60; page++) {
    show(STROKE + 600_000 + page * 8_000, { shown: many });
    expect(screen.getByTestId('wall-facade').children).toHaveLength(90);
    expect(screen.getByTestId('wall-facade').querySelectorAll('.onwall__pane--lit')).toHaveLength(45);
    const here = classes();
    expect(screen.getByTestId('wall-facade').querySelectorAll('.onwall__pane--here')).toHaveLength(here.length);
    for (const one of here) seen.add(one!);
    cleanup();
    if (seen.size === 90) break;
  }
  expect(seen.size).toBe(90);
});

test('退出投屏 leaves it', () => {
  const onClose = show(STROKE);

  fireEvent.click(screen.getByTestId('leave-cast'));

  expect(onClose).toHaveBeenCalledTimes(1);
});
