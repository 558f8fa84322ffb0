import { instantOf } from '../../../domain/base/clock';
import { DAYS, isHeldAt, PARTS, siteOf } from '../../../domain/batch/find';

const lesson = (day: string, time: string) => ({ startsAt: instantOf(day, time)!, endsAt: instantOf(day, time)! + 1 });
const heldAt = (...lessons: Parameters<typeof isHeldAt>[0][number][]) => [
  DAYS.filter(day => isHeldAt(lessons, { day })),
  PARTS.filter(part => isHeldAt(lessons, { part })),
];

test.each([
  // A Monday to a Sunday, and the boundaries of a day as they are in Shanghai.
  ['2027-03-08', '00:00', ['工作日', '周一'], '上午'],
  ['2027-03-09', '11:59', ['工作日', '周二'], '上午'],
  ['2027-03-10', '12:00', ['工作日', '周三'], '下午'],
  ['2027-03-11', '17:29', ['工作日', '周四'], '下午'],
  ['2027-03-12', '17:30', ['工作日', '周五'], '晚上'],
  ['2027-03-13', '07:59', ['周末', '周六'], '上午'],
  ['2027-03-14', '23:59', ['周末', '周日'], '晚上'],
])('%s %s', (day, time, days, part) => {
  expect(heldAt(lesson(day, time))).toEqual([days, [part]]);
});

test('day and hour are those of one lesson, and one that was called off does not count', () => {
  const both = [lesson('2027-03-08', '19:00'), lesson('2027-03-13', '09:00')];
  expect(isHeldAt(both, { day: '周一', part: '晚上' })).toBe(true);
  expect(isHeldAt(both, { day: '周一', part: '上午' })).toBe(false);
  expect(isHeldAt([{ ...both[0]!, cancelled: true }], {})).toBe(false);
  expect(isHeldAt(both, {})).toBe(true);
});

test.each([
  ['职工服务中心培训楼205茶艺室', '职工服务中心'],
  ['职工服务中心食堂二楼', '职工服务中心'],
  ['职工文体馆乒乓球厅', '职工文体馆'],
  ['工人文化宫 205 茶艺室', '工人文化宫'],
  ['兴龙湖文化广场', '兴龙湖文化广场'],
  ['永川区中山路街道文化站2楼', '中山路街道'],
  ['朱沱镇文化服务中心', '朱沱镇'],
  ['古镇路5号', '古镇路'],
  ['南校区 3-201', '南校区'],
  ['301教室', '301教室'],
  ['总工会 201', '总工会'],
])('%s is in %s', (place, site) => {
  expect(siteOf(place)).toBe(site);
});
