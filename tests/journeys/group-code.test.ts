import { randomUUID } from 'node:crypto';
import { DAY } from '../../domain/base/clock';
import { MOST_PICTURE_BYTES, type GroupCode } from '../../domain/lesson/group-code';
import { sentenceOn } from '../../domain/record/said';
import { good, HOUR, startClassroom, type Classroom } from './classroom';
import { made, recordOf } from './changing';
import type { Person } from './scene';

/** 班级群: those who run the class put the code of its group, and those who have a seat see it. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
  // A week before the first lesson, while seats can be given back.
  room.emulator.setClock(0);
});
afterEach(() => room.stop());

const picture = (fill: number, length = 60) =>
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(length - 8).fill(fill)]).toString('base64');
const put = (by: Person, of: string | null = picture(1), actId: string = randomUUID(), sectionId = 'tea') =>
  by.call('roll.putGroupCode', { actId, sectionId, picture: of });
const look = (by: Person) => by.call('lesson.groupCode', { sectionId: 'tea' });
const kept = () => room.emulator.database.read<GroupCode>('groupCodes');
/** The classes that a person's own list says have a code. */
const shownTo = async (by: Person) =>
  (await good(by.call('line.mine', {}))).places.filter(one => one.hasGroupCode).map(one => one.section.sectionId);
const said = () => recordOf(room).map(sentenceOn);

test('those who have a seat, the instructor and staff see it; who waits, a stranger and another instructor do not', async () => {
  expect(await good(look(room.worker(0)))).toEqual({ code: null });
  expect(await shownTo(room.worker(0))).toEqual([]);
  await good(put(room.teacher));
  expect([await shownTo(room.worker(0)), await shownTo(room.worker(3))]).toEqual([['tea'], []]);

  for (const person of [room.worker(0), room.worker(2), room.teacher, room.staff])
    expect(await good(look(person))).toEqual({
      code: { picture: picture(1), contentType: 'image/png', at: expect.any(Number) },
    });
  const other = await room.holder('instructor', '陈静', { instructorName: '陈静' });
  await made(room.staff, { kind: 'substitute', sectionId: 'tea', lessonIndex: 0, by: '陈静' });
  for (const person of [room.worker(3), room.worker(4), room.worker(7), room.stranger('nobody'), other])
    expect(await look(person)).toMatchObject({ code: 'SEATED_ONLY' });
  expect(await room.worker(0).call('lesson.groupCode', { sectionId: 'nowhere' })).toMatchObject({
    code: 'SECTION_NOT_FOUND',
  });

  // A follower of the class is a stranger, and who gives the seat back sees it no longer.
  await good(room.worker(7).call('member.followClass', { sectionId: 'tea', on: true }));
  expect(await look(room.worker(7))).toMatchObject({ code: 'SEATED_ONLY' });
  await good(room.worker(0).drop('tea'));
  expect(await look(room.worker(0))).toMatchObject({ code: 'SEATED_ONLY' });
  expect(await look(room.worker(3))).toMatchObject({ ok: true });
});

test('put, changed and taken away: one picture at a time, and on the record who did it', async () => {
  const first = randomUUID();
  expect(await put(room.teacher, picture(1), first)).toMatchObject({ data: { at: expect.any(Number) } });
  expect(await put(room.teacher, picture(1), first)).toMatchObject({ ok: true });
  await good(put(room.staff, picture(2)));
  expect(kept().map(one => one.picture)).toEqual([picture(2)]);
  expect(await good(put(room.teacher, null))).toEqual({ at: null });
  expect(await good(put(room.teacher, null))).toEqual({ at: null });
  expect(kept()).toEqual([]);
  expect(await shownTo(room.worker(0))).toEqual([]);

  expect(said().slice(0, 3)).toEqual([
    '茶艺tea：放上班级群二维码',
    '茶艺tea：换了班级群二维码',
    '茶艺tea：撤下班级群二维码',
  ]);
  expect(
    recordOf(room)
      .map(one => one.byName)
      .slice(0, 3),
  ).toEqual(['李文秀', '王敏', '李文秀']);
  // The answer was lost and the act is sent again: the answer is what the class has now.
  expect(await good(put(room.teacher, picture(1), first))).toEqual({ at: null });
  expect(kept()).toEqual([]);
  // The id of an act names its content.
  expect(await put(room.teacher, picture(3), first)).toMatchObject({ code: 'ACT_ID_USED' });
});

test('two at once: one of the two pictures, whole, and both on the record', async () => {
  const answers = await Promise.all([put(room.teacher, picture(1)), put(room.staff, picture(2))]);
  const done = answers.filter(one => one.ok).length;
  expect(done).toBeGreaterThan(0);
  expect(kept()).toHaveLength(1);
  expect([picture(1), picture(2)]).toContain(kept()[0]!.picture);
  expect(said()).toHaveLength(done);
});

