import type { Change } from '../../domain/api';
import type { Lesson, RecordEntry, Section } from '../../domain/model';
import { LONGEST_REOPEN_MS } from '../../domain/line/full-memory';
import { sentenceOn } from '../../domain/record/said';
import { titleOf } from '../../domain/batch/title';
import { make, made, outboxOf, recordOf, toldOf } from './changing';
import { range, SOUND, startScene, type Person, type Scene } from './scene';

/** Changes to a published batch, told to whom they concern, on the record. */
const HOUR = 3_600_000;
const DAYS = 24 * HOUR;
const begin = Date.now() + 10 * DAYS;
const lesson = (day: number): Lesson => ({ startsAt: begin + day * DAYS, endsAt: begin + day * DAYS + HOUR });

let scene: Scene;
let staff: Person;
let cut: number;
beforeEach(async () => {
  const tea = (change: Partial<Section>): Partial<Section> => ({ capacity: 2, waitlistLimit: 2, ...change });
  scene = await startScene({
    sections: {
      tea: tea({ lessons: [lesson(0), lesson(7)] }),
      choir: tea({ lessons: [lesson(1), lesson(8)], place: '301', instructor: '周敏' }),
      guqin: tea({ lessons: [lesson(2), lesson(9)], place: '302', instructor: '陈岚' }),
    },
    batch: {
      limit: 1,
      firstLessonAt: lesson(0).startsAt,
      lastLessonAt: lesson(9).startsAt,
      capacity: 6,
      sectionCount: 3,
    },
    workers: 8,
    emulator: { instances: { min: 0, max: 3 } },
  });
  staff = await scene.holder('staff', '王敏');
  cut = 0;
});
afterEach(() => scene.stop());

const COLLECTIONS = ['batches', 'sections', 'standings', 'notices', 'record', 'outbox', 'consents', 'members'];
const everything = () => JSON.stringify(COLLECTIONS.map(name => scene.emulator.database.read(name)));
const batch = () => scene.emulator.database.read('batches')[0]!;
const ids = (...indices: number[]) => indices.map(index => scene.worker(index).memberId);
const told = (kind: string, ...indices: number[]) =>
  ids(...indices)
    .map(id => `${kind} ${id}`)
    .sort();
const fill = async (sectionId: string, ...indices: number[]) => {
  for (const index of indices) await scene.worker(index).claimUntilAnswered(sectionId);
};
const forward = (ms: number) => scene.emulator.setClock((cut += ms));
const entry = (act: string): RecordEntry | undefined => recordOf(scene).find(one => one.act === act);

test('a lecture is opened to people who have not signed up, and closed again; seats stay, and both are on the record', async () => {
  const talk = { ...scene.section('tea'), kind: 'lecture', lessons: [lesson(0)] };
  await scene.set('sections', talk);
  await fill('tea', 0, 1);
  const before = everything();
  const change = (open: boolean): Change => ({ kind: 'openDoor', sectionId: 'tea', open });

  const look = { dryRun: true, reason: '' };
  expect(await made(staff, change(true), look)).toMatchObject({ done: false, told: 0 });
  expect(everything()).toBe(before);
  expect(await made(staff, change(true), { reason: '' })).toMatchObject({ done: true, told: 0 });
  expect(scene.section('tea')).toMatchObject({ walkInFrom: 0, waitlistLimit: 0, line: [{}, {}] });
  const shown = async () => {
    const answer = await scene.worker(5).call('catalog.batch', { batchId: 'b' });
    return answer.ok && answer.data.sections.find(one => one.sectionId === 'tea')?.walkInFrom;
  };
  expect(await shown()).toBe(0);
  expect(await make(staff, change(true), { reason: '' })).toMatchObject({ code: 'NOTHING_CHANGES' });
  expect(await make(staff, { kind: 'waitlist', sectionId: 'tea', waitlistLimit: 2 })).toMatchObject({
    code: 'NO_WAITLIST_HERE',
  });

  await made(staff, change(false), { reason: '' });
  expect(scene.section('tea')).not.toHaveProperty('walkInFrom');
  expect(scene.line('tea')).toEqual(ids(0, 1));
  expect(recordOf(scene).map(one => [one.act, one.before, one.after])).toEqual([
    ['change.openDoor', '报了名的先来', '不报名也能来'],
    ['change.openDoor', '不报名也能来', '报了名的先来'],
  ]);
  expect(await make(staff, { ...change(true), sectionId: 'choir' } as Change)).toMatchObject({
    code: 'CHANGE_NOT_NOW',
    details: { text: '只有讲座能不报名就来' },
  });
});

