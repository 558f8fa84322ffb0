import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ClassRatings, MyRating, RatingOverview, RatingResults } from '../../../domain/api';
import type { Shown } from '../../../domain/rating/shown';
import { me } from '../../../src/app/known/member';
import { myRatings } from '../../../src/features/rating/known';
import { Results } from '../../../src/features/rating/results';
import { silenceText } from '../../../src/features/rating/silence';
import Rate from '../../../src/packages/me/rating/index';
import { Ratings } from '../../../src/packages/instructor/roster/ratings';
import RatingDesk from '../../../src/packages/staff/ratings/index';
import { RatingCards } from '../../../src/pages/mine/rating-cards';
import { serve } from '../server';
import { phone } from '../taro';

const NOW = Date.UTC(2027, 2, 20, 2);
const DAY = 86_400_000;
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  myRatings.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const textOf = (testId: string) => screen.getByTestId(testId).textContent!;

const mine: MyRating = { sectionId: 's1', course: '剪纸', name: '体验班', until: NOW + 5 * DAY, given: false };
const shown: Shown = {
  people: 28,
  came: 38,
  mean: 4.46,
  satisfied: 27 / 28,
  chips: { clear: 0.7, pace: 0.2, place: 0, hours: 0.5, again: 0.9, harder: 0.1 },
  histogram: [0, 0, 1, 13, 14],
};

describe('a worker rates', () => {
  const open = (
    rating: MyRating = mine,
    answer: Parameters<typeof serve>[0]['rating.give'] = { data: { already: false } },
  ) => {
    phone.setParams({ sectionId: 's1' });
    const server = serve({ 'rating.mine': { data: { ratings: [rating] } }, 'rating.give': answer });
    render(<Rate />);
    return server;
  };

  test('a class that can be rated asks among my classes; one that was rated does not', async () => {
    serve({ 'rating.mine': { data: { ratings: [mine, { ...mine, sectionId: 's2', course: '合唱', given: true }] } } });
    render(<RatingCards now={NOW} />);
    await pass(10);

    expect(screen.getAllByTestId('rating-card')).toHaveLength(1);
    tap('star-4');
    expect(phone.went()).toEqual(['/packages/me/rating/index?sectionId=s1&stars=4']);
  });

  test('stars first; then it is sent as it was chosen, and said that it cannot be changed', async () => {
    const server = open();
    await pass(10);
    expect(textOf('no-name')).toBe('不记名：交了就不能改，工会也查不到是谁。');
    tap('rating-send');
    await pass(10);
    expect(textOf('rating-send-fault')).toContain('请先点几颗星');
    expect(server.asked('rating.give')).toBe(0);

    tap('star-4');
    for (const chip of ['clear', 'harder', 'again', 'harder']) tap(`chip-${chip}`);
    fireEvent.change(screen.getByTestId('rating-text'), { target: { value: ' 老师很耐心 ' } });
    tap('rating-send');
    await pass(10);
    expect(server.calls.find(one => one.endpoint === 'rating.give')?.input).toEqual({
      sectionId: 's1',
      stars: 4,
      chips: ['clear', 'again'],
      text: '老师很耐心',
    });
    expect(textOf('rating-given')).toContain('谢谢，已经交给工会');
  });

  test('the stars that were tapped among my classes are lit already', async () => {
    open();
    cleanup();
    phone.setParams({ sectionId: 's1', stars: '3' });
    render(<Rate />);
    await pass(10);
    expect([1, 2, 3, 4, 5].map(stars => textOf(`star-${stars}`)).join('')).toBe('★★★☆☆');
  });

  test('a refusal stands above the button, and the words stay', async () => {
    open(mine, { refuse: 'TEXT_RISKY' });
    await pass(10);
    tap('star-1');
    tap('rating-send');
    await pass(10);
    expect(textOf('rating-send-fault')).toContain('请换个说法再试');
    expect(screen.getByTestId('star-1').textContent).toBe('★');
  });

  test.each([
    ['rated already', { ...mine, given: true }, 'rating-given'],
    ['over', { ...mine, until: NOW }, 'no-rating'],
    ['another class', { ...mine, sectionId: 's9' }, 'no-rating'],
  ])('%s: no form', async (_, rating, testId) => {
    open(rating);
    await pass(10);
    expect(screen.getByTestId(testId)).toBeTruthy();
    expect(screen.queryByTestId('rating-send')).toBeNull();
  });
});

