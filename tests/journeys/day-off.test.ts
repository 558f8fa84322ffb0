import { randomUUID } from 'node:crypto';
import type { AnswerOf, DayOffEffect } from '../../domain/api';
import { dayKey, DAY, HOUR, MINUTE, startOfDay } from '../../domain/base/clock';
import type { DayOff } from '../../domain/change/day-off';
import type { Lesson, Section } from '../../domain/model';
import { sentenceOn } from '../../domain/record/said';
import { made, make, recordOf, tell, toldOf } from './changing';
import { KEPT_MS } from '../../domain/privacy/privacy';
import { good } from './classroom';
import { ERASE } from './forgotten';
import { SOUND, startScene, type Person, type Scene } from './scene';

/** A whole day is called off in one act, and a lesson is added for one that was. */
const nine = startOfDay(Date.now() + 10 * DAY) + 9 * HOUR;
const day = dayKey(nine);
const lesson = (from: number): Lesson => ({ startsAt: from, endsAt: from + HOUR });

let scene: Scene;
let staff: Person;
let cut: number;
beforeEach(async () => {
  scene = await startScene({
    sections: {
      tea: { capacity: 2, waitlistLimit: 2, place: '201', lessons: [lesson(nine), lesson(nine + 7 * DAY)] },
      choir: { capacity: 2, place: '301', instructor: '周敏', lessons: [lesson(nine), lesson(nine + 2 * HOUR)] },
      guqin: { capacity: 2, place: '302', instructor: '陈岚', lessons: [lesson(nine + DAY)] },
    },
    batch: { limit: 2, firstLessonAt: nine, lastLessonAt: nine + 7 * DAY, capacity: 6, sectionCount: 3 },
    workers: 5,
    emulator: { instances: { min: 0, max: 3 } },
  });
  staff = await scene.holder('staff', '王敏');
  cut = 0;
  for (const index of [0, 1, 2]) await scene.worker(index).claimUntilAnswered('tea');
  await scene.worker(3).claimUntilAnswered('choir');
  await scene.worker(4).claimUntilAnswered('guqin');
});
afterEach(() => scene.stop());

interface Making {
  place?: string;
  actId?: string;
  dryRun?: boolean;
  reason?: string;
  day?: string;
}
const dayOff = (by: Person, making: Making = {}): Promise<AnswerOf<'change.dayOff'>> =>
  by.call('change.dayOff', {
    actId: making.actId ?? randomUUID(),
    day: making.day ?? day,
    place: making.place ?? '',
    reason: making.reason ?? '暴雨',
    dryRun: making.dryRun ?? false,
  });
const effectOf = async (making: Making = {}): Promise<DayOffEffect> => {
  const answer = await dayOff(staff, making);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data;
};
const forward = (ms: number) => scene.emulator.setClock((cut += ms));
const cancelled = () =>
  scene.emulator.database
    .read<{ _id: string; lessons: Lesson[] }>('sections')
    .flatMap(({ _id, lessons }) => lessons.flatMap((one, index) => (one.cancelled ? [`${_id} ${index}`] : [])))
    .sort();
const ids = (kind: string, ...indices: number[]) =>
  indices.map(index => `${kind} ${scene.worker(index).memberId}`).sort();
const ALL = ['choir 0', 'choir 1', 'tea 0'];
const allTold = () => ({ tea: toldOf(scene, 'tea'), choir: toldOf(scene, 'choir'), guqin: toldOf(scene, 'guqin') });
const ONCE = () => ({
  tea: ids('LESSON_CANCELLED', 0, 1, 2),
  // Two lessons of that class are called off.
  choir: [...ids('LESSON_CANCELLED', 3), ...ids('LESSON_CANCELLED', 3)],
  guqin: [],
});

