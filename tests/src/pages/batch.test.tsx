import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import BatchPage from '../../../src/pages/batch/index';
import { claims } from '../../../src/features/line/claims';
import { batchOf } from '../../../src/app/known/catalog';
import { me } from '../../../src/app/known/member';
import { mine as places } from '../../../src/app/known/places';
import { leaveWaitingRooms } from '../../../src/features/line/waiting-room';
import { serve } from '../server';
import { phone } from '../taro';
import { ANYTHING, filterSections, isFiltered, withSeatsNow } from '../../../src/pages/batch/filter';
import { batchLine, batchState, heroOf } from '../../../src/features/batch/batch-words';
import { firstWeek, lessonsOf, nextLesson, weekOf } from '../../../src/pages/mine/timetable';
import { DAY, instantOf, startOfWeek } from '../../../domain/base/clock';
import { batch, count, guqin, mine, papercut, section, STROKE, tea } from '../sample';

const all = [tea, guqin, papercut];
const ids = (wanted: Partial<typeof ANYTHING>) =>
  filterSections(all, { ...ANYTHING, ...wanted }).map(one => one.sectionId);

describe('filters of the sections', () => {
  test.each([
    [{}, ['tea', 'guqin', 'papercut']],
    [{ category: 'guqin' as const }, ['guqin']],
    [{ time: 'evening' as const }, ['tea', 'guqin']],
    [{ time: 'weekend' as const }, ['papercut']],
    [{ text: '周子墨' }, ['guqin']],
    [{ text: ' 402 ' }, ['guqin']],
    [{ text: '４０２' }, ['guqin']],
    [{ text: '古\u200b琴\ufeff' }, ['guqin']],
    [{ text: '培训楼 剪' }, ['papercut']],
    [{ text: '烹饪' }, []],
    [{ text: '上午' }, ['papercut']],
    [{ text: '晚上' }, ['tea', 'guqin']],
    [{ text: '下午' }, []],
    [{ text: '周三晚上' }, ['tea', 'guqin']],
    [{ text: '星期六 上午' }, ['papercut']],
    [{ text: '晚上的古琴课' }, ['guqin']],
    [{ text: '茶艺培训' }, ['tea', 'guqin', 'papercut']],
    [{ text: '古琴弹唱' }, ['guqin']],
    [{ text: '刺绣' }, ['papercut']],
    [{ text: '古琴', time: 'weekend' as const }, []],
  ])('%j → %j', (wanted, expected) => {
    expect(ids(wanted)).toEqual(expected);
    expect(isFiltered({ ...ANYTHING, ...wanted })).toBe(Object.keys(wanted).length > 0);
  });

  test('a row that fills up after the filter was chosen stays where it is', () => {
    const withSeats = withSeatsNow(all, {
      tea: count('tea', 1),
      guqin: count('guqin', 0),
      papercut: count('papercut', 9),
    });

    expect(ids({ withSeats })).toEqual(['tea', 'papercut']);
  });
});

