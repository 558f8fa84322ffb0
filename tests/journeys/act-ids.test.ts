import type { AnswerOf, EndpointName } from '../../domain/api';
import type { Roll } from '../../domain/roll/roll';
import { COLLECTIONS } from '../collections';
import { good, HOUR, marking, ofTea, startClassroom, type Classroom } from './classroom';
import { readyDraft } from './drafting';

/** The id of an act names it with its content: the same again is done, anything else under that id is refused and not done. */
let room: Classroom;
let draft: { draftId: string; revision: number };
beforeAll(async () => {
  room = await startClassroom({ sections: { choir: {} } });
  room.at(2 * HOUR);
  const { draftId, revision } = await readyDraft(room, room.staff);
  draft = { draftId, revision };
  await good(room.staff.call('attendance.close', { ...ofTea, actId: 'act-first-close' }));
}, 60_000);
afterAll(() => room.stop());

const everything = () => JSON.stringify(COLLECTIONS.map(name => room.emulator.database.read(name)));
const person = (index: number) => room.worker(index).memberId;
const ask = (endpoint: EndpointName, input: object) =>
  room.staff.call(endpoint, input as never) as Promise<AnswerOf<EndpointName>>;
const reason = '家长反映';
const correction = () => ({ ...ofTea, memberId: person(0), state: 'absent', reason });
const capacity = (seats: number) => ({
  change: { kind: 'capacity', sectionId: 'choir', capacity: seats },
  reason,
  dryRun: false,
});

type Table = [EndpointName, () => object, () => object];
const ACTS: Table[] = [
  ['change.make', () => capacity(41), () => capacity(42)],
  ['change.make', () => capacity(43), () => ({ ...capacity(43), reason: '别的原因' })],
  [
    'attendance.waive',
    () => ({ day: '2026-03-01', waived: true, reason }),
    () => ({ day: '2026-03-02', waived: true, reason }),
  ],
  [
    'attendance.waive',
    () => ({ day: '2026-03-03', waived: true, reason }),
    () => ({ day: '2026-03-03', waived: false, reason }),
  ],
  ['attendance.correct', correction, () => ({ ...correction(), state: 'present' })],
  [
    'attendance.answer',
    () => ({ ...ofTea, memberId: person(0), forgiven: false, text: '没有理由' }),
    () => ({ ...ofTea, memberId: person(0), forgiven: true, text: '没有理由' }),
  ],
  ['invite.create', () => ({ role: 'instructor', name: '周敏' }), () => ({ role: 'staff', name: '周敏' })],
  ['draft.create', () => ({}), () => ({ copyOf: 'b' })],
  [
    'rehearsal.run',
    () => ({ batchId: draft.draftId, people: 2_000, profile: 'standard' }),
    () => ({ batchId: draft.draftId, people: 3_000, profile: 'standard' }),
  ],
  ['draft.publish', () => draft, () => ({ ...draft, revision: draft.revision + 1 })],
  [
    'draft.withdraw',
    () => ({ batchId: draft.draftId, reason }),
    () => ({ batchId: draft.draftId, reason: '别的原因' }),
  ],
];

test.each(ACTS)(
  '%s: the same again is done, other content under its id is refused and nothing happens',
  async (endpoint, content, other) => {
    const actId = `act-${ACTS.findIndex(one => one[1] === content)}-same-content`;
    const first = await ask(endpoint, { ...content(), actId });
    if (!first.ok) throw new Error(JSON.stringify(first));

    const after = everything();
    expect((await ask(endpoint, { ...content(), actId })).ok).toBe(true);
    expect(await ask(endpoint, { ...other(), actId })).toMatchObject({ code: 'ACT_ID_USED' });
    // The id of another act is a refusal too.
    const elsewhere = await ask(endpoint, { ...other(), actId: 'act-first-close' });
    // Inviting keeps no id of the app's, so nothing else can stand under it.
    if (endpoint === 'invite.create') return expect(elsewhere.ok).toBe(true);
    expect(elsewhere).toMatchObject({ code: 'ACT_ID_USED' });
    expect(everything()).toBe(after);
  },
);

test('a dismissal under the id of another act dismisses nobody', async () => {
  const teacher = await room.holder('instructor', '周敏');
  const dismissal = { memberId: teacher.memberId, role: 'instructor', reason } as const;

  expect(await room.staff.call('invite.dismiss', { ...dismissal, actId: 'act-first-close' })).toMatchObject({
    code: 'ACT_ID_USED',
  });
  expect((await good(teacher.call('member.me', {}))).roles).toEqual(['instructor']);
  expect((await room.staff.call('invite.dismiss', { ...dismissal, actId: 'act-dismissal' })).ok).toBe(true);
});

test('closing another lesson under the id of a closing leaves it open; another colleague has ids of their own', async () => {
  const second = { ...ofTea, lessonIndex: 1 };
  room.emulator.setClock(room.lesson.endsAt + 8 * 24 * HOUR - Date.now());
  const open = () =>
    room.emulator.database.read<Roll>('rolls').filter(roll => roll.lessonIndex === 1 && roll.closedAt !== null);

  expect(await room.staff.call('attendance.close', { ...second, actId: 'act-first-close' })).toMatchObject({
    code: 'ACT_ID_USED',
  });
  expect(open()).toEqual([]);
  const colleague = await room.holder('staff', '李娜');
  expect(await colleague.call('attendance.close', { ...ofTea, actId: 'act-first-close' })).toMatchObject({
    code: 'ACT_ID_USED',
  });
  expect((await room.staff.call('attendance.close', { ...ofTea, actId: 'act-first-close' })).ok).toBe(true);
});

test('the name of a late mark is of its lesson: the same one in another lesson is marked and on the record too', async () => {
  room.emulator.setClock(room.lesson.endsAt + 8 * 24 * HOUR - Date.now());
  const mark = { ...marking(room, room.worker(1), 'present'), nonce: 'nonce-of-two-lessons', reason: '补点' };
  for (const lessonIndex of [0, 1]) {
    const late = lessonIndex === 0 ? { at: room.lesson.startsAt } : {};
    const sent = { ...ofTea, lessonIndex, device: 'phone-1', marks: [{ ...mark, ...late }] };
    await good(room.teacher.call('roll.mark', sent));
    expect(room.roll('tea', lessonIndex)!.marks.map(one => one.nonce)).toContain(mark.nonce);
  }
});