test('the preview says which lessons and how many people, and writes nothing', async () => {
  const before = JSON.stringify(scene.emulator.database.read('sections'));

  const effect = await effectOf({ dryRun: true, reason: '' });

  expect(effect).toMatchObject({ done: false, left: 3, told: 4, warnings: [] });
  expect(effect.lessons.map(one => [one.title, one.place, one.people])).toEqual([
    [expect.any(String), '201', 3],
    [expect.any(String), '301', 1],
    [expect.any(String), '301', 1],
  ]);
  expect(JSON.stringify(scene.emulator.database.read('sections'))).toBe(before);
  expect(recordOf(scene)).toEqual([]);
});

test('all lessons of the day: everybody is told once, the record has one line, each class its own', async () => {
  const effect = await effectOf();

  expect(effect).toMatchObject({ done: true, left: 0, told: 4 });
  expect(cancelled()).toEqual(ALL);
  expect(allTold()).toEqual(ONCE());
  const all = await staff.call('staff.record', {});
  expect(all.ok && all.data.entries.map(one => [one.act, one.reason])).toEqual([['change.dayOff', '暴雨']]);
  expect(all.ok && all.data.entries[0]?.summary).toMatch(/停课，全部地点，3 次课$/);
  const tea = await staff.call('staff.record', { sectionId: 'tea' });
  expect(tea.ok && tea.data.entries.map(one => one.act)).toEqual(['change.cancelLesson']);
  expect(scene.healing()).toEqual(SOUND);
});

test('one place of the day: the others take place', async () => {
  expect(await effectOf({ place: '２０１' })).toMatchObject({ left: 0, told: 3 });
  expect(cancelled()).toEqual(['tea 0']);
});

test('the same act sent again, and two of staff at once: told once all the same', async () => {
  const clerk = await scene.holder('staff', '李静');
  const actId = randomUUID();

  const answers = await Promise.all([
    dayOff(staff, { actId }),
    dayOff(clerk),
    dayOff(staff, { actId }),
    dayOff(clerk, { place: '301' }),
  ]);
  // One that found a document contended is told to come again, and its author does.
  expect(answers.filter(answer => !answer.ok).map(answer => (answer as { code: string }).code)).toEqual(
    expect.not.arrayContaining(['FAULT']),
  );
  forward(2 * MINUTE);
  await tell(scene);
  await dayOff(staff, { actId });

  expect(cancelled()).toEqual(ALL);
  expect(allTold()).toEqual(ONCE());
  expect(scene.healing()).toEqual(SOUND);
});

test.each([
  ['without a reason', { reason: '' }, { code: 'REASON_MISSING' }],
  ['a day without lessons', { day: '2031-01-01' }, { code: 'NO_LESSONS_THAT_DAY', details: { text: '这一天没有课' } }],
  ['yesterday', { day: dayKey(Date.now() - DAY) }, { code: 'NO_LESSONS_THAT_DAY' }],
  ['a day that is none', { day: '明天' }, { code: 'BAD_INPUT' }],
])('refused, and nothing is written: %s', async (_, making, refused) => {
  expect(await dayOff(staff, making)).toMatchObject(refused);
  expect(cancelled()).toEqual([]);
  expect(recordOf(scene)).toEqual([]);
});

test('a worker and an instructor may not', async () => {
  const instructor = await scene.holder('instructor', '陈岚');

  for (const by of [scene.worker(0), instructor]) expect(await dayOff(by)).toMatchObject({ code: 'FORBIDDEN' });
});

test('its author is dismissed and erased in the middle: the timer goes on, and three years later no name is left', async () => {
  scene.emulator.setFaults({
    rules: [
      { on: 'database', kind: 'kill', function: 'desk', action: 'modifyDocument', collection: 'sections', times: 1 },
    ],
  });
  await dayOff(staff).catch(() => undefined);
  scene.emulator.setFaults({});
  expect(cancelled()).toEqual([]);
  const chair = await scene.holder('staff', '李静');
  const dismissed = { actId: randomUUID(), memberId: staff.memberId, role: 'staff', reason: '调走' } as const;
  await good(chair.call('invite.dismiss', dismissed));
  await good(staff.call('member.erase', ERASE));
  for (let minute = 0; minute < 4; minute += 1) {
    forward(MINUTE);
    await tell(scene);
  }
  expect(cancelled()).toEqual(ALL);
  const acts = () => recordOf(scene).filter(one => one.act.startsWith('change.'));
  expect(acts().map(one => [one.byName, one.by === staff.memberId])).toEqual(Array(4).fill(['王敏', false]));

  forward(KEPT_MS.office + DAY);
  await scene.emulator.fireTimer('nightly');
  expect(acts()).toHaveLength(4);
  expect(JSON.stringify(recordOf(scene))).not.toContain('王敏');
});