describe('the batch of the day', () => {
  const open = { ...batch, batchId: 'open', opensAt: STROKE - DAY * 3, seatsLeft: 4 };
  const later = { ...batch, batchId: 'later', opensAt: STROKE + DAY };

  test('is the next release, and stays so after it has opened', () => {
    expect(heroOf([later, open, batch], STROKE - 1)?.batchId).toBe('b1');
    expect(heroOf([later, open, batch], STROKE + 60_000)?.batchId).toBe('b1');
    expect(heroOf([open], STROKE)?.batchId).toBe('open');
    expect(heroOf([], STROKE)).toBeUndefined();
  });

  test('is one in which something can be done', () => {
    const none = { ...batch, batchId: 'none', opensAt: STROKE - 60_000, seatsLeft: 0, waitingLeft: 0 };
    const line = { ...none, batchId: 'line', waitingLeft: 3 };
    const far = { ...batch, batchId: 'far', opensAt: STROKE + 7 * DAY };
    const old = { ...open, opensAt: STROKE - 20 * DAY, seatsLeft: 12 };

    expect(heroOf([none, old], STROKE)?.batchId).toBe('open');
    expect(heroOf([none, far, old], STROKE)?.batchId).toBe('open');
    expect(heroOf([none, line, far], STROKE)?.batchId).toBe('far');
    expect(heroOf([none, line], STROKE)?.batchId).toBe('line');
    expect(heroOf([none], STROKE)?.batchId).toBe('none');
  });

  test.each([
    [{ seatsLeft: 0, waitingLeft: 0 }, '名额和候补都满了'],
    [{ seatsLeft: 0, waitingLeft: 2 }, '名额满了，还能候补'],
    [{ seatsLeft: 2, waitingLeft: 0 }, '还有 2 个名额'],
  ])('%j says what can be had', (left, words) => {
    expect(batchLine({ ...batch, ...left }, STROKE)).toContain(words);
  });

  test.each([
    [STROKE - 3_600_000, '今晚 20:00 开放'],
    [STROKE, '报名中'],
    [batch.closesAt, '报名已结束'],
    [batch.firstLessonAt, '上课中'],
    [batch.lastLessonAt, '已结课'],
  ])('at %d is said to be %s', (now, word) => {
    expect(batchState(batch, now).word).toBe(word);
  });
});

describe('my timetable', () => {
  const lessons = lessonsOf([mine(papercut), mine(tea, 'WAITING', 2)], undefined);

  test('opens on the week of the next lesson, when this week has none', () => {
    expect(firstWeek(lessons, STROKE)).toBe(instantOf('2027-03-08', '00:00'));
    expect(firstWeek([], STROKE)).toBe(startOfWeek(STROKE));
  });

  test('the next lesson is one that I have a seat in', () => {
    expect(nextLesson(lessons, STROKE)?.section.sectionId).toBe('papercut');
  });

  test('a week has seven days, each with its lessons', () => {
    const week = weekOf(instantOf('2027-03-08', '00:00')!, lessons);

    expect(week.map(day => day.lessons.map(one => one.section.sectionId))).toEqual([
      [],
      [],
      ['tea'],
      [],
      [],
      ['papercut'],
      [],
    ]);
  });
});

