import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { HOUR, instantOf } from '../../../domain/base/clock';
import type { CheckReport } from '../../../domain/model';
import { CheckPanel } from '../../../src/packages/staff/batch/check-panel';
import { SectionTable } from '../../../src/packages/staff/batch/section-table';
import type { LiveSection } from '../../../src/features/line/live-sums';
import { batch, STROKE, tea } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const NIGHT = instantOf('2027-02-02', '03:10')!;
const report: CheckReport = {
  _id: 'c',
  startedAt: NIGHT - 9_000,
  endedAt: NIGHT,
  sections: 12,
  standings: 340,
  healed: { unusedHolds: 2, missingHolds: 1 },
  alarms: [{ sectionId: 'tea', text: '茶艺一班多了 1 个座位' }],
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NIGHT + 6 * HOUR });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('名额核对', () => {
  test('says in words what was found, what was mended, and what somebody has to see to', () => {
    render(<CheckPanel latest={report} now={NIGHT + 6 * HOUR} />);

    expect(screen.getByText('名额核对')).toBeTruthy();
    expect(screen.getByTestId('check-report').textContent).toBe(
      '要人处理的1多占的，已清掉2漏记的，已补上1核对了 12 个班的队伍和 340 个人的状况茶艺一班多了 1 个座位',
    );
  });

  test.each([
    [NIGHT, NIGHT + 6 * HOUR, '今天凌晨 3:10 核对过'],
    [NIGHT + 14 * HOUR, NIGHT + 15 * HOUR, '今天 17:10 核对过'],
    [NIGHT, NIGHT + 30 * HOUR, '昨天凌晨 3:10 核对过'],
    [NIGHT, NIGHT + 80 * HOUR, '2月2日凌晨 3:10 核对过'],
  ])('checked at %i and read at %i: %s', (endedAt, now, words) => {
    render(<CheckPanel latest={{ ...report, endedAt }} now={now} />);

    expect(screen.getByText(words)).toBeTruthy();
  });

  test('one tap checks anew, and the newer report stands', async () => {
    serve({ 'staff.check': { data: { report: { ...report, startedAt: NIGHT + HOUR, alarms: [] } } } });
    render(<CheckPanel latest={report} now={NIGHT + 6 * HOUR} />);

    fireEvent.click(screen.getByText('现在核对一次'));
    await act(() => jest.advanceTimersByTimeAsync(10));

    expect(screen.getByTestId('check-report').textContent).toMatch(/^要人处理的0/);
  });
});

test('of each class it is said how soon after the opening it was full, and when', () => {
  const live = (sectionId: string, joinedAt: number[]): LiveSection => ({
    ...tea,
    sectionId,
    capacity: 2,
    seated: joinedAt.length,
    waiting: 0,
    seatsLeft: 2 - joinedAt.length,
    waitingLeft: 10,
    joinedAt,
  });
  const sections = [live('full', [STROKE + 3_000, STROKE + 125_700]), live('not', [STROKE + 3_000])];
  render(<SectionTable batch={batch} sections={sections} />);

  const rows = screen.getAllByTestId('staff-row').map(one => one.textContent);
  expect(rows).toEqual([expect.stringMatching(/2 分 5 秒满（20:02:05）$/), expect.stringMatching(/未满$/)]);
});