test('killed at every operation, the call or the timer after it brings it to the same end', async () => {
  let step = 0;
  let actId = '';
  for (let died = true; died; step += 1) {
    // Each round a day later, because what was called off stays called off.
    const from = nine + (step + 20) * DAY;
    for (const id of ['tea', 'choir']) {
      const section = scene.emulator.database.read<{ _id: string }>('sections').find(one => one._id === id)!;
      await scene.set('sections', { ...section, lessons: [lesson(from)], revision: step });
    }
    const before = scene.notices().length;
    actId = randomUUID();
    scene.emulator.setFaults({
      rules: [
        {
          on: 'database',
          kind: 'kill',
          function: 'desk',
          skip: step,
          times: 1,
          when: step % 2 === 0 ? 'after' : 'before',
        },
      ],
    });
    const { status } = await scene.emulator.post(
      'desk',
      { endpoint: 'change.dayOff', input: { actId, day: dayKey(from), place: '', reason: '暴雨', dryRun: false } },
      staff.openid,
    );
    died = status !== 200;
    scene.emulator.setFaults({});
    // A transaction that died holds its documents until the database forgets it.
    forward(MINUTE);
    const begun = scene.emulator.database.read<DayOff>('daysOff').some(one => one._id === actId);
    if (!begun) {
      expect(cancelled()).toEqual([]);
      await effectOf({ actId, day: dayKey(from) });
    }
    for (let minute = 0; minute < 2; minute++) {
      await tell(scene);
      forward(MINUTE);
    }

    expect(cancelled()).toEqual(['choir 0', 'tea 0']);
    expect(scene.notices().length - before).toBe(3 + 1);
    expect(scene.emulator.database.read<DayOff>('daysOff').find(one => one._id === actId)?.doneAt).toEqual(
      expect.any(Number),
    );
    expect(recordOf(scene).filter(one => one.act === 'change.dayOff').length).toBe(step + 1);
  }
  expect(step).toBeGreaterThan(20);
}, 240_000);

test('a lesson is added for one that was called off: the next index, told to the class, clashes named', async () => {
  await made(staff, { kind: 'cancelLesson', sectionId: 'tea', lessonIndex: 1 });
  await scene.worker(4).claimUntilAnswered('tea');

  const change = { kind: 'addLesson', sectionId: 'tea', ...lesson(nine + DAY) } as const;
  const preview = await made(staff, change, { dryRun: true });
  expect(preview).toMatchObject({ done: false, told: 4, warnings: ['1 人会和自己的另一个班撞时间'] });
  await made(staff, change, { reason: '' });

  const { lessons, clashIds } = scene.emulator.database.read<Section>('sections').find(one => one._id === 'tea')!;
  expect(lessons).toHaveLength(3);
  expect(lessons[2]).toMatchObject(lesson(nine + DAY));
  expect(clashIds).toEqual(['choir', 'guqin']);
  expect(toldOf(scene, 'tea').filter(one => one.startsWith('LESSON_ADDED'))).toHaveLength(4);
  expect(sentenceOn(recordOf(scene).find(one => one.act === 'change.addLesson')!)).toContain('加一次课');
  expect(await make(staff, change)).toMatchObject({
    code: 'LESSON_TIME_WRONG',
    details: { text: '和这个班的第 3 次课重叠' },
  });
  expect(scene.healing()).toEqual(SOUND);
});
