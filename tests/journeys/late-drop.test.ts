import { randomUUID } from 'node:crypto';
import type { Erasure } from '../../domain/model';
import { emptyRoll } from '../../domain/roll/roll';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { good, HOUR, marking, ofTea, startClassroom, type Classroom } from './classroom';
import { recordOf } from './changing';
import { ERASE, minutesLater } from './forgotten';

/** A seat given back late counts as an absence only where it stays empty, and whoever gave it back is not there. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom({ line: 2, capacity: 4 });
  const { startsAt } = room.lesson;
  const open = { dropUntil: startsAt - 24 * HOUR, freezeAt: startsAt - HOUR, closesAt: startsAt };
  await room.set('sections', { ...room.section('tea'), ...open, waitlistLimit: 2 });
  room.at(-12 * HOUR);
});
afterEach(() => room.stop());

const idOf = (index: number) => room.worker(index).memberId;
const dropLate = (index: number) => good(room.worker(index).call('line.drop', { sectionId: 'tea', late: true }));
const claim = (index: number) => good(room.worker(index).claimUntilAnswered('tea'));
async function closed(...present: number[]) {
  room.at(0);
  const marks = present.map(index => marking(room, room.worker(index), 'present'));
  if (marks.length > 0) await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks }));
  room.at(2 * HOUR);
  await good(room.staff.call('attendance.close', { actId: randomUUID(), ...ofTea }));
  return room.roll()!.noShows;
}

test('nobody takes the seat: one absence', async () => {
  await dropLate(1);

  expect(await closed(0)).toEqual([idOf(1)]);
});

test('whoever moves up within the last day and gives the seat back has no absence: staying away would be none either', async () => {
  await room.set('sections', { ...room.section('tea'), capacity: 1 });
  room.at(-20 * HOUR);
  await dropLate(0);
  expect(room.notices()).toMatchObject([{ kind: 'PROMOTED', memberId: idOf(1) }]);
  room.at(-18 * HOUR);
  await dropLate(1);

  expect(await closed()).toEqual([]);
  expect(room.section('tea').lateDrops?.map(one => one.memberId)).toEqual([idOf(0), idOf(1)]);
});

test.each<[string, boolean]>([
  ['stays empty: the absence is remembered', false],
  ['is taken by somebody else: none is', true],
])('erased after the time for giving back, and the seat %s', async (_, isTaken) => {
  await room.set('sections', { ...room.section('tea'), capacity: 2 });
  await good(room.worker(1).call('member.erase', ERASE));
  await minutesLater(room);
  if (isTaken) await claim(2);

  const present = isTaken ? [0, 2] : [0];
  const noShows = await closed(...present);

  expect(noShows.map(isAnonymous)).toEqual(isTaken ? [] : [true]);
  const erased = room.emulator.database.read<Erasure>('erasures').find(one => one._id === idOf(1));
  expect(erased?.missed ?? []).toEqual(isTaken ? [] : [room.lesson.startsAt]);
  expect(JSON.stringify([room.section('tea'), room.roll()])).not.toContain(idOf(1));
});

test('the night closes a lesson that nobody has written to, and the seat that stayed empty counts', async () => {
  await dropLate(1);
  room.at(6 * 24 * HOUR);
  await room.emulator.fireTimer('nightly');
  expect(room.roll()).toBeUndefined();

  room.at(7 * 24 * HOUR + 2 * HOUR);
  await room.emulator.fireTimer('nightly');
  await room.emulator.fireTimer('nightly');

  expect(room.roll()).toMatchObject({ closedAt: expect.any(Number), expected: [idOf(0)], noShows: [idOf(1)] });
  expect(room.roll('tea', 1)).toBeUndefined();
  expect(recordOf(room).filter(entry => entry.act === 'attendance.close')).toHaveLength(1);
});

test('the night leaves a class alone whose batch was withdrawn', async () => {
  await room.set('sections', { ...room.section('tea'), batchId: 'withdrawn' });
  room.at(7 * 24 * HOUR + 2 * HOUR);
  await room.emulator.fireTimer('nightly');

  expect(room.roll()).toBeUndefined();
});

test('a roll that was begun before its lesson was moved to an earlier day is closed a week after the lesson', async () => {
  const begun = emptyRoll({ _id: 'tea', batchId: 'b' }, 0, { startsAt: room.lesson.startsAt + 24 * HOUR });
  await room.set('rolls', { ...begun, leaves: [{ memberId: idOf(1), at: 1, reason: '' }] });
  room.at(7 * 24 * HOUR + 2 * HOUR);
  await room.emulator.fireTimer('nightly');

  expect(room.roll()!.closedAt).not.toBeNull();
});

test('claimed again, and present: none', async () => {
  await dropLate(1);
  await claim(1);

  expect(await closed(0, 1)).toEqual([]);
  expect((await good(room.worker(1).call('lesson.mine', {}))).noShows).toEqual([]);
});

test('again and again is noted once, as it was the last time', async () => {
  await dropLate(0);
  for (let times = 0; times < 5; times += 1) {
    await dropLate(1);
    await claim(1);
  }
  room.at(-11 * HOUR);
  await dropLate(1);

  const { lateDrops } = room.section('tea');
  expect(lateDrops?.map(one => one.memberId)).toEqual([idOf(0), idOf(1)]);
  expect(lateDrops?.[1]?.at).toBeGreaterThanOrEqual(room.lesson.startsAt - 11 * HOUR);
  await claim(2);
  expect(await closed(2)).toEqual([idOf(0), idOf(1)]);
});

test('two who go at once are both noted', async () => {
  await dropLate(1);
  await claim(1);
  await Promise.all([dropLate(0), dropLate(1)]);

  expect(
    room
      .section('tea')
      .lateDrops?.map(one => one.memberId)
      .sort(),
  ).toEqual([idOf(0), idOf(1)].sort());
});
