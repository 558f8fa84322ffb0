import { sentenceOn } from '../../domain/record/said';
import { randomUUID } from 'node:crypto';
import { dayKey } from '../../domain/base/clock';
import type { RecordEntry } from '../../domain/model';
import { good, HOUR, marking, MINUTE, ofTea, startClassroom, type Classroom } from './classroom';
import type { Person } from './scene';

/** Closing a lesson, what follows from not coming, corrections, appeals, waived days. */
const DAY = 24 * HOUR;
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
  const marks = [marking(room, room.worker(0), 'present'), marking(room, room.worker(1), 'absent')];
  await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks }));
});
afterEach(() => room.stop());

const act = () => randomUUID();
const close = (actId = act()) => room.staff.call('attendance.close', { actId, ...ofTea });
const record = () => room.emulator.database.read<RecordEntry>('record');
const absencesOf = async (person: Person) => (await good(person.call('lesson.mine', {}))).noShows;
const preview = (strikes = 1) => good(room.staff.call('attendance.noShows', { strikes, days: 90 }));
const correct = (person: Person, state: 'present' | 'absent' | 'leave', reason = '家属来电说明') =>
  room.staff.call('attendance.correct', { actId: act(), ...ofTea, memberId: person.memberId, state, reason });

test('not before the lesson is over; then who was not marked was absent, and the instructor’s marks end', async () => {
  expect(await close()).toMatchObject({ code: 'LESSON_NOT_OVER' });
  room.at(91 * MINUTE);
  const actId = act();
  const view = await good(close(actId));
  expect(await close()).toMatchObject({ code: 'ROLL_CLOSED' });
  await good(close(actId));

  expect(view).toMatchObject({ closedAt: expect.any(Number), called: true });
  // Who was not marked is shown as absent by the server's own judgement; the screens judge nothing.
  expect(view.people.map(person => person.state)).toEqual(['present', 'absent', 'absent']);
  expect(room.roll()!.noShows).toEqual([room.worker(1).memberId, room.worker(2).memberId]);
  expect(
    await room.teacher.call('roll.mark', {
      ...ofTea,
      device: 'phone-1',
      marks: [marking(room, room.worker(2), 'present')],
    }),
  ).toMatchObject({ code: 'ROLL_CLOSED' });
  expect(record().map(entry => [entry.act, sentenceOn(entry).slice(-6)])).toEqual([['attendance.close', '2 人记缺课']]);
});

test('a preview counts more than a thousand rolls', async () => {
  const many = Array.from({ length: 1_001 }, (_, index) => ({
    ...room.roll()!,
    _id: `old-${index}`,
    startsAt: room.lesson.startsAt - index * MINUTE,
    noShows: [room.worker(1).memberId],
  }));
  await room.emulator.database.import('rolls', many);

  expect((await preview(20)).people.map(one => one.absences.length)).toEqual([1_001]);
});

test('what the worker sees, and staff before a policy is set', async () => {
  room.at(2 * HOUR);
  await good(close());

  expect(await absencesOf(room.worker(1))).toEqual([
    expect.objectContaining({
      lessonIndex: 0,
      title: '茶艺tea',
      expiresAt: room.lesson.startsAt + 90 * DAY,
      appeal: null,
    }),
  ]);
  expect(await absencesOf(room.worker(0))).toEqual([]);
  expect((await preview()).people.map(person => person.memberId).sort()).toEqual(
    [room.worker(1).memberId, room.worker(2).memberId].sort(),
  );
  expect((await preview()).people[0]!.phone).toContain('****');
  expect((await preview(2)).people).toEqual([]);
});

test('it expires', async () => {
  room.at(2 * HOUR);
  await good(close());
  room.at(90 * DAY - 5 * MINUTE);
  expect(await absencesOf(room.worker(1))).toHaveLength(1);

  room.at(90 * DAY);

  expect(await absencesOf(room.worker(1))).toEqual([]);
  expect((await preview()).people).toEqual([]);
});

test('a day that staff waive counts for nobody, until it is taken back', async () => {
  room.at(2 * HOUR);
  await good(close());
  const waive = (waived: boolean, day = dayKey(room.lesson.startsAt)) =>
    room.staff.call('attendance.waive', { actId: act(), day, waived, reason: '暴雨红色预警' });

  await good(waive(true));
  expect(await absencesOf(room.worker(1))).toEqual([]);
  expect(await preview()).toMatchObject({ people: [], waivers: [{ reason: '暴雨红色预警' }] });
  await good(waive(false));
  await good(waive(false));

  expect(await absencesOf(room.worker(1))).toHaveLength(1);
  expect(await waive(true, '2027-02-30')).toMatchObject({ code: 'BAD_DAY' });
  expect(record().filter(entry => entry.act === 'attendance.waive')).toHaveLength(3);
});

test('a correction by staff overrules the instructor, also after the closing, and undoes the absence', async () => {
  const view = await good(correct(room.worker(1), 'leave'));
  expect(room.states(view)[room.worker(1).memberId]).toBe('leave');
  room.at(2 * HOUR);
  await good(close());
  expect(room.roll()!.noShows).toEqual([room.worker(2).memberId]);

  await good(correct(room.worker(2), 'present', '补签：老师漏点'));
  await good(correct(room.worker(0), 'absent', '代签'));

  expect(room.roll()!.noShows).toEqual([room.worker(0).memberId]);
  expect(record().filter(entry => entry.act === 'attendance.correct')).toEqual([
    expect.objectContaining({ before: '缺课', after: '请假', byName: '王敏' }),
    expect.objectContaining({ before: '缺课', after: '到', reason: '补签：老师漏点' }),
    expect.objectContaining({ before: '到', after: '缺课' }),
  ]);
  expect(await correct(room.worker(8), 'present')).toMatchObject({ code: 'NOT_ON_ROLL' });
});