describe('results', () => {
  test('always with how many rated and came; charts are said in words', () => {
    render(<Results shown={shown} />);

    expect(textOf('rating-sums')).toBe('满意96%平均4.5 星');
    expect(textOf('rated')).toBe('评价 28 人 / 来过 38 人。4 星和 5 星算满意。');
    expect(screen.getByLabelText('5 星 14 人；4 星 13 人；3 星 1 人；2 星 0 人；1 星 0 人')).toBeTruthy();
    expect(screen.getByLabelText('还想学 90%；讲得清楚 70%；时间合适 50%；快慢合适 20%；想学更难的 10%')).toBeTruthy();
  });

  test('of few there is no histogram', () => {
    render(<Results shown={{ ...shown, histogram: null }} />);
    expect(screen.queryByTestId('histogram')).toBeNull();
  });

  const window = { from: NOW - DAY, until: NOW + DAY };
  test.each([
    ['no lesson', { window: null, shown: null }, '没有上过课，没有评价'],
    ['not over yet', { window: { from: NOW + 1, until: NOW + DAY }, shown: null }, '最后一次课上完开始评'],
    ['still open', { window, shown: null }, '明天 10:00 收齐，收齐以前谁也看不到'],
    ['too few', { window: { from: 0, until: NOW }, shown: null }, '不到 5 人评，不显示'],
    ['it is shown', { window, shown }, undefined],
  ])('why there is nothing: %s', (_, ratings, text) => {
    expect(silenceText(ratings, NOW)).toBe(text);
  });

  test('an instructor sees them once the last lesson is over, with the texts', () => {
    const ratings: ClassRatings = { window, shown, texts: [{ key: 'k', text: '老师很耐心', hidden: false }] };
    const { rerender } = render(<Ratings ratings={ratings} now={NOW} />);
    expect(textOf('rating-text')).toBe('老师很耐心');
    rerender(<Ratings ratings={{ window, shown: null, texts: [] }} now={NOW - 2 * DAY} />);
    expect(screen.queryByTestId('class-ratings')).toBeNull();
  });
});

describe('the desk', () => {
  const overview: RatingOverview = {
    batches: [
      { key: 'b1', title: '2026 秋季第一期', sum: shown },
      { key: 'b2', title: '2026 秋季第二期', sum: null },
    ],
    courses: [{ key: '合唱', title: '合唱', sum: shown }],
    organisations: [],
  };
  const of = (sectionId: string, change: object) => ({
    sectionId,
    batchId: 'b1',
    batchTitle: '2026 秋季第一期',
    course: '合唱',
    name: '一班',
    instructor: '陈静',
    organisation: '永川区文化馆',
    window: { from: 0, until: NOW },
    shown: null,
    texts: [],
    ...change,
  });
  const results: RatingResults = {
    sum: shown,
    classes: [
      of('s1', { shown, texts: [{ key: 'k1', text: '某某迟到', hidden: false }] }),
      of('s2', { course: '家常川菜' }),
    ],
  };
  beforeEach(() => {
    me.store.setState({ data: { profile: null, roles: ['staff'] } as never, savedAt: NOW, failed: undefined });
  });
  const open = async () => {
    const server = serve({
      'rating.overview': { data: overview },
      'rating.results': { data: results },
      'rating.hide': { data: { sectionId: 's1' } },
      'attendance.appeals': { data: { appeals: [] } },
    });
    render(<RatingDesk />);
    await pass(10);
    return server;
  };

  test('batches, courses, organisations; a batch of small classes says nothing', async () => {
    await open();
    const rows = screen.getAllByTestId('rating-group').map(row => row.textContent);
    expect(rows).toEqual(['2026 秋季第一期满意 96%评价 28 人 / 来过 38 人', '2026 秋季第二期还没有能显示的班']);
    fireEvent.click(screen.getAllByTestId('rating-by')[2]!);
    expect(screen.getByTestId('no-ratings')).toBeTruthy();
  });

  test('a batch opens with its classes; a text is hidden with a reason', async () => {
    const server = await open();
    fireEvent.click(screen.getAllByTestId('rating-group')[0]!);
    await pass(10);
    const classes = screen.getAllByTestId('rated-class').map(one => one.textContent);
    expect(classes[0]).toContain('满意 96%，平均 4.5 星，评价 28 人 / 来过 38 人');
    expect(classes[1]).toContain('不到 5 人评，不显示');

    tap('hide-text');
    tap('hide-text-now');
    await pass(10);
    expect(server.asked('rating.hide')).toBe(0);
    fireEvent.change(screen.getByTestId('hide-text-reason'), { target: { value: '写了人名' } });
    tap('hide-text-now');
    await pass(10);
    expect(server.calls.find(one => one.endpoint === 'rating.hide')?.input).toMatchObject({
      sectionId: 's1',
      key: 'k1',
      reason: '写了人名',
    });
    expect(server.asked('rating.results')).toBe(2);
  });
});