test('refused: no picture, a large one, a risky one, another class, a worker, a class that is over or called off', async () => {
  expect(await put(room.teacher, Buffer.from('GIF89a--').toString('base64'))).toMatchObject({ code: 'NO_PICTURE' });
  expect(await put(room.teacher, picture(1, MOST_PICTURE_BYTES + 3))).toMatchObject({ code: 'PICTURE_TOO_LARGE' });
  const other = await room.holder('instructor', '陈静', { instructorName: '陈静' });
  expect(await put(other)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(await put(room.worker(0))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await put(room.teacher, picture(1), randomUUID(), 'nowhere')).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  room.emulator.setAnswers({ 'security.imgSecCheck': 87014 });
  expect(await put(room.teacher)).toMatchObject({ code: 'PICTURE_RISKY' });
  expect(kept()).toEqual([]);
  expect(said()).toEqual([]);

  expect(room.emulator.inbox().at(-1)).toMatchObject({
    api: 'security.imgSecCheck',
    data: { media: { fileName: 'media.png', bytes: 60 } },
  });

  // Nobody's class waits for somebody else's machine.
  room.emulator.setAnswers({ 'security.imgSecCheck': 45009 });
  await good(put(room.teacher));
  room.emulator.setAnswers({});

  await good(put(room.teacher, picture(4, MOST_PICTURE_BYTES)));
  const whole = room.section('tea');
  await room.set('sections', { ...whole, cancelledAt: room.now() });
  expect(await put(room.teacher)).toMatchObject({ code: 'SECTION_CANCELLED' });
  await room.set('sections', { ...whole, lessons: [{ startsAt: 1, endsAt: 2 }] });
  expect(await put(room.teacher)).toMatchObject({ code: 'CLASS_OVER' });
  // It can be taken away at any time.
  expect(await put(room.teacher, null)).toMatchObject({ ok: true });
});

test('after seven days it waits for staff, and for the instructor, until it is changed', async () => {
  await good(put(room.teacher));
  const { at } = kept()[0]!;
  expect((await good(room.teacher.call('roll.roster', { sectionId: 'tea' }))).groupCodeAt).toBe(at);
  const waits = async () => (await good(room.staff.call('staff.todo', {}))).groupCodes;
  expect(await waits()).toEqual({ some: [], count: 0 });

  room.emulator.setClock(at + 7 * DAY - Date.now());
  expect(await waits()).toMatchObject({ count: 1, some: [{ sectionId: 'tea', batchId: 'b', course: '茶艺', at }] });
  await good(put(room.teacher, picture(2)));
  expect(await waits()).toEqual({ some: [], count: 0 });
});

test('the night takes away the codes of classes that are over, and no other', async () => {
  await good(put(room.teacher));
  const [code] = kept();
  await room.set('sections', { ...room.section('tea'), _id: 'over', lessons: [{ startsAt: 1, endsAt: 2 }] });
  await room.set('sections', { ...room.section('tea'), _id: 'off', cancelledAt: 1 });
  const more = ['over', 'off', 'gone'].map(id => ({ ...code!, _id: id, sectionId: id }));
  await room.emulator.database.import('groupCodes', more);

  await room.emulator.fireTimer('nightly');

  expect(kept().map(one => one._id)).toEqual(['tea']);
  expect(['tea', 'over', 'off'].map(id => room.section(id).groupCodeAt)).toEqual([code!.at, undefined, undefined]);
});

test('killed at any operation: the picture with its line on the record, or neither', async () => {
  let step = 0;
  let later = 0;
  for (let died = true; died; step += 1) {
    const input = { actId: randomUUID(), sectionId: 'tea', picture: picture(step) };
    const when = step % 2 === 0 ? ('after' as const) : ('before' as const);
    room.emulator.setFaults({ rules: [{ on: 'database', kind: 'kill', function: 'app', skip: step, times: 1, when }] });
    const { status } = await room.emulator.post('app', { endpoint: 'roll.putGroupCode', input }, room.teacher.openid);
    died = status !== 200;
    room.emulator.setFaults({});
    const isKept = kept().some(one => one.picture === input.picture);
    expect([step, recordOf(room).some(one => one._id === input.actId)]).toEqual([step, isKept]);
    expect(room.section('tea').groupCodeAt).toBe(kept()[0]?.at);

    // A transaction that died holds its documents until the database forgets it.
    room.at(-2 * HOUR + (later += 60_000));
    await good(room.teacher.call('roll.putGroupCode', input));
    expect(kept().map(one => one.picture)).toEqual([input.picture]);
    expect(recordOf(room).filter(one => one._id === input.actId)).toHaveLength(1);
  }
  expect(step).toBeGreaterThan(5);
}, 120_000);
