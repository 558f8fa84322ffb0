import { randomUUID } from 'node:crypto';
import type { LineEntry, Member } from '../../domain/model';
import { ERASE, minutesLater, read } from './forgotten';
import { good, HOUR, marking, ofTea, startClassroom, type Classroom } from './classroom';

/**
 * A parent holds a place for a child who has no WeChat. No endpoint makes such a place yet. These tests put one into a
 * line as it would be stored, so that everything around it is known to work: only joining has to be added.
 */
const CHILD = 'wChild00000000000000000';
const SISTER = 'wSister0000000000000000';
const NUMBER = '13594210000';
let room: Classroom;
/** One seat, which worker 0 has; the child waits, held by worker 1; worker 2 waits behind. */
beforeEach(async () => {
  room = await startClassroom({ line: 3, capacity: 1 });
  const { startsAt } = room.lesson;
  const [first, second, third] = room.section('tea').line as [LineEntry, LineEntry, LineEntry];
  const ofChild = { memberId: CHILD, holderId: idOf(1), at: second.at };
  const open = { dropUntil: startsAt - HOUR, freezeAt: startsAt - HOUR, closesAt: startsAt, waitlistLimit: 4 };
  await room.set('sections', { ...room.section('tea'), ...open, line: [first, ofChild, third] });
  await room.set('standings', {
    _id: CHILD,
    holds: [{ sectionId: 'tea', batchId: 'b', at: second.at }],
    batches: { b: { settledAt: room.opensAt, count: 1 } },
  });
  await room.set('standings', { _id: idOf(1), holds: [], batches: { b: { settledAt: room.opensAt, count: 0 } } });
  const times = { createdAt: 1, updatedAt: 1, openid: '' };
  const child = {
    _id: CHILD,
    name: '小周',
    phone: NUMBER,
    employer: '',
    unionMember: false,
    roles: [],
    ...times,
  };
  await room.set('members', child);
  room.at(-12 * HOUR);
});
afterEach(() => room.stop());

const idOf = (index: number) => room.worker(index).memberId;
const claim = (index: number) => good(room.worker(index).claimUntilAnswered('tea'));

test('a place of one person is stored as it always was', async () => {
  const { place } = await claim(4);

  expect(room.section('tea').line[3]).toEqual({ memberId: idOf(4), at: place.at });
});

test('the guard asks for the key: the holder of a child’s place can still join, and nobody joins twice', async () => {
  expect(await claim(1)).toMatchObject({ already: false, place: { state: 'WAITING', number: 3 } });
  expect(await claim(1)).toMatchObject({ already: true, place: { state: 'WAITING', number: 3 } });

  expect(room.line('tea')).toEqual([idOf(0), CHILD, idOf(2), idOf(1)]);
  expect(room.healing()).toMatchObject({ unused: [], missing: [], alarms: [] });
});

test('the child moves up and is on the roll; the holder is told', async () => {
  await good(room.worker(0).drop('tea'));

  expect(room.notices()).toMatchObject([{ kind: 'PROMOTED', memberId: idOf(1), attendeeId: CHILD }]);
  expect(room.notices()[0]!.title).toMatch(/^小周：茶艺/);
  room.at(0);
  const roll = await good(room.teacher.call('roll.lesson', ofTea));
  expect(roll.people).toMatchObject([{ memberId: CHILD, name: '小周', seat: 1 }]);
  const { people } = await good(room.staff.call('staff.line', { sectionId: 'tea' }));
  expect(people[0]).toMatchObject({ memberId: CHILD, name: '小周', state: 'SEATED' });
});

test('a seat that somebody on leave gives away is lent to the child, and the holder is told', async () => {
  await good(room.worker(0).call('lesson.leave', { ...ofTea, reason: '' }));

  expect(room.roll()?.guests).toMatchObject([{ memberId: CHILD, as: 'lent', seatOf: idOf(0) }]);
  expect(room.notices().map(({ kind, memberId }) => [kind, memberId])).toEqual([['LENT', idOf(1)]]);
});

test('staff take the child out by the key of the place; the record names the child, the holder is told', async () => {
  const change = { kind: 'removePerson', sectionId: 'tea', memberId: CHILD } as const;
  await good(room.staff.call('change.make', { actId: randomUUID(), change, reason: '报错了', dryRun: false }));

  expect(room.line('tea')).toEqual([idOf(0), idOf(2)]);
  expect(read<{ holds: unknown[] }>(room, 'standings').find(one => '_id' in one && one._id === CHILD)?.holds).toEqual(
    [],
  );
  expect(room.notices().map(({ kind, memberId }) => [kind, memberId])).toEqual([['REMOVED', idOf(1)]]);
  expect(JSON.stringify(read(room, 'record'))).toContain('小周');
});

