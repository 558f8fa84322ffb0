import { dateText, timeText } from '../../domain/base/clock';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { made } from './changing';
import { good, HOUR, ofTea, shown, startClassroom, type Classroom } from './classroom';
import type { Person } from './scene';

/** A lent seat is for who waits. Whoever has one of their own, or waits no more, leaves it to the next in line. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom({ sections: { choir: { capacity: 1, clashIds: ['tea'] } } });
  const { startsAt } = room.lesson;
  for (const id of ['tea', 'choir']) {
    const section = room.section(id);
    const clashIds = id === 'tea' ? ['choir'] : section.clashIds;
    await room.set('sections', { ...section, clashIds, dropUntil: startsAt, closesAt: startsAt });
  }
  room.at(-24 * HOUR);
  // The seat of the first is lent to the first in line, worker 3; worker 4 is the next.
  await good(leave(0));
  expect(await lentTo()).toEqual([true, false]);
});
afterEach(() => room.stop());

const idOf = (index: number) => room.worker(index).memberId;
const leave = (index: number) => room.worker(index).call('lesson.leave', { ...ofTea, reason: '' });
const hasLent = async (person: Person) => (await good(person.call('lesson.mine', {}))).lent.length > 0;
/** Worker 3, worker 4. */
const lentTo = async () => [await hasLent(room.worker(3)), await hasLent(room.worker(4))];
const told = () =>
  room
    .notices()
    .filter(notice => notice.kind === 'LENT')
    .map(notice => notice.memberId);
const dying = (rule: object) =>
  room.emulator.setFaults({ rules: [{ on: 'database', kind: 'kill', times: 1, ...rule } as never] });
async function byTheTimer(): Promise<void> {
  // Well after what was left, however long this machine took until here.
  room.at(-23 * HOUR + HOLD_TTL_MS);
  await room.emulator.fireTimer('tell');
}

test.each<[string, () => Promise<unknown>]>([
  ['moves up, because somebody drops', () => room.worker(1).drop('tea')],
  ['moves up, because staff add a seat', () => made(room.staff, { kind: 'capacity', sectionId: 'tea', capacity: 4 })],
  [
    'moves up, because staff take somebody out',
    () => made(room.staff, { kind: 'removePerson', sectionId: 'tea', memberId: idOf(1) }),
  ],
  ['leaves the waiting list', () => room.worker(3).drop('tea')],
  ['takes a seat elsewhere that clashes', () => room.worker(3).claimUntilAnswered('choir')],
  [
    'is taken out of the line by staff',
    () => made(room.staff, { kind: 'removePerson', sectionId: 'tea', memberId: idOf(3) }),
  ],
])('the guest %s: the next in line has the lesson and is told', async (_, act) => {
  await act();

  expect(await lentTo()).toEqual([false, true]);
  expect(told()).toEqual([idOf(3), idOf(4)]);
  expect(room.roll()!.guests).toMatchObject([{ memberId: idOf(4), seatOf: idOf(0) }]);
  // Nothing is left to be told.
  await byTheTimer();
  expect(told()).toHaveLength(2);
});

test('seats of two lessons that are lent on at once are told in one message, which names both', async () => {
  await good(room.worker(0).call('lesson.leave', { sectionId: 'tea', lessonIndex: 1, reason: '' }));
  await room.worker(3).drop('tea');

  expect(room.roll('tea', 1)!.guests).toMatchObject([{ memberId: idOf(4) }]);
  const [message, ...others] = room.notices().filter(one => one.kind === 'LENT' && one.memberId === idOf(4));
  expect(others).toEqual([]);
  const [first, second] = room.section('tea').lessons.map(one => `${dateText(one.startsAt)} ${timeText(one.startsAt)}`);
  expect(message).toMatchObject({
    text: `${first}、${second} 有人请假，这 2 次课的座位留给您。来不了请让给下一位，不影响候补。`,
    push: { kind: 'promoted', lessonAt: room.lesson.startsAt },
  });
  // The timer finds nothing more to tell.
  await byTheTimer();
  expect(told().filter(id => id === idOf(4))).toHaveLength(1);
});

test('nobody else waits: its owner can come after all', async () => {
  await room.worker(4).drop('tea');
  expect(await room.worker(0).call('lesson.comeAfterAll', ofTea)).toMatchObject({ code: 'SEAT_LENT' });
  await room.worker(3).drop('tea');

  expect(await good(room.worker(0).call('lesson.mine', {}))).toMatchObject({ lessons: [{ leave: { lent: false } }] });
  expect(await good(room.worker(0).call('lesson.comeAfterAll', ofTea))).toEqual({ coming: true });
});

test('within the last two hours: lent to nobody else, and its owner checks in', async () => {
  room.at(-HOUR);
  await room.worker(3).drop('tea');
  expect(await lentTo()).toEqual([false, false]);
  room.at(0);
  const { code } = await shown(room);

  expect(await good(room.worker(0).call('lesson.checkIn', { code }))).toMatchObject({ state: 'present', guest: false });
});

test('a guest who leaves when the lesson has begun stands in nobody’s way either', async () => {
  room.at(0);
  const { code } = await shown(room);
  expect(await room.worker(0).call('lesson.checkIn', { code })).toMatchObject({ code: 'SEAT_LENT' });
  await room.worker(3).drop('tea');

  expect(await good(room.worker(0).call('lesson.checkIn', { code }))).toMatchObject({ state: 'present', guest: false });
});

test('who came as a guest and then leaves the waiting list was there', async () => {
  room.at(0);
  const { code } = await shown(room);
  await good(room.worker(3).call('lesson.checkIn', { code }));
  await room.worker(3).drop('tea');

  const view = await good(room.teacher.call('roll.lesson', ofTea));
  expect(view.people.find(person => person.memberId === idOf(3))).toMatchObject({
    as: 'lent',
    mark: { state: 'present' },
  });
});

describe('what a crash leaves, the timer makes good', () => {
  test.each<[string, object, () => Promise<unknown>]>([
    [
      'of a drop that moves the guest up',
      { function: 'line', action: 'insertDocument', collection: 'notices' },
      () => room.emulator.post('line', { endpoint: 'line.drop', input: { sectionId: 'tea' } }, room.worker(1).openid),
    ],
    [
      'of the guest’s own leaving',
      { function: 'line', action: 'getDocument', collection: 'rolls' },
      () => room.emulator.post('line', { endpoint: 'line.drop', input: { sectionId: 'tea' } }, room.worker(3).openid),
    ],
    [
      'of the guest’s swap',
      { function: 'line', action: 'getDocument', collection: 'rolls' },
      () =>
        room.emulator.post(
          'line',
          { endpoint: 'line.claim', input: { batchId: 'b', sectionId: 'choir' } },
          room.worker(3).openid,
        ),
    ],
  ])('%s', async (_, rule, act) => {
    dying(rule);
    await act();
    expect(told()).toEqual([idOf(3)]);

    await byTheTimer();

    expect(await lentTo()).toEqual([false, true]);
    expect(told()).toEqual([idOf(3), idOf(4)]);
  });
});

test('at once: leave is taken while the next in line goes', async () => {
  await Promise.all([leave(1), room.worker(4).drop('tea')]);

  expect(room.roll()!.guests).toMatchObject([{ memberId: idOf(3) }]);
  expect(await good(room.worker(1).call('lesson.comeAfterAll', ofTea))).toEqual({ coming: true });
});
