import { lessonsSvg } from '../../../src/features/attendance/lessons-chart';
import { labelOf, weeksSvg } from '../../../src/packages/staff/attendance/chart';
import { begun, groupsBy, isToClose, over, percentText, weeksOf } from '../../../src/packages/staff/attendance/numbers';
import { lookOf } from '../../../src/ui/chart-look';
import { attended, FIRST, sums, teaClass, WEEK } from './rolls';

const NOW = FIRST + 2 * WEEK;
const look = lookOf(460, 120, false);

test('a rate is never said to be all or nothing where it is not', () => {
  expect([1, 0.999, 0.86, 0.001, 0, null].map(percentText)).toEqual(['100%', '99%', '86%', '1%', '0%', '还没有']);
});

test('what was cancelled, and what is to come, is no lesson to speak of', () => {
  const lessons = [sums(0), sums(1, { cancelled: true }), sums(2), sums(3)];

  expect(begun(attended({ sectionId: 'tea' }, lessons), NOW).map(one => one.lessonIndex)).toEqual([0, 2]);
  expect(
    begun(attended({ sectionId: 'tea', cancelledAt: FIRST + WEEK }, lessons), NOW).map(one => one.lessonIndex),
  ).toEqual([0]);
});

test('a lesson that is running counts in no rate: most of its people are not marked yet', () => {
  const running = sums(2, { closed: false, present: 2, unmarked: 14, absent: 0 });
  const tea = attended({ sectionId: 'tea' }, [sums(0, { present: 8, absent: 2 }), running]);
  const during = running.startsAt + 60_000;

  expect(over(tea, during).map(one => one.lessonIndex)).toEqual([0]);
  expect(groupsBy('course', [tea], during)[0]).toMatchObject({ rate: 0.8, lessons: [{ lessonIndex: 0 }] });
  expect(over(tea, running.endsAt).map(one => one.lessonIndex)).toEqual([0, 2]);
});

test('a lesson waits for its closing from its end on, unless it or its class was cancelled', () => {
  const lesson = sums(0, { closed: false });

  expect(isToClose(teaClass, lesson, lesson.endsAt - 1)).toBe(false);
  expect(isToClose(teaClass, lesson, lesson.endsAt)).toBe(true);
  expect(isToClose(teaClass, { ...lesson, closed: true }, NOW)).toBe(false);
  expect(isToClose(teaClass, { ...lesson, cancelled: true }, NOW)).toBe(false);
  expect(isToClose({ ...teaClass, cancelledAt: FIRST }, lesson, NOW)).toBe(false);
});

test('groups: two classes of an organisation are one row, the lowest rate first, what has none last', () => {
  const sections = [
    attended({ sectionId: 'a', course: '茶艺', organisation: '甲' }, [sums(0, { present: 9, absent: 1 })]),
    attended({ sectionId: 'b', course: '古琴', organisation: '甲' }, [sums(0, { present: 5, absent: 5 })]),
    attended({ sectionId: 'c', course: '剪纸', organisation: '乙' }, [sums(0)]),
    attended({ sectionId: 'd', course: '合唱', organisation: '' }, [sums(9)]),
  ];

  expect(groupsBy('organisation', sections, NOW).map(({ name, sections: n, rate }) => [name, n, rate])).toEqual([
    ['甲', 2, 0.7],
    ['乙', 1, 1],
    ['没有写承办单位', 1, null],
  ]);
  expect(groupsBy('course', sections, NOW).map(one => one.name)).toEqual(['古琴', '茶艺', '剪纸', '合唱']);
});

test('weeks begin on Mondays, and one in which nothing counts is left out', () => {
  const lessons = [
    sums(1, { present: 8, late: 1, absent: 1 }),
    sums(0, { present: 6, absent: 4 }),
    sums(2, { present: 0, unmarked: 10 }),
  ];

  const monday = FIRST - 19 * 3_600_000 - 2 * 24 * 3_600_000;
  expect(weeksOf(lessons)).toEqual([
    [monday, 0.6],
    [monday + WEEK, 0.9],
  ]);
});

test('bars: what was in a lesson is named beside it, and a lesson to come has no bar though nobody is marked in it', () => {
  const svg = lessonsSvg(
    [sums(0, { present: 7, late: 2, absent: 1 }), sums(3, { present: 0, unmarked: 10, closed: false })],
    NOW,
    look,
  );

  expect([...svg.matchAll(/>(到|迟到|请假|缺课|未点)</g)].map(([, word]) => word)).toEqual(['到', '迟到', '缺课']);
  expect(svg).toContain('3月10日');
  expect(svg).not.toMatch(/NaN|undefined/);
});

test('the line of the chosen one is named with its last rate, all together too, the others have no name', () => {
  const week = (n: number) => FIRST + n * WEEK;
  const svg = weeksSvg(
    {
      title: '每周到课率',
      all: [
        [week(0), 0.8],
        [week(1), 0.85],
      ],
      chosen: {
        label: '茶艺',
        weeks: [
          [week(0), 0.5],
          [week(1), 0.66],
        ],
      },
      others: [
        [
          [week(0), 1],
          [week(1), 0.9],
        ],
      ],
    },
    look,
  );

  expect(svg).toContain('全部 85%');
  expect(svg).toContain('茶艺 66%');
  expect(svg.match(/font-weight="700"/g)).toHaveLength(2);
  expect(svg.match(/fill="none" stroke=/g)!.length).toBeGreaterThanOrEqual(3);
});

test('a single week is a dot, for one point makes no line', () => {
  const svg = weeksSvg({ title: '每周到课率', all: [[FIRST, 0.8]], others: [] }, look);

  expect(svg).toContain('<circle');
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('a name that would push the lines out of the picture is said above it', () => {
  expect(labelOf('茶艺', '这门课')).toBe('茶艺');
  expect(labelOf('渝西茶艺培训学校', '这家')).toBe('这家');
});