describe('the list of an open batch', () => {
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  const profile = { name: '何宇', phone: '13800001234', employer: '区医院', unionMember: false };

  async function open(known: object | null, seats: number, rules: Parameters<typeof serve>[0] = {}) {
    const server = serve({
      'catalog.batch': { data: { batch, sections: [tea, guqin] } },
      'line.mine': { data: { places: [] } },
      'line.board': () => ({
        data: {
          counts: [count('tea', seats, 0, seats), count('guqin', seats, 0, seats)],
          countedAt: Date.now(),
          pollAfterMs: 1_000,
        },
      }),
      'member.me': { data: { profile: known, roles: [] } },
      ...rules,
    });
    render(<BatchPage />);
    await pass(500);
    return server;
  }

  beforeEach(() => {
    phone.reset();
    phone.setParams({ batchId: 'b1' });
    jest.useFakeTimers({ now: STROKE + 120_000 });
    claims.setState({}, true);
    leaveWaitingRooms();
    batchOf('b1').store.setState({ data: undefined, savedAt: 0, failed: undefined });
    places.store.setState({ data: undefined, savedAt: 0, failed: undefined });
    me.store.setState({ data: undefined, savedAt: 0, failed: undefined });
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  test('a newcomer who taps 报名 is in the form at once, and it knows for which class', async () => {
    const server = await open(null, 5);

    fireEvent.click(screen.getAllByTestId('row-claim')[0]!);
    await pass(10);

    expect(phone.went()).toEqual(['/packages/me/profile/index?batchId=b1&sectionId=tea']);
    expect(server.asked('line.claim')).toBe(0);
  });

  test('in the rush no profile is asked for, and a claim that finds none leads to the form all the same', async () => {
    jest.setSystemTime(STROKE + 1_000);
    const server = await open(null, 5, { 'line.claim': { refuse: 'PROFILE_MISSING' } });
    expect(server.asked('member.me')).toBe(0);

    fireEvent.click(screen.getAllByTestId('row-claim')[0]!);
    await pass(10);

    expect(phone.went()).toEqual(['/packages/me/profile/index?batchId=b1&sectionId=tea']);
  });

  const member = { ...profile, unionMember: true, membership: 'yes' };

  test('a bar at the foot is only for somebody who has a place, and says how many', async () => {
    await open(member, 5);
    expect(screen.queryByText('看我的课')).toBeNull();
    cleanup();

    places.store.setState({ data: undefined, savedAt: 0, failed: undefined });
    await open(member, 5, { 'line.mine': { data: { places: [mine(tea), mine(guqin, 'WAITING', 2)] } } });
    expect(screen.getByText('您已报上 1 个班，候补 1 个班')).toBeTruthy();
    expect(screen.getByText('本期每人最多 2 个班')).toBeTruthy();
    fireEvent.click(screen.getByText('看我的课'));
    expect(phone.went()).toEqual(['/pages/mine/index']);
  });

  test.each([
    [7 * DAY, '还没开放'],
    [11 * 60_000, '还没开放'],
    [9 * 60_000, '候场中'],
  ])('%i ms before the stroke it is said to be %s', async (before, word) => {
    jest.setSystemTime(STROKE - before);
    await open(member, 5, { 'line.enter': { data: { opensAt: STROKE, limit: 2, held: 0, tag: 'me' } } });

    expect(screen.queryAllByText(/^(还没开放|候场中)$/).map(one => one.textContent)).toEqual([word]);
  });

  test('at the limit every other class says why it cannot be had', async () => {
    const dance = section({ sectionId: 'dance', course: '舞蹈' });
    await open(member, 5, {
      'catalog.batch': { data: { batch, sections: [tea, papercut, dance] } },
      'line.mine': { data: { places: [mine(tea), mine(papercut)] } },
    });

    expect(screen.getByText('本期已满 2 个班，退一个才能报')).toBeTruthy();
    expect(screen.queryByTestId('row-claim')).toBeNull();
  });

  test('what is searched for can be cleared with one tap', async () => {
    await open(member, 5);
    expect(screen.queryByLabelText('清空')).toBeNull();

    fireEvent.change(screen.getByLabelText('找课程、老师、地点'), { target: { value: '古琴' } });
    expect(screen.getAllByTestId('section-row')).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('清空'));

    expect(screen.getAllByTestId('section-row')).toHaveLength(2);
    expect((screen.getByLabelText('找课程、老师、地点') as HTMLInputElement).value).toBe('');
  });

  test('a course that is the only one of its kind is filtered by its own name', async () => {
    const qigong = section({ sectionId: 'qigong', course: '健身气功', category: 'taiji' });
    await open(member, 5, { 'catalog.batch': { data: { batch, sections: [tea, qigong] } } });

    fireEvent.click(screen.getByRole('button', { name: '健身气功' }));

    expect(screen.getAllByTestId('section-row').map(one => one.textContent)).toEqual([
      expect.stringContaining('健身气功'),
    ]);
  });

  describe('with many classes', () => {
    const at = (day: string, time: string) => [{ startsAt: instantOf(day, time)!, endsAt: instantOf(day, time)! + 1 }];
    const evening = at('2027-03-10', '19:00');
    const classes = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        section({
          sectionId: `s${i}`,
          course: `课${i}`,
          place: i < 3 ? '朱沱镇文化站' : `职工服务中心${i}室`,
          lessons: i === 0 || i === 5 ? at('2027-03-13', '09:00') : i === 6 ? at('2027-03-13', '19:00') : evening,
        }),
      );
    const pills = () => screen.getAllByRole('button').map(one => one.textContent);
    const rows = () => screen.queryAllByTestId('section-row').length;
    const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

    test('twenty have the filters of a few, and no count', async () => {
      await open(member, 5, { 'catalog.batch': { data: { batch, sections: classes(20) } } });
      expect(pills()).toEqual(expect.arrayContaining(['晚上', '周末']));
      expect(pills()).not.toContain('朱沱镇');
      expect(pills()).not.toContain('周六');
      expect(screen.queryByTestId('found')).toBeNull();
    });

    test('of twenty-one, day, hour, place and search are combined, and the count is told', async () => {
      await open(member, 5, { 'catalog.batch': { data: { batch, sections: classes(21) } } });
      const found = () => screen.getByTestId('found');
      expect(found().getAttribute('aria-live')).toBe('polite');
      expect(found().textContent).toBe('共 21 个班');
      // 下午 and 周一 would find nothing, so they are not offered.
      expect(pills()).toEqual(expect.arrayContaining(['上午', '晚上', '工作日', '周末', '周三', '周六', '朱沱镇']));
      expect(pills()).not.toContain('下午');
      expect(pills()).not.toContain('周一');

      tap('周末');
      expect([found().textContent, rows()]).toEqual(['找到 3 个班', 3]);
      tap('上午');
      expect([found().textContent, rows()]).toEqual(['找到 2 个班', 2]);
      tap('朱沱镇');
      expect([found().textContent, rows()]).toEqual(['找到 1 个班', 1]);
      fireEvent.change(screen.getByLabelText('找课程、老师、地点'), { target: { value: '课9' } });
      expect([found().textContent, rows()]).toEqual(['找到 0 个班', 0]);
      expect(screen.getByTestId('no-sections').textContent).toContain('选了周末、上午、朱沱镇，去掉一个试试');
      fireEvent.click(screen.getByText('看全部'));
      expect([found().textContent, rows()]).toEqual(['共 21 个班', 21]);
    });

    test('a second tap undoes a choice, and another day takes the place of the first', async () => {
      await open(member, 5, { 'catalog.batch': { data: { batch, sections: classes(21) } } });
      tap('周末');
      tap('周三');
      expect(rows()).toBe(18);
      tap('周三');
      expect(rows()).toBe(21);
    });
  });

  test.each([
    [10, '名额已满', '可候补'],
    [0, '名额和候补都满了', undefined],
  ])('with no seat and %i places in the line the head says %s', async (waitingLeft, head, chip) => {
    await open(member, 0, {
      'line.board': () => ({
        data: {
          counts: [count('tea', 0, 5, waitingLeft), count('guqin', 0, 5, waitingLeft)],
          countedAt: Date.now(),
          pollAfterMs: 1_000,
        },
      }),
    });

    expect(screen.getByTestId('seats-left').textContent).toBe(head);
    expect(screen.queryByText('可候补')?.textContent).toBe(chip);
  });

  test('offline one line says how old the page is, and no second one contradicts it', async () => {
    await open(member, 5);
    serve({ 'catalog.batch': 'no network', 'line.board': 'no network', 'line.mine': 'no network' });

    act(() => phone.hide());
    await pass(120_000);
    act(() => phone.show());
    await pass(20_000);

    expect(screen.getByTestId('aged').textContent).toMatch(/网断了，这是 \d 分钟前的内容/);
    expect(screen.queryByTestId('board-stale')).toBeNull();
  });

  test.each([5, 0])(
    'with %i seats, somebody who is no member has no button to claim with, and one tap to put it right',
    async seats => {
      await open({ ...profile, membership: 'no' }, seats);

      expect(screen.queryByTestId('row-claim')).toBeNull();
      expect(screen.getAllByTestId('row-not').map(one => one.textContent)).toEqual(['只面向会员', '只面向会员']);
      fireEvent.click(screen.getByTestId('not-for-me-mend'));
      expect(phone.went()).toEqual(['/packages/me/profile/index?batchId=b1']);
    },
  );
});
