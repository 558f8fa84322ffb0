import { randomUUID } from 'node:crypto';
import type { Todo } from '../../domain/api';
import { DAY, startOfDay, startOfWeek } from '../../domain/base/clock';
import type { LineEntry, RecordEntry } from '../../domain/model';
import { good, HOUR, marking, MINUTE, startClassroom, type Classroom } from './classroom';
import { importing, wish } from './wishing';
import { range } from './scene';

/** 待办 says everything that waits for staff, and it empties as they do it. */
let room: Classroom;
afterEach(() => room.stop());

const todoOf = (): Promise<Todo> => good(room.staff.call('staff.todo', {}));
const closings = () =>
  room.emulator.database.read<RecordEntry>('record').filter(one => one.act === 'attendance.close').length;
const lineOf = (count: number): LineEntry[] => range(count).map(at => ({ memberId: `far-${at}`, at }));

/** Everybody in the line with a seat is called, and the lesson ends. */
async function callAll(sectionId: string, people: number) {
  await good(
    room.teacher.call('roll.mark', {
      sectionId,
      lessonIndex: 0,
      device: 'phone-1',
      marks: range(people).map(index => marking(room, room.worker(index), index === 0 ? 'absent' : 'present')),
    }),
  );
}

test('everything that waits is there with where it is done, and a desk with nothing left says so', async () => {
  const start = startOfDay(Date.now() + 7 * DAY) + 10 * HOUR;
  const held = { startsAt: start, endsAt: start + HOUR };
  const ahead = { startsAt: start + 3 * DAY, endsAt: start + 3 * DAY + HOUR };
  room = await startClassroom({
    sections: {
      choir: { course: '合唱', place: '205', instructor: '周敏', capacity: 4, lessons: [held] },
      guqin: {
        course: '古琴',
        place: '901',
        instructor: '周敏',
        lessons: [ahead],
        capacity: 10,
        waitlistLimit: 20,
        line: lineOf(20),
        lineCount: 20,
      },
      flute: { course: '竹笛', place: '901室', instructor: '李文秀', lessons: [ahead] },
    },
  });
  await importing(room, { ...wish('w-old', '编程', []), at: room.now() - 16 * DAY }, wish('w-new', '书法', []), {
    ...wish('w-held', '插花', []),
    state: 'held',
  });
  await room.emulator.database.import('troubles', [
    { _id: 'all', code: 45009, at: room.now(), until: room.now() + DAY },
  ]);
  await callAll('tea', 3);
  expect((await todoOf()).lessons).toEqual({ some: [], count: 0 });

  room.at(2 * HOUR);
  const before = await todoOf();
  expect(before.lessons).toEqual({
    count: 2,
    some: expect.arrayContaining([
      {
        section: { sectionId: 'tea', course: '茶艺', name: 'tea' },
        lesson: { lessonIndex: 0, startsAt: room.lesson.startsAt, unmarked: 0, absent: 1 },
      },
      {
        section: { sectionId: 'choir', course: '合唱', name: 'choir' },
        lesson: { lessonIndex: 0, startsAt: start, unmarked: 0, absent: 0 },
      },
    ]),
  });
  expect(before.missing.some).toEqual([
    { name: '周敏', organisation: '渝西茶艺培训学校', classes: ['古琴guqin'], invited: false },
  ]);
  expect(before.clashes).toMatchObject({
    count: 1,
    some: [{ at: ahead.startsAt, uses: [{ kind: 'room' }], one: { course: '竹笛' }, other: { course: '古琴' } }],
  });
  expect(before.lines.some).toEqual([
    { sectionId: 'guqin', batchId: 'b', course: '古琴', name: 'guqin', capacity: 10, waiting: 10 },
  ]);
  expect(before.wishes).toEqual({ held: 1, overdue: 1 });
  expect(before.troubles.map(one => one.code)).toEqual([45009]);
  expect([before.appeals.count, before.drafts.count]).toEqual([0, 0]);

  for (const { section, lesson } of before.lessons.some)
    await good(
      room.staff.call('attendance.close', {
        actId: randomUUID(),
        sectionId: section.sectionId,
        lessonIndex: lesson.lessonIndex,
      }),
    );
  await good(room.worker(0).call('lesson.appeal', { sectionId: 'tea', lessonIndex: 0, text: '我到了，忘了签' }));
  await good(room.staff.call('draft.create', { actId: randomUUID() }));
  const after = await todoOf();
  expect([after.lessons.count, after.appeals.count, after.drafts.count]).toEqual([0, 1, 1]);
});

