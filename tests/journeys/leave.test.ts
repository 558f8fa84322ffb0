import type { Outgoing } from '../../domain/model';
import { good, HOUR, marking, ofTea, shown, startClassroom, type Classroom } from './classroom';
import { range, type Person } from './scene';

/** 请假 for one lesson lends its seat to the line, for that lesson only. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
  room.at(-24 * HOUR);
});
afterEach(() => room.stop());

const leave = (person: Person, reason = '上夜班') => person.call('lesson.leave', { ...ofTea, reason });
const lentTo = (person: Person) =>
  good(person.call('lesson.mine', {})).then(mine => mine.lent.map(one => one.lessonIndex));
const notices = () => room.notices().map(notice => `${notice.kind} ${notice.memberId}`);

test('the first in line is told and has the lesson; the course seat stays', async () => {
  expect(await good(leave(room.worker(0)))).toEqual({ lent: true });

  expect(notices()).toEqual([`LENT ${room.worker(3).memberId}`]);
  expect(room.notices()[0]).toMatchObject({ push: { kind: 'promoted' }, title: '茶艺tea' });
  expect(await lentTo(room.worker(3))).toEqual([0]);
  expect(room.line('tea')).toEqual(range(5).map(index => room.worker(index).memberId));
  expect(await good(room.worker(0).call('lesson.mine', {}))).toMatchObject({
    lessons: [{ leave: { lent: true }, mark: null }],
  });
});

test('twice, and two at once from one person, is one leave and one seat', async () => {
  await Promise.all([leave(room.worker(0)), leave(room.worker(0))]);
  expect(await good(leave(room.worker(0)))).toEqual({ lent: true });

  expect(room.roll()!.leaves).toHaveLength(1);
  expect(room.roll()!.guests).toHaveLength(1);
  expect(notices()).toHaveLength(1);
});

test('three at once: as many seats are lent as there are people who wait', async () => {
  const answers = await Promise.all(range(3).map(index => leave(room.worker(index))));
  for (const [index, answer] of answers.entries()) if (!answer.ok) await good(leave(room.worker(index)));

  expect(room.roll()!.leaves).toHaveLength(3);
  expect(
    room
      .roll()!
      .guests.map(guest => guest.memberId)
      .sort(),
  ).toEqual([room.worker(3).memberId, room.worker(4).memberId].sort());
  expect(notices().sort()).toEqual([3, 4].map(index => `LENT ${room.worker(index).memberId}`).sort());
});

test('passed on: the next in line is told; there is nobody after that', async () => {
  await good(leave(room.worker(0)));

  expect(await good(room.worker(3).call('lesson.decline', ofTea))).toEqual({ passedOn: true });
  expect(await lentTo(room.worker(3))).toEqual([]);
  expect(await lentTo(room.worker(4))).toEqual([0]);
  expect(await good(room.worker(4).call('lesson.decline', ofTea))).toEqual({ passedOn: false });
  expect(await room.worker(2).call('lesson.decline', ofTea)).toMatchObject({ code: 'NOT_LENT' });
});

test('who lent the seat comes all the same: told so; the guest checks in', async () => {
  await good(leave(room.worker(0)));
  room.at(0);
  const { code } = await shown(room);

  expect(await room.worker(0).call('lesson.checkIn', { code })).toMatchObject({ code: 'SEAT_LENT' });
  expect(await good(room.worker(3).call('lesson.checkIn', { code }))).toMatchObject({ guest: true, state: 'present' });
  expect(await lentTo(room.worker(4))).toEqual([]);
});

test('coming after all: while the seat is nobody else’s', async () => {
  await good(leave(room.worker(0)));
  expect(await room.worker(0).call('lesson.comeAfterAll', ofTea)).toMatchObject({ code: 'SEAT_LENT' });

  for (const index of [3, 4]) await room.worker(index).drop('tea');
  await good(leave(room.worker(1)));
  expect(await good(room.worker(1).call('lesson.comeAfterAll', ofTea))).toEqual({ coming: true });
  expect(await good(room.worker(1).call('lesson.comeAfterAll', ofTea))).toEqual({ coming: true });
  expect(room.roll()!.leaves.map(one => one.memberId)).toEqual([room.worker(0).memberId]);
});

test('within the last two hours: too late for all of it', async () => {
  await good(leave(room.worker(0)));
  room.at(-2 * HOUR);

  expect(await leave(room.worker(1))).toMatchObject({ code: 'LEAVE_TOO_LATE' });
  expect(await room.worker(3).call('lesson.decline', ofTea)).toMatchObject({ code: 'LEAVE_TOO_LATE' });
});

test('leave is for who has a seat', async () => {
  expect(await leave(room.worker(3))).toMatchObject({ code: 'NOT_SEATED' });
  expect(await leave(room.worker(8))).toMatchObject({ code: 'NOT_SEATED' });
  expect(room.roll()).toBeUndefined();
});

test('a crash between the lending and the telling loses nothing: the timer tells', async () => {
  await good(leave(room.worker(0)));
  const [outgoing] = room.emulator.database.read<Outgoing>('outbox');
  // As it stands when the function dies right after its transaction.
  await room.emulator.database.import('outbox', [{ ...outgoing!, doneAt: null }]);
  for (const notice of room.notices())
    await room.emulator.database.import('notices', [{ ...notice, memberId: 'gone' }]);
  room.at(-23 * HOUR);

  await room.emulator.fireTimer('tell');

  expect(room.emulator.database.read<Outgoing>('outbox')[0]!.doneAt).not.toBeNull();
});

test('leave and marks at once: neither is lost', async () => {
  room.at(0);
  const marks = range(12).map(index => marking(room, room.worker(index % 3), 'present'));
  room.at(-3 * HOUR);
  const leaving = leave(room.worker(2));
  room.at(0);

  const calls = marks.map(mark => room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [mark] }));
  const answers = await Promise.all(calls);
  const left = await leaving;

  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [marks[index]!] }));
  }
  expect(room.roll()!.marks).toHaveLength(12);
  expect(room.roll()!.leaves).toHaveLength(left.ok ? 1 : 0);
});

describe('a tap that arrives after the person has said otherwise', () => {
  const come = (person: Person, tappedAt?: number) =>
    person.call('lesson.comeAfterAll', { ...ofTea, ...(tappedAt === undefined ? {} : { tappedAt }) });
  const leaveAt = (person: Person, tappedAt: number) =>
    person.call('lesson.leave', { ...ofTea, reason: '上夜班', tappedAt });
  const isAway = () => room.roll()!.leaves.map(one => one.memberId);

  test('请假 before 我能来了 lends no seat again; a new tap does', async () => {
    await room.set('sections', { ...room.section('tea'), line: room.section('tea').line.slice(0, 3), lineCount: 3 });
    const [worker, first] = [room.worker(0), room.now()];
    await good(leaveAt(worker, first));
    room.at(-23 * HOUR);
    await good(come(worker, room.now()));
    room.at(-22 * HOUR);

    expect(await leaveAt(worker, first)).toMatchObject({ code: 'CHANGED_SINCE' });
    expect(isAway()).toEqual([]);
    await good(leaveAt(worker, room.now()));
    expect(isAway()).toEqual([worker.memberId]);
    // The same tap again is the same leave.
    await good(leaveAt(worker, first));
    expect(room.roll()!.leaves).toHaveLength(1);
  });

  test('我能来了 before a second 请假 ends no leave', async () => {
    await room.set('sections', { ...room.section('tea'), line: room.section('tea').line.slice(0, 3), lineCount: 3 });
    const worker = room.worker(0);
    await good(leaveAt(worker, room.now()));
    room.at(-23 * HOUR);
    const tap = room.now();
    await good(come(worker, tap));
    room.at(-22 * HOUR);
    await good(leaveAt(worker, room.now()));

    expect(await come(worker, tap)).toMatchObject({ code: 'CHANGED_SINCE' });
    expect(isAway()).toEqual([worker.memberId]);
  });
});
