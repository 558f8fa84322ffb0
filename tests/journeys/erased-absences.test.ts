import type { Erasure } from '../../domain/model';
import { good, HOUR, marking, MINUTE, ofTea, startClassroom, type Classroom } from './classroom';
import { ERASE, minutesLater } from './forgotten';
import { range } from './scene';

/** Nobody is better off for an erasure between a lesson and its closing: whoever missed it has missed it. */
let room: Classroom;
afterEach(() => room.stop());

const missedBy = (memberId: string) =>
  room.emulator.database.read<Erasure>('erasures').find(one => one._id === memberId)?.missed ?? [];
const AFTER_THE_END = 90 * MINUTE;

test('erased at any instant between the beginning and the closing, the absence is remembered; who came has none', async () => {
  const instants = [1_000, 10 * MINUTE, AFTER_THE_END - 1_000, AFTER_THE_END, AFTER_THE_END + HOUR];
  const [came, withClosing, later, stays] = [5, 6, 7, 8];
  room = await startClassroom({ line: 9, capacity: 9 });
  room.at(0);
  await good(
    room.teacher.call('roll.mark', { ...ofTea, device: 'phone', marks: [marking(room, room.worker(came), 'present')] }),
  );
  await good(room.worker(came).call('member.erase', ERASE));
  for (const [index, instant] of instants.entries()) {
    room.at(instant);
    await good(room.worker(index).call('member.erase', ERASE));
  }
  await minutesLater(room);

  const [closed] = await Promise.all([
    room.staff.call('attendance.close', { ...ofTea, actId: 'act-closing' }),
    room.worker(withClosing).call('member.erase', ERASE),
  ]);
  expect(closed.ok).toBe(true);
  await good(room.worker(later).call('member.erase', ERASE));
  await minutesLater(room);

  // The control: the one who stays has it.
  expect(room.roll()?.noShows).toContain(room.worker(stays).memberId);
  for (const index of [...range(instants.length), withClosing, later])
    expect([index, missedBy(room.worker(index).memberId)]).toEqual([index, [room.lesson.startsAt]]);
  expect(missedBy(room.worker(came).memberId)).toEqual([]);
  expect(JSON.stringify(room.roll())).not.toContain(room.worker(0).memberId);
}, 120_000);

test('an id that leads to the class is kept until every lesson of then is closed, and not longer', async () => {
  room = await startClassroom({ line: 2, capacity: 2 });
  room.at(10 * MINUTE);
  await good(room.worker(0).call('member.erase', ERASE));
  await minutesLater(room);
  const pending = () => room.emulator.database.read<Erasure>('erasures')[0]?.pending;

  expect(pending()).toEqual([{ sectionId: 'tea', alias: expect.stringMatching(/^x/), until: expect.any(Number) }]);

  room.emulator.setClock(room.lesson.endsAt + (7 + 10) * 24 * HOUR - Date.now());
  await room.emulator.fireTimer('nightly');

  expect(pending()).toEqual([]);
}, 60_000);
