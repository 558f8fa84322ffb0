import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { DemandGroups, DemandSum, ReleaseNumbers, Trouble } from '../../../domain/api';
import { ByCourseAndHour } from '../../../src/packages/staff/batch/demand-groups';
import { Numbers } from '../../../src/packages/staff/batch/numbers';
import { TroubleNote } from '../../../src/packages/staff/batch/trouble-note';
import { batch, STROKE } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const NOW = STROKE + 60_000;
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  jest.restoreAllMocks();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const sum = (capacity: number, seated: number, wanted: number): DemandSum => ({
  capacity,
  seated,
  wanted,
  turnedAway: 0,
  suggestedCapacity: 2 * capacity,
});
const groups: DemandGroups = {
  courses: [
    { course: '茶艺', ...sum(30, 30, 70) },
    { course: '合唱', ...sum(40, 20, 20) },
  ],
  hours: [
    { when: '周三 晚上', ...sum(50, 30, 60) },
    { when: '周日 上午', ...sum(20, 20, 30) },
  ],
  cells: [
    { course: '茶艺', when: '周三 晚上', ...sum(10, 10, 40) },
    { course: '茶艺', when: '周日 上午', ...sum(20, 20, 30) },
    { course: '合唱', when: '周三 晚上', ...sum(40, 20, 20) },
  ],
};
const numbers: ReleaseNumbers = {
  seconds: [],
  tries: 100,
  placed: 20,
  turnedAway: 40,
  atLeast: false,
  sections: [],
  groups,
  trouble: { faults: 0, lastFaultAt: null, waits: 0, instances: 3 },
  countedUntil: STROKE + 12_000,
  pending: false,
};

/** Each test has a batch of its own, because answers are remembered. */
async function show(batchId: string, change: Partial<ReleaseNumbers> & { trouble?: Trouble } = {}) {
  serve({ 'staff.numbers': { data: { ...numbers, ...change } } });
  render(
    <>
      <TroubleNote batchId={batchId} now={NOW} />
      {Taro.getWindowInfo().windowWidth > 900 && <ByCourseAndHour batchId={batchId} />}
      <Numbers batch={{ ...batch, batchId, opensAt: STROKE }} now={NOW} shown />
    </>,
  );
  await pass(50);
}

describe('what went wrong', () => {
  const trouble = (part: Partial<Trouble>) => ({ trouble: { ...numbers.trouble, ...part } });

  test('nothing did: nothing is said, but how many instances answered', async () => {
    await show('calm');

    expect(screen.queryByTestId('trouble')).toBeNull();
    expect(screen.getByTestId('answers').textContent).toContain('云函数实例 3 个');
  });

  test('people were told to wait: a quiet line, and that nobody has to do anything', async () => {
    await show('waits', trouble({ waits: 7 }));

    expect(screen.getByTestId('trouble').textContent).toMatch(/^等了再试 7 次，没有出错。.*不用处理/);
  });

  test('faults: how many, when the last, and whom to call', async () => {
    await show('faults', trouble({ faults: 2, lastFaultAt: STROKE + 3_000, waits: 7 }));

    expect(screen.getByTestId('trouble').textContent).toMatch(
      /^出错 2 次，最近 20:00:03；等了再试 7 次。请联系技术人员/,
    );
  });

  test('where nobody was answered about a seat, it is said all the same', async () => {
    await show('broken', { tries: 0, ...trouble({ faults: 1, lastFaultAt: STROKE }) });

    expect(screen.getByTestId('trouble').textContent).toContain('出错 1 次，最近 20:00:00');
    expect(screen.queryByTestId('answers')).toBeNull();
  });
});

describe('while the rush is being collected', () => {
  test('no number of people is said, nor what to offer next time', async () => {
    await show('collecting', { pending: true, countedUntil: null, turnedAway: 0, tries: 1 });

    expect(screen.getByTestId('numbers-pending').textContent).toContain('正在汇总…');
    for (const early of ['answers', 'demand', 'demand-groups']) expect(screen.queryByTestId(early)).toBeNull();
    expect(document.body.textContent).not.toMatch(/没排上.*\d|下期建议/);
  });

  test('then the numbers, with the second until which they are whole', async () => {
    const countedUntil = STROKE + 40_000;
    await show('collected', { pending: false, countedUntil });

    expect(screen.queryByTestId('numbers-pending')).toBeNull();
    expect(screen.getByTestId('demand').textContent).toContain('截至 20:00:40，40 人一个班也没排上');
    expect(screen.getByTestId('answers').textContent).toContain('截至 20:00:40，点了 100 次');
  });
});

describe('by course and by hour', () => {
  const rows = () => screen.getAllByTestId('group').map(row => row.textContent);

  test('on a phone a list of cells, of courses, or of hours', async () => {
    await show('phone');
    expect(rows()).toEqual([
      '茶艺 周三 晚上30 人名额 10，想来 40 人，下期建议 20',
      '茶艺 周日 上午10 人名额 20，想来 30 人，下期建议 40',
      '合唱 周三 晚上都有座位名额 40，想来 20 人，下期建议 80',
    ]);

    fireEvent.click(screen.getByTestId('groups-courses'));
    expect(rows()[0]).toBe('茶艺40 人名额 30，想来 70 人，下期建议 60');
    fireEvent.click(screen.getByTestId('groups-hours'));
    expect(rows().map(row => row!.slice(0, 5))).toEqual(['周三 晚上', '周日 上午']);
  });

  test('on a desk a grid: every cell says in words what it shows, and is the darker the more have no seat', async () => {
    jest.spyOn(Taro, 'getWindowInfo').mockReturnValue({ windowWidth: 1280 } as ReturnType<typeof Taro.getWindowInfo>);
    await show('desk');

    const cells = screen.getAllByTestId('grid-cell');
    expect(cells.map(cell => [cell.textContent, /heat__cell--(\d)/.exec(cell.className)![1]])).toEqual([
      ['4030→60', '0'],
      ['3010→20', '4'],
      ['1020→40', '2'],
      ['040→80', '0'],
      ['040→80', '0'],
      ['3050→100', '0'],
      ['1020→40', '0'],
    ]);
    expect(cells[1]!.getAttribute('aria-label')).toBe(
      '茶艺 周三 晚上：30 人没有座位，想来 40 人，名额 10，下期建议 20',
    );
  });

  test('one course at one hour is no grid', async () => {
    await show('one', { groups: { ...groups, cells: groups.cells.slice(0, 1) } });

    expect(screen.queryByTestId('demand-groups')).toBeNull();
  });

  test('a long list is cut, and whole at a tap', async () => {
    const cells = Array.from({ length: 9 }, (_, i) => ({ course: `课程${i}`, when: '周三 晚上', ...sum(10, 10, 30) }));
    await show('long', { groups: { ...groups, cells } });
    expect(rows()).toHaveLength(6);

    fireEvent.click(screen.getByTestId('all-groups'));
    expect(rows()).toHaveLength(9);
  });
});

test('a copy that an older app kept, without groups, breaks nothing', async () => {
  await show('old', { groups: undefined as never, trouble: undefined as never });

  expect(screen.queryByTestId('answers')).toBeNull();
});
