import { randomUUID } from 'node:crypto';
import { made, make } from './changing';
import { good, HOUR, marking, MINUTE, ofTea, startClassroom, type Classroom } from './classroom';

/** A lesson that is moved punishes nobody. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
});
afterEach(() => room.stop());

/** Staff move the lesson, so many hours before it was to begin, to so many hours from then. */
async function moved(before: number, ahead: number): Promise<void> {
  room.at(-before * HOUR);
  const startsAt = room.now() + ahead * HOUR;
  await made(room.staff, { kind: 'moveLesson', ...ofTea, startsAt, endsAt: startsAt + HOUR });
}
const begins = () => room.section('tea').lessons[0]!.startsAt - room.lesson.startsAt;
const leave = (index: number) => room.worker(index).call('lesson.leave', { ...ofTea, reason: '' });
const missed = async (index: number) => (await good(room.worker(index).call('lesson.mine', {}))).noShows.length;
async function held(): Promise<void> {
  room.at(begins() + 10 * MINUTE);
  const marks = [marking(room, room.worker(0), 'present'), marking(room, room.worker(1), 'absent')];
  await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks }));
  room.at(begins() + 2 * HOUR);
  await good(room.staff.call('attendance.close', { actId: randomUUID(), ...ofTea }));
}

test('to an hour from now: leave is taken until it begins, and who does not come has no absence', async () => {
  await moved(48, 1);

  room.at(begins() - 5_000);
  expect(await leave(2)).toMatchObject({ ok: true });
  await held();

  expect(room.roll()!.noShows).toEqual([]);
  expect([await missed(1), await missed(2)]).toEqual([0, 0]);
});

test('nor is leave taken once it has begun, nor does a correction make an absence of it', async () => {
  await moved(48, 1);
  room.at(begins());
  expect(await leave(2)).toMatchObject({ code: 'LEAVE_TOO_LATE' });
  await held();

  const correction = { actId: randomUUID(), ...ofTea, memberId: room.worker(2).memberId };
  await good(room.staff.call('attendance.correct', { ...correction, state: 'absent', reason: '没有来' }));

  expect(await missed(2)).toBe(0);
});

test('in good time: as any other', async () => {
  await moved(48, 72);

  room.at(begins() - HOUR);
  expect(await leave(2)).toMatchObject({ code: 'LEAVE_TOO_LATE' });
  await held();

  expect(room.roll()!.noShows).toHaveLength(2);
});

test('to another day once somebody has checked in: refused; called off and given once more, its roll is empty', async () => {
  const tomorrow = room.lesson.startsAt + 24 * HOUR;
  room.at(-10 * MINUTE);
  const move = { kind: 'moveLesson', ...ofTea, startsAt: tomorrow, endsAt: tomorrow + HOUR } as const;
  await good(
    room.teacher.call('roll.mark', {
      ...ofTea,
      device: 'phone-1',
      marks: [marking(room, room.worker(0), 'present')],
    }),
  );

  expect(await make(room.staff, move)).toMatchObject({ code: 'LESSON_TIME_WRONG' });
  await made(room.staff, { kind: 'cancelLesson', ...ofTea });
  await made(room.staff, { kind: 'addLesson', sectionId: 'tea', startsAt: tomorrow, endsAt: tomorrow + HOUR });

  const lessonIndex = room.section('tea').lessons.length - 1;
  const { people } = await good(room.teacher.call('roll.lesson', { ...ofTea, lessonIndex }));
  expect(people.map(one => one.mark)).toEqual(people.map(() => null));
});

test('a batch that is copied forgets that it was moved', async () => {
  await moved(48, 1);

  const { draftId } = await good(room.staff.call('draft.create', { actId: randomUUID(), copyOf: 'b' }));

  const draft = room.emulator.database.read('drafts').find(one => one._id === draftId);
  expect(draft).toBeDefined();
  expect(JSON.stringify(draft)).not.toContain('movedAt');
});
