import { randomUUID } from 'node:crypto';
import { made } from './changing';
import { good, HOUR, marking, MINUTE, ofTea, startClassroom, type Classroom } from './classroom';
import type { Person } from './scene';

/** A lesson belongs to those who had its seats when it began, whatever becomes of the line before staff close it. */
const DAY = 24 * HOUR;
let room: Classroom;
beforeEach(async () => {
  // Two seats of three are taken; the class still takes people.
  room = await startClassroom({ line: 2, capacity: 3 });
  const open = { dropUntil: room.lesson.startsAt + 20 * DAY, closesAt: room.lesson.startsAt + 20 * DAY };
  await room.set('sections', { ...room.section('tea'), ...open, waitlistLimit: 2 });
  await call(0, 'present');
});
afterEach(() => room.stop());

const idOf = (index: number) => room.worker(index).memberId;
const call = (index: number, state: 'present' | 'absent') =>
  good(
    room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [marking(room, room.worker(index), state)] }),
  );
const close = () => good(room.staff.call('attendance.close', { actId: randomUUID(), ...ofTea }));
const mineOf = (person: Person) => good(person.call('lesson.mine', {}));
const sums = async () => {
  const { sections } = await good(room.staff.call('attendance.batch', { batchId: 'b' }));
  return sections[0]!.lessons[0]!;
};
const claim = (index: number) => room.worker(index).claim('tea');

describe('who joins after a lesson', () => {
  test.each([
    ['by staff', () => made(room.staff, { kind: 'addPerson', sectionId: 'tea', memberId: idOf(5) })],
    ['by a claim', () => claim(5)],
  ])('%s has missed nothing', async (_, join) => {
    room.at(2 * DAY);
    await join();
    expect(room.line('tea')).toContain(idOf(5));

    expect(await sums()).toMatchObject({ expected: 2, present: 1, unmarked: 1 });
    const view = await good(room.teacher.call('roll.lesson', ofTea));
    expect(view.people.map(person => person.memberId)).toEqual([idOf(0), idOf(1)]);
    room.at(3 * DAY);
    await close();

    expect(room.roll()).toMatchObject({ expected: [idOf(0), idOf(1)], noShows: [idOf(1)] });
    expect((await mineOf(room.worker(5))).noShows).toEqual([]);
    expect(await sums()).toMatchObject({ expected: 2, absent: 1 });
  });

  test('nor by the night’s closing', async () => {
    room.at(2 * DAY);
    await made(room.staff, { kind: 'addPerson', sectionId: 'tea', memberId: idOf(5) });
    room.at(8 * DAY);
    await room.emulator.fireTimer('nightly');

    expect(room.roll()).toMatchObject({ closedAt: expect.any(Number), noShows: [idOf(1)] });
  });

  test('but who comes while it lasts can be marked, and counts then', async () => {
    room.at(10 * MINUTE);
    await claim(5);
    await call(5, 'present');
    room.at(2 * DAY);

    expect(await sums()).toMatchObject({ expected: 3, present: 2 });
    await close();
    expect(room.roll()).toMatchObject({ expected: [idOf(0), idOf(1), idOf(5)], noShows: [idOf(1)] });
  });
});

test('who was added in the last day before a lesson is not blamed for it', async () => {
  const next = { ...ofTea, lessonIndex: 1 };
  room.at(7 * DAY - 12 * HOUR);
  await made(room.staff, { kind: 'addPerson', sectionId: 'tea', memberId: idOf(5) });
  room.at(7 * DAY);
  const marks = [marking(room, room.worker(0), 'present')];
  await good(room.teacher.call('roll.mark', { ...next, device: 'phone-1', marks }));
  room.at(8 * DAY);

  await good(room.staff.call('attendance.close', { actId: randomUUID(), ...next }));

  expect(room.roll('tea', 1)).toMatchObject({ expected: [idOf(0), idOf(1), idOf(5)], noShows: [idOf(1)] });
});

describe('a lesson that took place stays as it was', () => {
  test('when the whole class is called off: it is closed as ever, and people keep what they did', async () => {
    room.at(2 * DAY);
    await made(room.staff, { kind: 'cancelSection', sectionId: 'tea' });
    room.at(3 * DAY);

    expect(await sums()).toMatchObject({ expected: 2, present: 1, unmarked: 1 });
    await close();

    expect(room.roll()).toMatchObject({ expected: [idOf(0), idOf(1)], noShows: [idOf(1)] });
    expect(await sums()).toMatchObject({ expected: 2, present: 1, absent: 1 });
    expect((await mineOf(room.worker(0))).lessons).toMatchObject([{ ...ofTea, mark: { state: 'present' } }]);
    expect((await mineOf(room.worker(1))).noShows).toMatchObject([ofTea]);
    // What was still to come is off.
    const next = { actId: randomUUID(), sectionId: 'tea', lessonIndex: 1 };
    room.at(15 * DAY);
    expect(await room.staff.call('attendance.close', next)).toMatchObject({ code: 'LESSON_CANCELLED' });
  });

  test('nor does the night empty it', async () => {
    room.at(2 * DAY);
    await made(room.staff, { kind: 'cancelSection', sectionId: 'tea' });
    room.at(8 * DAY);
    await room.emulator.fireTimer('nightly');

    expect(room.roll()).toMatchObject({ closedAt: expect.any(Number), expected: [idOf(0), idOf(1)] });
  });

  test.each([
    [
      'staff take somebody out of the line',
      () => made(room.staff, { kind: 'removePerson', sectionId: 'tea', memberId: idOf(1) }),
    ],
    ['somebody drops', () => room.worker(1).drop('tea')],
  ])('when %s', async (_, go) => {
    await claim(2);
    await claim(3);
    room.at(2 * DAY);
    await go();
    expect(room.line('tea')).toEqual([idOf(0), idOf(2), idOf(3)]);
    room.at(3 * DAY);
    await close();

    expect(room.roll()).toMatchObject({ expected: [idOf(0), idOf(1)], noShows: [idOf(1)] });
    expect((await mineOf(room.worker(3))).noShows).toEqual([]);
  });

  test('a mark that was made without signal still finds its person', async () => {
    const kept = marking(room, room.worker(1), 'present');
    room.at(100 * MINUTE);
    await made(room.staff, { kind: 'removePerson', sectionId: 'tea', memberId: idOf(1) });

    await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [kept] }));

    expect(await sums()).toMatchObject({ expected: 2, present: 2 });
  });

  test('when the person erases themselves: the number stays, without the person', async () => {
    await room.set('sections', { ...room.section('tea'), freezeAt: room.lesson.startsAt + 20 * DAY });
    room.at(2 * DAY);
    await good(room.worker(1).call('member.erase', { confirmed: '删除我的资料' }));
    room.at(2 * DAY + 10 * MINUTE);
    await room.emulator.fireTimer('tell');
    await room.emulator.fireTimer('tell');

    expect(await sums()).toMatchObject({ expected: 2, present: 1 });
    expect(JSON.stringify(room.section('tea'))).not.toContain(idOf(1));
  });
});

test('what comes and goes leaves no heap behind', async () => {
  room.at(2 * DAY);
  for (let times = 0; times < 6; times += 1) {
    await room.worker(1).drop('tea');
    await room.worker(1).claimUntilAnswered('tea');
  }

  expect(room.section('tea').seatChanges).toHaveLength(1);
});