test('two children of one holder are two notices, each with a name', async () => {
  const [first, ofChild] = room.section('tea').line as [LineEntry, LineEntry];
  const ofSister = { memberId: SISTER, holderId: idOf(1), at: ofChild.at + 1 };
  await room.set('sections', { ...room.section('tea'), line: [first, ofChild, ofSister] });
  await room.set('members', {
    ...read<Member>(room, 'members').find(one => one._id === CHILD)!,
    _id: SISTER,
    name: '小吴',
  });
  const change = { kind: 'place', sectionId: 'tea', place: '301 教室' } as const;
  await good(room.staff.call('change.make', { actId: randomUUID(), change, reason: '', dryRun: false }));

  const told = room.notices().filter(one => one.memberId === idOf(1));
  expect(told.map(one => one.title.slice(0, 3)).sort()).toEqual(['小吴：', '小周：']);
  const other = room.notices().find(one => one.memberId === idOf(0))!;
  expect(other.title).toMatch(/^茶艺/);
  expect(other).not.toHaveProperty('attendeeId');
});

const absent = async () => {
  room.at(0);
  const mark = { ...marking(room, room.worker(1), 'absent'), memberId: CHILD };
  await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [mark] }));
  room.at(2 * HOUR);
  await good(room.staff.call('attendance.close', { actId: randomUUID(), ...ofTea }));
  return room.roll()!.noShows;
};

test('a child who moved up the evening before has no absence', async () => {
  await good(room.worker(0).drop('tea'));

  expect(await absent()).toEqual([]);
});

test('what the holder was given excuses no child; the answer to the absence goes to the holder', async () => {
  const [, ofChild, third] = room.section('tea').line as [LineEntry, LineEntry, LineEntry];
  await room.set('sections', { ...room.section('tea'), line: [ofChild, third] });
  const given = { kind: 'PROMOTED', memberId: idOf(1), sectionId: 'tea', batchId: 'b', title: '茶艺' };
  const own = { ...given, _id: 'own', createdAt: room.lesson.startsAt - HOUR, readAt: null };
  await room.emulator.database.import('notices', [own]);

  expect(await absent()).toEqual([CHILD]);
  const answer = { ...ofTea, memberId: CHILD, forgiven: true, text: '病假条看到了' };
  await good(room.staff.call('attendance.answer', { actId: randomUUID(), ...answer }));
  expect(room.notices().filter(one => one.kind === 'APPEAL_ANSWERED')).toMatchObject([
    { memberId: idOf(1), attendeeId: CHILD, title: expect.stringMatching(/^小周：/) },
  ]);
});

test('the holder erases their data: the place is given up, its hold too, and no trace of the holder stays', async () => {
  await good(room.worker(0).drop('tea'));
  await good(room.worker(1).call('member.erase', ERASE));
  await minutesLater(room);

  expect(room.line('tea')).toEqual([idOf(2)]);
  expect(room.notices()).toContainEqual(expect.objectContaining({ kind: 'PROMOTED', memberId: idOf(2) }));
  expect(room.healing()).toMatchObject({ unused: [], missing: [], alarms: [] });
  for (const name of ['sections', 'outbox', 'rolls', 'notices', 'erasures'])
    expect(JSON.stringify(read(room, name))).not.toContain(idOf(1));
});

test('once the line no longer moves, the child keeps the seat of a holder who is gone', async () => {
  await good(room.worker(0).drop('tea'));
  room.at(-1);
  await good(room.worker(1).call('member.erase', ERASE));
  await minutesLater(room);

  expect(room.line('tea')).toEqual([CHILD, idOf(2)]);
  expect(JSON.stringify(read(room, 'sections'))).not.toContain(idOf(1));
  expect((await good(room.teacher.call('roll.lesson', ofTea))).people).toMatchObject([{ memberId: CHILD }]);
});

test('somebody for whom another member holds a place erases their data: the place is given up', async () => {
  const [first, ofChild, third] = room.section('tea').line as [LineEntry, LineEntry, LineEntry];
  const forWorker = { ...ofChild, attendeeId: idOf(3) };
  await room.set('sections', { ...room.section('tea'), line: [first, forWorker, third] });
  await good(room.worker(3).call('member.erase', ERASE));
  await minutesLater(room);

  expect(room.line('tea')).toEqual([idOf(0), idOf(2)]);
  expect(JSON.stringify(read(room, 'sections'))).not.toContain(idOf(3));
  expect(room.healing()).toMatchObject({ unused: [], missing: [], alarms: [] });
});
