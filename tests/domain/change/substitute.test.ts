import type { ChangeView, Neighbour } from '../../../domain/change/change-effect';
import { standsIn } from '../../../domain/people/own';
import { decide, effectOf, full, HOUR, now } from './change-views';

/** 代课: one lesson is given by another instructor. */
const at = (startsAt: number) => ({ startsAt, endsAt: startsAt + HOUR });
const lessons = [at(now - HOUR), at(now + 30 * HOUR), at(now + 200 * HOUR)];
const holder = (_id: string, instructorName: string, roles: 'instructor'[] = ['instructor']) => ({
  _id,
  roles,
  instructorName,
});
const instructors: ChangeView['instructors'] = [holder('own', '李文秀'), holder('li', '李芳'), holder('chen', '陈静')];
const about = (change: Partial<ChangeView> = {}) => ({ section: full({ lessons }), instructors, ...change });
const asked = (by: string, lessonIndex = 1) => ({ kind: 'substitute', lessonIndex, by }) as const;

test('the lesson names who stands in; the class and the substitute are told, each in words of their own', () => {
  const effect = effectOf(asked('李 芳'), about());

  expect(effect.section?.lessons).toEqual([lessons[0], { ...lessons[1], by: '李芳' }, lessons[2]]);
  expect(effect).toMatchObject({ before: '李文秀', after: '李芳', warnings: [] });
  expect(effect.tell.map(({ kind, to }) => [kind, to.map(one => one.memberId)])).toEqual([
    ['SUBSTITUTE', ['a', 'b', 'c']],
    ['STANDS_IN', ['li']],
  ]);
  expect(effect.tell[1]?.text).toMatch(/^请您代茶艺一班第 2 次课：.*，205。/);
});

test('another substitute: the one before is told that they need not come; an empty name gives it back', () => {
  const given = about({ section: full({ lessons: [lessons[0]!, { ...lessons[1]!, by: '李芳' }] }) });

  const other = effectOf(asked('陈静'), given);
  expect(other.tell.map(({ kind, to }) => [kind, to.map(one => one.memberId)]).slice(1)).toEqual([
    ['STANDS_IN', ['chen']],
    ['STANDS_IN', ['li']],
  ]);
  const back = effectOf(asked(''), given);
  expect(back.section?.lessons?.[1]).toEqual(lessons[1]);
  expect(back).toMatchObject({ before: '李芳', after: '李文秀' });
  expect(back.tell[0]?.text).toMatch(/仍由李文秀上课$/);
  expect(back.tell[1]?.text).toMatch(/不用您代了$/);
});

test.each<[string, ReturnType<typeof asked>, Partial<ChangeView>, object]>([
  ['the instructor themselves', asked('李文秀老师'), {}, { details: { text: '李文秀老师就是这个班的讲师，不用代课' } }],
  ['nobody of that name', asked('王芳'), {}, { refused: 'SUBSTITUTE_WRONG' }],
  [
    'one who was dismissed',
    asked('李芳'),
    { instructors: [holder('li', '李芳', [])] },
    { refused: 'SUBSTITUTE_WRONG' },
  ],
  ['nobody, where nobody stood in', asked(''), {}, { refused: 'NOTHING_CHANGES' }],
  ['a lesson that ends in this instant', asked('李芳', 0), {}, { refused: 'LESSON_OVER' }],
  ['no such lesson', asked('李芳', 3), {}, { refused: 'LESSON_NOT_FOUND' }],
])('refused: %s', (_, change, view, refused) => {
  expect(decide(change, about(view))).toMatchObject(refused);
});

test('a lesson that runs can still be given, until its last millisecond', () => {
  const section = full({ lessons: [{ startsAt: now - HOUR, endsAt: now + 1 }] });

  expect(effectOf(asked('李芳', 0), about({ section })).warnings).toEqual([
    '离上课不到 24 小时，可能有人看不到通知，请再打电话',
  ]);
});

test('a class of theirs at that hour is named, and a namesake; a lesson that somebody else gives for them is none', () => {
  const neighbour = (by?: string) =>
    ({
      _id: 'n',
      batchId: 'b',
      course: '书法',
      name: '二班',
      place: '206',
      instructor: '李芳',
      line: [],
      lessons: [{ ...lessons[1]!, ...(by ? { by } : {}) }],
    }) as unknown as Neighbour;
  const two = [...instructors, holder('other', '李芳')];
  const warned = (change: Partial<ChangeView>) => effectOf(asked('李芳'), about(change)).warnings;

  expect(warned({ neighbours: [neighbour()] })).toEqual(['李芳在同一时间要上书法二班']);
  expect(warned({ neighbours: [neighbour('陈静')] })).toEqual([]);
  expect(effectOf(asked('陈静'), about({ neighbours: [neighbour('陈静')] })).warnings).toEqual([
    '陈静在同一时间要上书法二班',
  ]);
  expect(warned({ instructors: two })).toEqual(['有 2 位讲师叫李芳，都看得到这次课的点名']);
});

test('a lesson that is moved keeps who stands in', () => {
  const section = full({ lessons: [{ ...lessons[1]!, by: '李芳' }] });
  const move = { kind: 'moveLesson', lessonIndex: 0, ...at(now + 60 * HOUR) } as const;

  expect(effectOf(move, { section }).section?.lessons?.[0]).toMatchObject({ by: '李芳', startsAt: now + 60 * HOUR });
});

test.each([
  ['an instructor of that name', holder('li', '李芳'), '李芳老师', true],
  ['whichever organisation they teach for', { ...holder('li', '李芳'), instructorFor: ['另一家'] }, '李芳', true],
  ['another name', holder('x', '李芳芳'), '李芳', false],
  ['whose role was taken back', holder('li', '李芳', []), '李芳', false],
  ['a lesson without a substitute', holder('li', '李芳'), undefined, false],
  ['an instructor without a name', { roles: ['instructor' as const] }, '李芳', false],
])('who stands in: %s', (_, member, by, stands) => {
  expect(standsIn(member, by === undefined ? {} : { by })).toBe(stands);
});
