import type { MarkState } from '../../domain/roll/roll';
import { good, HOUR, marking, MINUTE, ofTea, shown, startClassroom, type Classroom } from './classroom';
import type { Person } from './scene';

/** Whoever reads 签到成功 is 到 or 迟到 on the roll, whatever a phone without signal says later. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
});
afterEach(() => room.stop());

const send = (marks: object[], device = 'phone-1') =>
  good(room.teacher.call('roll.mark', { ...ofTea, device, marks: marks as never }));
const scan = async (person: Person) => person.call('lesson.checkIn', { code: (await shown(room)).code });
const rowOf = async (person: Person) =>
  (await good(room.teacher.call('roll.lesson', ofTea))).people.find(one => one.memberId === person.memberId)!;
const tap = async (person: Person, state: MarkState | null, change: object = {}) => {
  const { seen } = await good(room.teacher.call('roll.lesson', ofTea));
  await send([marking(room, person, state, { seen, ...change })]);
};
const close = async () => {
  room.at(100 * MINUTE);
  await good(room.staff.call('attendance.close', { ...ofTea, actId: 'close-close-close' }));
};

test('checked in, then 其余都记为缺课 from a list that is older: present, in dispute, and no no-show', async () => {
  const worker = room.worker(1);
  room.at(MINUTE);
  const old = [marking(room, worker, 'absent'), marking(room, room.worker(2), 'absent')];
  await good(scan(worker));
  room.at(20 * MINUTE);
  await send(old);

  expect(await rowOf(worker)).toMatchObject({
    mark: { state: 'present', source: 'self' },
    disputed: { state: 'absent', source: 'instructor', receivedAt: expect.any(Number) },
  });
  await close();
  expect(room.roll()!.noShows).toEqual([room.worker(0).memberId, room.worker(2).memberId]);
});

test('marked absent, then checked in: told so, the roll shows the check-in, and nobody is a no-show before a decision', async () => {
  const worker = room.worker(1);
  await tap(room.worker(0), 'present');
  await tap(room.worker(2), 'present');
  await tap(worker, 'absent');
  room.at(10 * MINUTE);

  const refusal = { code: 'MARKED_ABSENT', message: '老师已记缺课，请让老师看一下这一页' };
  expect(await scan(worker)).toMatchObject(refusal);
  expect(await scan(worker)).toMatchObject(refusal);
  expect(await rowOf(worker)).toMatchObject({
    mark: { state: 'absent' },
    disputed: { state: 'late', source: 'self', at: expect.any(Number) },
  });
  const { lessons } = await good(worker.call('lesson.mine', {}));
  expect(lessons[0]).toMatchObject({ mark: null, undecided: true });
  await close();

  expect(room.roll()!.noShows).toEqual([]);
  const after = await good(
    room.staff.call('attendance.correct', {
      ...ofTea,
      actId: 'accept-accept-accept',
      memberId: worker.memberId,
      state: 'late',
      reason: '本人扫过码',
    }),
  );
  expect(after.people[1]).toMatchObject({ mark: { state: 'late', source: 'staff' }, disputed: null });
});

test('the instructor accepts with one tap, or decides against it, knowing of the check-in', async () => {
  const worker = room.worker(1);
  await tap(worker, 'absent');
  room.at(10 * MINUTE);
  await scan(worker);

  await tap(worker, 'late');
  expect(await rowOf(worker)).toMatchObject({ mark: { state: 'late' }, disputed: null });
  expect(await scan(worker)).toMatchObject({ ok: true, data: { already: true, state: 'late' } });

  await tap(worker, 'absent');
  await close();
  expect(room.roll()!.noShows).toContain(worker.memberId);
});

test('absent by mistake and taken back, then checked in: present', async () => {
  const worker = room.worker(1);
  await tap(worker, 'absent');
  room.at(MINUTE);
  await tap(worker, null);
  room.at(2 * MINUTE);

  expect(await good(scan(worker))).toMatchObject({ state: 'present', already: false });
  expect(await good(scan(worker))).toMatchObject({ state: 'present', already: true });
  expect(await rowOf(worker)).toMatchObject({ mark: { state: 'present', source: 'self' }, disputed: null });
});

test('checked in, marked absent by mistake and taken back: present again', async () => {
  const worker = room.worker(1);
  await good(scan(worker));
  room.at(MINUTE);
  await tap(worker, 'absent');
  room.at(2 * MINUTE);
  await tap(worker, null);

  expect(await rowOf(worker)).toMatchObject({ mark: { state: 'present', source: 'self' } });
});

test('marks of a phone without signal and a correction by staff who did not know of them: nobody is absent by it', async () => {
  const worker = room.worker(1);
  room.at(5 * MINUTE);
  const made = marking(room, worker, 'present');
  room.at(2 * HOUR);
  await good(
    room.staff.call('attendance.correct', {
      ...ofTea,
      actId: 'correct-correct-1',
      memberId: worker.memberId,
      state: 'absent',
      reason: '名单上没有',
    }),
  );
  await send([made]);

  expect(await rowOf(worker)).toMatchObject({
    mark: { state: 'present', source: 'instructor' },
    disputed: { state: 'absent', source: 'staff' },
  });
});

test('a leave that the list of the phone did not know of stays a leave', async () => {
  room.at(-3 * HOUR);
  await good(room.worker(1).call('lesson.leave', { ...ofTea, reason: '' }));
  room.at(0);
  await send([marking(room, room.worker(1), 'absent'), marking(room, room.worker(0), 'present')]);
  await close();

  expect(room.roll()!.noShows).not.toContain(room.worker(1).memberId);
});