test('closings of several lessons die early and late: each is whole or not there, and again closes each once', async () => {
  room = await startClassroom({ sections: { choir: { course: '合唱', place: '206', capacity: 4 } } });
  const start = room.lesson.startsAt;
  const one = (index: number) => ({ startsAt: start + index * MINUTE, endsAt: start + HOUR + index * MINUTE });
  await room.set('sections', { ...room.section('choir'), lessons: range(7).map(one) });
  room.at(3 * HOUR);
  const inputs = (await todoOf()).lessons.some
    .filter(({ section }) => section.sectionId === 'choir')
    .map(({ lesson }) => ({ actId: randomUUID(), sectionId: 'choir', lessonIndex: lesson.lessonIndex }));
  expect(inputs).toHaveLength(7);

  let later = 0;
  const died: boolean[] = [];
  for (const [step, input] of inputs.entries()) {
    const when = step % 2 === 0 ? ('after' as const) : ('before' as const);
    room.emulator.setFaults({
      rules: [{ on: 'database', kind: 'kill', function: 'desk', skip: step * 2, times: 1, when }],
    });
    await room.emulator.post('desk', { endpoint: 'attendance.close', input }, room.staff.openid);
    room.emulator.setFaults({});
    const closed = room.roll('choir', input.lessonIndex)?.closedAt ?? null;
    expect(closings() - step).toBe(closed === null ? 0 : 1);
    died.push(closed === null);
    // A transaction that died holds its documents until the database forgets it.
    room.at(3 * HOUR + (later += MINUTE));
    await good(room.staff.call('attendance.close', input));
    await good(room.staff.call('attendance.close', input));
    expect(closings()).toBe(step + 1);
  }
  expect(new Set(died)).toEqual(new Set([true, false]));
  const again = await room.staff.call('attendance.close', { ...inputs[0]!, actId: randomUUID() });
  expect(again).toMatchObject({ ok: false, code: 'ROLL_CLOSED' });
  expect((await todoOf()).lessons.some.map(({ section }) => section.sectionId)).not.toContain('choir');
});

test('a week of all batches and drafts: what meets in it, without what was called off or withdrawn', async () => {
  room = await startClassroom({
    sections: {
      choir: { course: '合唱', place: '206', cancelledAt: 1 },
      gone: { course: '竹笛', batchId: 'withdrawn', place: '207' },
    },
  });
  const { startsAt } = room.lesson;
  const at = { lessons: [room.lesson] };
  for (const id of ['choir', 'gone']) await room.set('sections', { ...room.section(id), ...at });
  const weekAt = async (instant: number) => {
    const { monday, classes } = await good(room.staff.call('staff.week', { at: instant }));
    return { monday, classes: classes.map(one => [one.sectionId, one.lessons.map(lesson => lesson.startsAt)]) };
  };

  const monday = startOfWeek(startsAt);
  expect(await weekAt(startsAt)).toEqual({ monday, classes: [['tea', [startsAt]]] });
  expect(await weekAt(startsAt + 7 * DAY)).toEqual({
    monday: monday + 7 * DAY,
    classes: [['tea', [startsAt + 7 * DAY]]],
  });
  expect((await weekAt(startsAt + 21 * DAY)).classes).toEqual([]);
});