test('an appeal: once, answered, told', async () => {
  room.at(2 * HOUR);
  await good(close());
  const appeal = (person: Person, text = '那天在抢修线路') => person.call('lesson.appeal', { ...ofTea, text });
  await good(appeal(room.worker(1)));
  await good(appeal(room.worker(1)));
  expect(await appeal(room.worker(1), '另一个理由')).toMatchObject({ code: 'ALREADY_APPEALED' });
  expect(await appeal(room.worker(0))).toMatchObject({ code: 'NO_SUCH_ABSENCE' });
  const { appeals } = await good(room.staff.call('attendance.appeals', {}));
  expect(appeals).toEqual([expect.objectContaining({ text: '那天在抢修线路', memberId: room.worker(1).memberId })]);

  const answer = { actId: act(), ...ofTea, memberId: room.worker(1).memberId, forgiven: true, text: '情况属实' };
  await good(room.staff.call('attendance.answer', answer));

  expect(await absencesOf(room.worker(1))).toEqual([]);
  expect((await good(room.staff.call('attendance.appeals', {}))).appeals).toEqual([]);
  expect(room.notices()).toEqual([
    expect.objectContaining({
      kind: 'APPEAL_ANSWERED',
      memberId: room.worker(1).memberId,
      text: expect.stringContaining('情况属实'),
    }),
  ]);
  expect(record().at(-1)).toMatchObject({ act: 'attendance.answer', reason: '情况属实' });
});

test('who moved up in the last day before the lesson is not blamed', async () => {
  await room.set('sections', { ...room.section('tea'), dropUntil: room.lesson.endsAt });
  room.at(-HOUR);
  await room.worker(0).drop('tea');
  const { memberId } = room.worker(3);
  const promoted = room.notices().filter(notice => notice.kind === 'PROMOTED');
  expect(promoted.map(notice => notice.memberId)).toEqual([memberId]);
  room.at(2 * HOUR);

  await good(close());

  expect(room.roll()!.expected).toContain(memberId);
  expect(room.roll()!.noShows).not.toContain(memberId);
});

test('the policy in the waiting room: who did not come too often comes ten minutes later', async () => {
  room.at(2 * HOUR);
  await good(close());
  const opensAt = room.now() + HOUR;
  const next = { ...room.emulator.database.read('batches')[0]!, _id: 'c', opensAt, closesAt: opensAt + DAY };
  await room.set('batches', { ...next, audience: { noShow: { strikes: 1, days: 90 } } });
  const choir = { ...room.section('tea'), _id: 'choir', batchId: 'c', line: [], lineCount: 0, lessons: [] };
  await room.set('sections', { ...choir, opensAt, closesAt: opensAt + DAY, laterAt: opensAt + 10 * MINUTE });
  // Past the memory of the instances.
  room.at(2 * HOUR + MINUTE);
  const enter = (person: Person) => good(person.call('line.enter', { batchId: 'c' }));

  const [missed] = room.section('tea').lessons;
  expect(await enter(room.worker(0))).not.toHaveProperty('later');
  expect(await enter(room.worker(1))).toMatchObject({
    opensAt: opensAt + 10 * MINUTE,
    later: {
      cameBefore: false,
      absences: [{ startsAt: missed!.startsAt, title: expect.stringContaining('茶艺') }],
      until: missed!.startsAt + 90 * DAY,
    },
  });

  room.at(3 * HOUR + 2 * MINUTE);
  const claim = (person: Person) => person.call('line.claim', { batchId: 'c', sectionId: 'choir' });
  expect(await claim(room.worker(1))).toMatchObject({ code: 'NOT_OPEN', details: { opensAt: opensAt + 10 * MINUTE } });
  expect(await claim(room.worker(0))).toMatchObject({ ok: true });
  room.at(3 * HOUR + 11 * MINUTE);
  expect(await claim(room.worker(1))).toMatchObject({ ok: true });
});

test('what staff forget, the night closes a week after the lesson, once and on the record', async () => {
  room.at(7 * DAY + 80 * MINUTE);
  await room.emulator.fireTimer('nightly');
  expect(room.roll()!.closedAt).toBeNull();

  room.at(7 * DAY + 91 * MINUTE);
  await room.emulator.fireTimer('nightly');
  await room.emulator.fireTimer('nightly');

  expect(room.roll()!.noShows).toHaveLength(2);
  expect(record()).toEqual([expect.objectContaining({ act: 'attendance.close', byName: '自动' })]);
});

test('a batch by its sections, for staff only', async () => {
  const { sections } = await good(room.staff.call('attendance.batch', { batchId: 'b' }));

  expect(sections[0]!.lessons[0]).toMatchObject({ present: 1, absent: 1, unmarked: 1, closed: false });
  expect(await room.teacher.call('attendance.batch', { batchId: 'b' })).toMatchObject({ code: 'FORBIDDEN' });
});