test('more seats: the line moves up and is told, a newcomer gets in after the reopening and not before', async () => {
  await fill('tea', 0, 1, 2, 3);
  expect(await scene.worker(4).claim('tea')).toMatchObject({ code: 'FULL' });

  const effect = await made(staff, { kind: 'capacity', sectionId: 'tea', capacity: 5 }, { reason: '' });

  expect(effect).toMatchObject({ done: true, told: 2, summary: '名额从 2 改为 5' });
  expect(effect.people).toEqual([
    expect.objectContaining({ text: '候补第 1 位 → 第 3 座', phone: expect.stringContaining('****') }),
    expect.objectContaining({ text: '候补第 2 位 → 第 4 座' }),
  ]);
  expect(toldOf(scene, 'tea')).toEqual(told('PROMOTED', 2, 3));
  expect(batch()).toMatchObject({ capacity: 9 });
  expect(entry('change.capacity')).toMatchObject({ before: '2', after: '5', byName: '王敏', sectionId: 'tea' });
  const outbox = outboxOf(scene);
  expect(outbox.length).toBeGreaterThan(0);
  expect(outbox.every(one => one.doneAt !== null)).toBe(true);

  expect(['FULL', 'BUSY']).toContain(((await scene.worker(4).claim('tea')) as { code?: string }).code);
  forward(LONGEST_REOPEN_MS + 500);
  expect(await scene.worker(4).claim('tea')).toMatchObject({ data: { place: { state: 'SEATED', number: 5 } } });
  expect(scene.healing()).toEqual(SOUND);
});

test('fewer seats than are taken: refused with their number, and nothing is written', async () => {
  await fill('tea', 0, 1, 2);
  const before = everything();

  expect(await make(staff, { kind: 'capacity', sectionId: 'tea', capacity: 1 })).toMatchObject({
    code: 'CAPACITY_BELOW_SEATED',
    details: { text: '已有 2 人入座，名额不能再少' },
  });
  expect(await make(staff, { kind: 'waitlist', sectionId: 'tea', waitlistLimit: 0 })).toMatchObject({
    code: 'WAITLIST_BELOW_WAITING',
    details: { text: '已有 1 人在候补，候补名额不能再少' },
  });
  expect(everything()).toBe(before);
});

test('a class is called off: everybody told, limits free at once, its claims say so, and the lists stay right', async () => {
  await fill('tea', 0, 1, 2);
  await scene.worker(5).claim('choir');
  await scene.worker(5).drop('choir');

  const effect = await made(staff, { kind: 'cancelSection', sectionId: 'tea' });

  expect(effect).toMatchObject({ told: 3, summary: '取消整个班，2 人有座位，1 人候补' });
  expect(toldOf(scene, 'tea')).toEqual(told('SECTION_CANCELLED', 0, 1, 2));
  for (const index of range(2)) expect(await scene.worker(index).claim('choir')).toMatchObject({ ok: true });
  expect(await scene.worker(6).claim('tea')).toMatchObject({ code: 'SECTION_CANCELLED' });
  expect(await scene.worker(6).claim('tea')).toMatchObject({ code: 'SECTION_CANCELLED' });
  expect(batch()).toMatchObject({ capacity: 4, sectionCount: 2, firstLessonAt: lesson(1).startsAt });

  const shown = await scene.worker(6).call('catalog.batch', { batchId: 'b' });
  expect(shown.ok && shown.data.sections.find(card => card.sectionId === 'tea')?.cancelledAt).toEqual(
    expect.any(Number),
  );
  const board = await scene.worker(6).call('line.board', { batchId: 'b' });
  expect(board.ok && board.data.counts.find(count => count.sectionId === 'tea')).toMatchObject({
    seatsLeft: 0,
    waitingLeft: 0,
  });
  expect(scene.healing()).toEqual(SOUND);
  expect(await make(staff, { kind: 'capacity', sectionId: 'tea', capacity: 9 })).toMatchObject({
    code: 'CHANGE_NOT_NOW',
  });
  expect(entry('change.cancelSection')).toMatchObject({ reason: '场地检修', after: '已取消' });
});

