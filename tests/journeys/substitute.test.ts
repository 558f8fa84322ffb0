import { randomUUID } from 'node:crypto';
import { DAY } from '../../domain/base/clock';
import { codeText } from '../../domain/lesson/check-in-code';
import { good, HOUR, marking, MINUTE, ofTea, startClassroom, type Classroom } from './classroom';
import { made, make, recordOf, toldOf } from './changing';
import type { Person } from './scene';

/** 代课: another instructor gets the roll of one lesson and its code, and nothing else, until it is closed. */
let room: Classroom;
let other: Person;
beforeEach(async () => {
  room = await startClassroom();
  other = await room.holder('instructor', '李芳', { instructorName: '李芳', instructorFor: ['另一家培训学校'] });
  room.at(-2 * DAY);
});
afterEach(() => room.stop());

const byOther = { kind: 'substitute', ...ofTea, by: '李芳' } as const;
const classesOf = async (person: Person) => (await good(person.call('roll.sections', {}))).sections;
const mark = (by: Person, person: Person, lessonIndex = 0) =>
  by.call('roll.mark', {
    ...ofTea,
    lessonIndex,
    device: 'phone-1',
    marks: [marking(room, person, 'present')],
  } as never);

test('they see one lesson of the class, its roll and its code; a check-in by that code counts; nothing else is theirs', async () => {
  expect(await classesOf(other)).toEqual([]);
  expect(await mark(other, room.worker(0))).toMatchObject({ code: 'SECTION_NOT_FOUND' });

  const effect = await made(room.staff, byOther);

  expect(effect).toMatchObject({ done: true, told: 6 });
  expect(toldOf(room, 'tea').filter(one => one.startsWith('STANDS_IN'))).toEqual([`STANDS_IN ${other.memberId}`]);
  expect(toldOf(room, 'tea').filter(one => one.startsWith('SUBSTITUTE'))).toHaveLength(5);
  expect(recordOf(room).map(one => [one.act, one.before, one.after])).toEqual([
    ['change.substitute', '李文秀', '李芳'],
  ]);
  expect(await classesOf(other)).toMatchObject([{ sectionId: 'tea', only: [0] }]);
  expect((await classesOf(room.teacher))[0]).not.toHaveProperty('only');

  room.at(0);
  const book = await good(other.call('roll.code', ofTea));
  const code = codeText(book.prefix, book.firstSlot, book.macs[0]!);
  await good(room.worker(1).call('lesson.checkIn', { code }));
  expect(await mark(other, room.worker(0))).toMatchObject({ ok: true });
  // The class's own instructor sees what was marked, and whose mark it was not.
  const view = await good(room.teacher.call('roll.lesson', ofTea));
  expect(room.states(view)).toMatchObject({
    [room.worker(0).memberId]: 'present',
    [room.worker(1).memberId]: 'present',
  });
  expect(view.people.find(one => one.memberId === room.worker(0).memberId)?.mark?.mine).toBe(false);

  for (const lessonIndex of [1, 2])
    expect(await other.call('roll.lesson', { ...ofTea, lessonIndex })).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  for (const endpoint of ['roll.roster', 'roll.attendance', 'rating.own'] as const)
    expect(await other.call(endpoint, { sectionId: 'tea' } as never)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
});

test('until the lesson is closed: not a moment longer, and the own instructor keeps it', async () => {
  await made(room.staff, byOther);
  room.at(0);
  await mark(other, room.worker(0));
  room.at(2 * HOUR);
  expect(await other.call('roll.lesson', ofTea)).toMatchObject({ ok: true });

  await good(room.staff.call('attendance.close', { ...ofTea, actId: randomUUID() }));

  expect(await other.call('roll.lesson', ofTea)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(await classesOf(other)).toEqual([]);
  expect(await room.teacher.call('roll.lesson', ofTea)).toMatchObject({ ok: true });
});

test('one who is dismissed, or no longer stands in, has lost the lesson and the code with it', async () => {
  await made(room.staff, byOther);
  room.at(-10 * MINUTE);
  const book = await good(other.call('roll.code', ofTea));
  const scan = (index: number) =>
    room.worker(index).call('lesson.checkIn', { code: codeText(book.prefix, book.firstSlot, book.macs[0]!) });

  const dismissal = { actId: randomUUID(), memberId: other.memberId, role: 'instructor' as const, reason: '不来了' };
  await good(room.staff.call('invite.dismiss', dismissal));
  room.at(-10 * MINUTE + 6_000);

  expect(await other.call('roll.lesson', ofTea)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await scan(2)).toMatchObject({ code: 'CODE_UNREADABLE' });
  expect(await make(room.staff, { ...byOther, lessonIndex: 1 })).toMatchObject({
    code: 'SUBSTITUTE_WRONG',
    details: { text: '没有叫李芳的讲师，请先在“人员”里邀请，或者核对名字' },
  });
  await made(room.staff, { ...byOther, by: '' });
  expect(room.section('tea').lessons[0]).not.toHaveProperty('by');
});

test('the answer is lost, the same act is sent again: done once, told once; an instructor may not', async () => {
  const actId = randomUUID();
  await made(room.staff, byOther, { actId });
  const told = room.notices().length;

  expect(await made(room.staff, byOther, { actId })).toMatchObject({ done: true, told: 6 });
  expect(await make(room.staff, byOther)).toMatchObject({ code: 'NOTHING_CHANGES' });
  expect(room.notices()).toHaveLength(told);
  expect(recordOf(room)).toHaveLength(1);
  expect(await make(room.teacher, byOther)).toMatchObject({ code: 'FORBIDDEN' });
});
