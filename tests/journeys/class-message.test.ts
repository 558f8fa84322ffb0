import { randomUUID } from 'node:crypto';
import { RISKY_SAMPLE } from '../../emulator/openapi/apis';
import { sentenceOn } from '../../domain/record/said';
import { HOUR, MINUTE, startClassroom, type Classroom } from './classroom';
import { made, recordOf, tell, toldOf } from './changing';
import type { Person } from './scene';

/** The instructor or the union writes to a class: into inboxes, twice a lesson at most, on the record. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
  room.at(-2 * HOUR);
});
afterEach(() => room.stop());

const write = (by: Person, text = '请带茶杯', actId = randomUUID()) =>
  by.call('roll.message', { actId, sectionId: 'tea', text });
const told = () => toldOf(room, 'tea').filter(one => one.startsWith('MESSAGE'));
const seats = () => [0, 1, 2].map(index => `MESSAGE ${room.worker(index).memberId}`).sort();

test('those who have a seat read it in their inbox; it is on the record; no phone rings', async () => {
  expect(await write(room.teacher)).toMatchObject({ data: { told: 3, left: 1 } });

  expect(told()).toEqual(seats());
  const notice = room.notices().find(one => one.kind === 'MESSAGE');
  expect(notice).toMatchObject({ text: '李文秀：请带茶杯' });
  expect(notice).not.toHaveProperty('push');
  expect(recordOf(room).map(sentenceOn)).toEqual(['茶艺tea：通知全班（第 1 次课）“请带茶杯”']);
});

test('two a lesson, whoever sends them, at once, too; the next lesson has two of its own', async () => {
  const answers = await Promise.all([write(room.teacher), write(room.staff, '到三楼'), write(room.teacher, '早点来')]);
  const sent = answers.filter(one => one.ok).length;
  for (const code of answers.flatMap(one => (one.ok ? [] : [one.code]))) {
    expect(['MESSAGES_USED_UP', 'BUSY']).toContain(code);
  }
  for (let more = sent; more < 2; more += 1)
    expect(await write(room.staff, `再说 ${more}`)).toMatchObject({ ok: true });
  expect(await write(room.staff, '第三条')).toMatchObject({ code: 'MESSAGES_USED_UP' });
  expect(told()).toHaveLength(6);

  room.at(90 * MINUTE);
  expect(await write(room.staff, '下次见')).toMatchObject({ data: { told: 3, left: 1 } });
});

test('refused: another class, a substitute, a worker, a link, a risky text, 101 characters, and an empty class', async () => {
  const other = await room.holder('instructor', '陈静', { instructorName: '陈静' });
  expect(await write(other)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  await made(room.staff, { kind: 'substitute', sectionId: 'tea', lessonIndex: 0, by: '陈静' });
  expect(await write(other)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(await write(room.worker(0))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await write(room.teacher, '看 baidu.com')).toMatchObject({ code: 'MESSAGE_HAS_LINK' });
  expect(await write(room.teacher, `请大家${RISKY_SAMPLE}`)).toMatchObject({ code: 'TEXT_RISKY' });
  expect(await write(room.teacher, '字'.repeat(101))).toMatchObject({ code: 'BAD_INPUT' });
  expect(told()).toEqual([]);

  await room.set('sections', { ...room.section('tea'), line: [], lineCount: 0 });
  expect(await write(room.teacher)).toMatchObject({ code: 'NOBODY_SEATED' });
});

test('killed at every operation, sent again: one message, told once', async () => {
  let step = 0;
  for (let died = true; died; step += 1) {
    const actId = randomUUID();
    const text = `第 ${step} 回`;
    const rolls = room.emulator.database.read<{ _id: string }>('rolls');
    for (const roll of rolls) await room.set('rolls', { ...roll, messagedAt: [] });
    const before = told().length;
    room.emulator.setFaults({
      rules: [
        {
          on: 'database',
          kind: 'kill',
          function: 'app',
          skip: step,
          times: 1,
          when: step % 2 === 0 ? 'after' : 'before',
        },
      ],
    });
    const input = { actId, sectionId: 'tea', text };
    const { status } = await room.emulator.post('app', { endpoint: 'roll.message', input }, room.teacher.openid);
    died = status !== 200;
    room.emulator.setFaults({});
    // A transaction that died holds its documents until the database forgets it.
    room.at(-2 * HOUR + (step + 1) * MINUTE);
    await tell(room);

    expect(await write(room.teacher, text, actId)).toMatchObject({ data: { told: 3 } });
    expect(told().length - before).toBe(3);
    expect(recordOf(room).filter(one => one._id === actId)).toHaveLength(1);
  }
  expect(step).toBeGreaterThan(8);
}, 120_000);