test('a person is removed: the line moves up, both are told, the limit is free; and added at the end of another', async () => {
  await fill('tea', 0, 1, 2);
  const { memberId } = scene.worker(0);

  await made(staff, { kind: 'removePerson', sectionId: 'tea', memberId });
  expect(scene.line('tea')).toEqual(ids(1, 2));
  expect(toldOf(scene, 'tea')).toEqual([...told('PROMOTED', 2), ...told('REMOVED', 0)].sort());
  expect(scene.standing(scene.worker(0))).toMatchObject({ holds: [], batches: { b: { count: 0 } } });

  await made(staff, { kind: 'addPerson', sectionId: 'choir', memberId });
  expect(await scene.worker(0).claim('choir')).toMatchObject({ data: { already: true, place: { number: 1 } } });
  expect(await scene.worker(0).claim('guqin')).toMatchObject({ code: 'LIMIT_REACHED' });
  expect(await make(staff, { kind: 'addPerson', sectionId: 'guqin', memberId })).toMatchObject({
    code: 'LIMIT_REACHED',
  });
  expect(await make(staff, { kind: 'addPerson', sectionId: 'choir', memberId })).toMatchObject({
    code: 'ALREADY_IN_LINE',
  });
  expect(entry('change.addPerson')).toMatchObject({ memberId, reason: '场地检修', after: '第 1 座' });
  expect(scene.healing()).toEqual(SOUND);
});

test('somebody who has never been here is added, claims elsewhere after that, and leaves again', async () => {
  const newcomer = scene.stranger('new');
  const profile = { name: '何燕', phone: '13800001234', employer: '医院', unionMember: true };
  await scene.set('members', { _id: newcomer.memberId, openid: newcomer.openid, ...profile, roles: [] });

  await made(staff, { kind: 'addPerson', sectionId: 'tea', memberId: newcomer.memberId });

  expect(await newcomer.claim('choir')).toMatchObject({ code: 'LIMIT_REACHED' });
  expect(await newcomer.drop('tea')).toMatchObject({ data: { left: 'SEATED' } });
  expect(await newcomer.claim('choir')).toMatchObject({ ok: true });
  expect(scene.healing()).toEqual(SOUND);
});

test('after the freezing a removed person takes the seat along', async () => {
  await fill('tea', 0, 1, 2);
  await scene.set('sections', { ...scene.section('tea'), freezeAt: scene.emulator.now() - 1 });

  const effect = await made(staff, { kind: 'removePerson', sectionId: 'tea', memberId: ids(0)[0]! });

  expect(effect.warnings).toEqual([expect.stringContaining('不再递补')]);
  expect(scene.section('tea')).toMatchObject({ capacity: 1, lineCount: 2 });
  expect(await scene.worker(2).place('tea')).toMatchObject({ data: { place: { state: 'WAITING', number: 1 } } });
  expect(toldOf(scene, 'tea')).toEqual(told('REMOVED', 0));
});

test('a lesson moves onto another class: both sides clash from then on, who stands in both is left in peace', async () => {
  await scene.set('sections', { ...scene.section('tea'), limit: 2 });
  await scene.set('sections', { ...scene.section('choir'), limit: 2 });
  await fill('tea', 0, 1);
  await fill('choir', 0);
  const { startsAt, endsAt } = lesson(1);

  const effect = await made(staff, { kind: 'moveLesson', sectionId: 'tea', lessonIndex: 0, startsAt, endsAt });

  expect(effect).toMatchObject({ told: 2, warnings: [expect.stringContaining('1 人会和自己的另一个班撞时间')] });
  expect([scene.section('tea').clashIds, scene.section('choir').clashIds]).toEqual([['choir'], ['tea']]);
  expect(await scene.worker(1).claim('choir')).toMatchObject({ code: 'CLASH', details: { sectionId: 'tea' } });
  expect(batch()).toMatchObject({ firstLessonAt: lesson(1).startsAt });
  expect(scene.healing()).toEqual(SOUND);

  await made(staff, { kind: 'cancelLesson', sectionId: 'tea', lessonIndex: 0 });
  expect([scene.section('tea').clashIds, scene.section('choir').clashIds]).toEqual([[], []]);
  expect(scene.section('tea').lessons).toMatchObject([{ startsAt, endsAt, cancelled: true }, lesson(7)]);
  expect(await scene.worker(1).claim('choir')).toMatchObject({ ok: true });
});

test('why a lesson is called off: its class reads it in the notice and in the list of lessons, and it is on the record', async () => {
  await fill('tea', 0);

  await made(staff, { kind: 'cancelLesson', sectionId: 'tea', lessonIndex: 0 }, { reason: '老师生病，下周照常' });

  expect(scene.notices()).toMatchObject([
    { kind: 'LESSON_CANCELLED', text: expect.stringMatching(/^第 1 次课（.+）取消，原因：老师生病，下周照常$/) },
  ]);
  const mine = await scene.worker(0).call('line.mine', {});
  expect(mine).toMatchObject({
    data: { places: [{ section: { lessons: [{ cancelled: true, reason: '老师生病，下周照常' }, lesson(7)] } }] },
  });
  expect(entry('change.cancelLesson')).toMatchObject({ reason: '老师生病，下周照常' });
});

test('two classes are moved onto each other at the same time: the clash stands on both sides', async () => {
  const { startsAt, endsAt } = lesson(5);
  const move = (sectionId: string) => made(staff, { kind: 'moveLesson', sectionId, lessonIndex: 0, startsAt, endsAt });
  scene.emulator.setFaults({ databaseLatencyMs: { min: 1, max: 8 } });

  await Promise.all([move('tea'), move('choir')]);

  expect([scene.section('tea').clashIds, scene.section('choir').clashIds]).toEqual([['choir'], ['tea']]);
});

test('the closing is that of the batch and of each class; what a crash left half-done is completed by the same act', async () => {
  const closesAt = scene.emulator.now() + HOUR;
  const change: Change = { kind: 'closesAt', batchId: 'b', closesAt };
  scene.emulator.setFaults({
    rules: [{ on: 'database', kind: 'kill', function: 'desk', action: 'commitTransaction', times: 1 }],
  });
  const event = { endpoint: 'change.make', input: { actId: 'closing-1', change, reason: '', dryRun: false } };
  expect((await scene.emulator.post('desk', event, staff.openid)).status).not.toBe(200);
  expect(batch().closesAt).not.toBe(closesAt);
  expect(scene.section('tea').closesAt).toBe(closesAt);

  // The platform ends the transaction of a function that died after 30 s.
  forward(31_000);
  await made(staff, change, { actId: 'closing-1', reason: '' });

  expect([batch().closesAt, ...['tea', 'choir', 'guqin'].map(id => scene.section(id).closesAt)]).toEqual(
    Array(4).fill(closesAt),
  );
  forward(HOUR);
  expect(await scene.worker(0).claim('tea')).toMatchObject({ code: 'CLOSED' });
});

/** Of every kind one, in an order in which each of them changes something. */
const everyKind = (): Change[] => [
  { kind: 'movePerson', sectionId: 'tea', memberId: ids(3)[0]!, number: 1 },
  { kind: 'capacity', sectionId: 'tea', capacity: 3 },
  { kind: 'waitlist', sectionId: 'tea', waitlistLimit: 9 },
  { kind: 'place', sectionId: 'tea', place: '301' },
  { kind: 'instructor', sectionId: 'tea', instructor: '周敏' },
  { kind: 'moveLesson', sectionId: 'tea', lessonIndex: 0, ...lesson(2) },
  { kind: 'cancelLesson', sectionId: 'tea', lessonIndex: 1 },
  { kind: 'addPerson', sectionId: 'guqin', memberId: ids(7)[0]! },
  { kind: 'removePerson', sectionId: 'tea', memberId: ids(0)[0]! },
  { kind: 'cancelSection', sectionId: 'choir' },
  { kind: 'closesAt', batchId: 'b', closesAt: begin },
];

test('a dry run writes nothing and says what the act then does; each act is on the record with its reason, once', async () => {
  await fill('tea', 0, 1, 2, 3);
  await fill('choir', 4, 5);

  for (const change of everyKind()) {
    const before = everything();
    const dry = await made(staff, change, { dryRun: true, reason: '' });
    expect(everything()).toBe(before);

    const act = await made(staff, change, { actId: `act-${change.kind}`, reason: '家长反映' });
    expect({ ...act, done: false }).toEqual(dry);
    const { reason, before: was, after } = entry(`change.${change.kind}`)!;
    const summary = sentenceOn(entry(`change.${change.kind}`)!);
    const of = 'sectionId' in change ? `${titleOf(scene.section(change.sectionId))}：` : '';
    expect({ summary, reason }).toEqual({ summary: of + act.summary, reason: '家长反映' });
    expect([change.kind, was ?? after]).toEqual([change.kind, expect.any(String)]);

    const then = everything();
    expect(await made(staff, change, { actId: `act-${change.kind}`, reason: '家长反映' })).toMatchObject({
      done: true,
      summary,
      told: act.told,
    });
    expect(everything()).toBe(then);
  }
  expect(recordOf(scene)).toHaveLength(everyKind().length);
  expect(scene.healing().alarms).toEqual([]);
});

test('the same act five times at once is one act', async () => {
  await fill('tea', 0, 1, 2, 3);
  scene.emulator.setFaults({ databaseLatencyMs: { min: 0, max: 5 } });
  const change: Change = { kind: 'removePerson', sectionId: 'tea', memberId: ids(0)[0]! };

  const answers = await Promise.all(range(5).map(() => make(staff, change, { actId: 'act-once' })));

  expect(answers.map(answer => answer.ok && answer.data.told)).toEqual(Array(5).fill(2));
  expect(scene.line('tea')).toEqual(ids(1, 2, 3));
  expect(recordOf(scene)).toHaveLength(1);
  expect(toldOf(scene, 'tea')).toHaveLength(2);
});

test('five different acts at once on one class: all of them happen', async () => {
  await fill('tea', 0, 1, 2, 3);
  const changes: Change[] = [
    { kind: 'capacity', sectionId: 'tea', capacity: 3 },
    { kind: 'place', sectionId: 'tea', place: '401' },
    { kind: 'removePerson', sectionId: 'tea', memberId: ids(0)[0]! },
    { kind: 'waitlist', sectionId: 'tea', waitlistLimit: 7 },
    { kind: 'capacity', sectionId: 'choir', capacity: 5 },
  ];
  await Promise.all(changes.map(change => made(staff, change)));

  expect(scene.section('tea')).toMatchObject({ capacity: 3, place: '401', waitlistLimit: 7, lineCount: 3 });
  expect(batch()).toMatchObject({ capacity: 6 + 1 + 3 });
  expect(recordOf(scene)).toHaveLength(5);
});

test('what takes away or touches the order wants a reason; who is not staff changes nothing', async () => {
  const change: Change = { kind: 'cancelSection', sectionId: 'tea' };
  const before = everything();
  expect(await make(staff, change, { reason: '  ' })).toMatchObject({ code: 'REASON_MISSING' });
  expect(await make(scene.worker(0), change)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make(staff, { kind: 'archive', batchId: 'b' })).toMatchObject({ code: 'CHANGE_NOT_NOW' });
  expect(await make(staff, { kind: 'archive', batchId: 'no' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  expect(await make(staff, { kind: 'cancelSection', sectionId: 'no' })).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  expect(everything()).toBe(before);
});

test('a batch that is over is archived: out of the workers’ sight, its places stay theirs', async () => {
  await fill('tea', 0);
  forward(30 * DAYS);
  await made(staff, { kind: 'archive', batchId: 'b' });
  forward(HOUR);

  expect(await scene.worker(1).call('catalog.batches', {})).toMatchObject({ data: { batches: [] } });
  expect(await scene.worker(0).call('line.mine', {})).toMatchObject({
    data: { places: [{ section: { sectionId: 'tea' } }] },
  });
});

test('staff see whom to telephone about a change; whole numbers require a reason and are on the record', async () => {
  await fill('tea', 0, 1, 2);
  await made(staff, { kind: 'place', sectionId: 'tea', place: '401' });
  const notices = scene.notices().filter(one => one.kind === 'PLACE_CHANGED');
  const of = (index: number) => notices.find(one => one.memberId === scene.worker(index).memberId)!;
  await scene.worker(0).call('member.readNotices', { noticeIds: [of(0)._id] });
  const push = { kind: 'changed', state: 'sent', notBefore: 0, tries: 1, lessonAt: null } as const;
  await scene.emulator.database.import('notices', [{ ...of(1), push }]);
  const look = (phones: 'masked' | 'whole', reason = '') =>
    staff.call('staff.unreached', { sectionId: 'tea', phones, reason });

  expect(await look('masked')).toMatchObject({
    ok: true,
    data: {
      people: [
        {
          memberId: scene.worker(2).memberId,
          phone: expect.stringContaining('****'),
          kind: 'PLACE_CHANGED',
          count: 1,
        },
      ],
    },
  });
  expect(await look('whole', ' ')).toMatchObject({ ok: false, code: 'REASON_MISSING' });
  expect(entry('staff.unreached')).toBeUndefined();
  expect(await look('whole', '电话通知')).toMatchObject({
    ok: true,
    data: { people: [{ phone: expect.stringMatching(/^1\d{10}$/) }] },
  });
  expect(entry('staff.unreached')).toMatchObject({ reason: '电话通知', sectionId: 'tea', by: staff.memberId });
  expect(sentenceOn(entry('staff.unreached')!)).toMatch(/没通知到的 1 人的完整手机号$/);
});
