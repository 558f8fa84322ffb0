import { HOUR } from '../../domain/base/clock';
import type { Roll } from '../../domain/roll/roll';
import { emptyRoll } from '../../domain/roll/roll';
import { peopleOnRoll } from '../../domain/privacy/anonymous';
import { ERASE } from './forgotten';
import { range, startScene, type Person, type Scene } from './scene';

/** A roll says whom it is about in the same write that makes it so; one from before that is found all the same. */
let scene: Scene;
let instructor: Person;
let now: number;

beforeAll(async () => {
  scene = await startScene({ sections: {}, emulator: { instances: { min: 0, max: 2 } } });
  now = scene.emulator.now();
  instructor = await scene.holder('instructor', '李文秀', { instructorName: '李文秀' });
  const lessons = [{ startsAt: now - HOUR / 2, endsAt: now + HOUR / 2 }];
  const line = range(6).map(index => ({ memberId: scene.worker(index).memberId, at: 1 }));
  const section = {
    batchId: 'b',
    course: '茶艺',
    category: 'tea',
    name: '一班',
    instructor: '李文秀',
    organisation: '学校',
  };
  const facts = {
    place: '205',
    schedule: '每周三',
    lessons,
    audienceText: '',
    note: '',
    capacity: 5,
    waitlistLimit: 5,
  };
  const batch = scene.emulator.database.read<{ opensAt: number; closesAt: number }>('batches')[0]!;
  const times = { opensAt: batch.opensAt, closesAt: batch.closesAt, dropUntil: now, publishedAt: 1, reopensAt: 0 };
  for (const _id of ['new', 'old'])
    await scene.set('sections', { _id, ...section, ...facts, ...times, clashIds: [], revision: 1, line, lineCount: 6 });
});
afterAll(() => scene.stop());

const roll = (id: string) => scene.emulator.database.read<Roll>('rolls').find(one => one._id === id)!;
const mark = (nonce: string, memberId: string, state: string) => ({ nonce, memberId, state, at: now, seen: 0 });
const rollsIn = async (person: Person) => {
  const answer = await person.call('member.data', {});
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.groups.find(group => group.key === 'rolls')?.documents ?? 0;
};

test('marks of several calls: everybody whom they name is noted, each once', async () => {
  const lesson = { sectionId: 'new', lessonIndex: 0, device: 'phone-1' };
  const [one, two] = [scene.worker(0), scene.worker(1)];
  for (const marks of [
    [mark('nonce-0001', one.memberId, 'present')],
    [mark('nonce-0002', two.memberId, 'present'), mark('nonce-0003', one.memberId, 'late')],
  ])
    expect(await instructor.call('roll.mark', { ...lesson, marks } as never)).toMatchObject({ ok: true });

  const { people, appealOpen } = roll('new-L0');
  expect([...people!].sort()).toEqual([...peopleOnRoll(roll('new-L0'))].sort());
  expect(appealOpen).toBe(false);
  expect(await rollsIn(one)).toBe(1);
  expect(await rollsIn(scene.worker(2))).toBe(0);
});

test('a roll from before is found without the note; the night adds it; a mark meanwhile does no harm', async () => {
  const [one, two] = [scene.worker(0), scene.worker(3)];
  const lesson = { startsAt: now - HOUR / 2, endsAt: now + HOUR / 2 };
  const { people: _people, appealOpen: _open, ...before } = emptyRoll({ _id: 'old', batchId: 'b' }, 0, lesson);
  const appeal = { memberId: two.memberId, at: now, text: '那天发烧', answer: null };
  await scene.set('rolls', { ...before, noShows: [two.memberId], appeals: [appeal] });
  const staff = await scene.holder('staff', '王敏');
  expect(await rollsIn(two)).toBe(1);
  expect(await staff.call('attendance.appeals', {})).toMatchObject({ data: { appeals: [{ text: '那天发烧' }] } });

  const marks = [mark('nonce-0004', one.memberId, 'present')];
  await instructor.call('roll.mark', { sectionId: 'old', lessonIndex: 0, device: 'phone-1', marks } as never);
  // Some are noted by the mark, but not all: it is an old roll still.
  expect(await rollsIn(two)).toBe(1);

  await scene.emulator.fireTimer('nightly');
  expect([...roll('old-L0').people!].sort()).toEqual([...peopleOnRoll(roll('old-L0'))].sort());
  expect(roll('old-L0').appealOpen).toBe(true);
  expect(await rollsIn(two)).toBe(1);
  expect(await staff.call('attendance.appeals', {})).toMatchObject({ data: { appeals: [{ text: '那天发烧' }] } });
});

test('what an erasure renames is renamed in the note, too', async () => {
  const two = scene.worker(3);
  expect(await two.call('member.erase', ERASE)).toMatchObject({ ok: true });
  for (const minutes of [2, 4, 6]) {
    scene.emulator.setClock(minutes * 60_000);
    await scene.emulator.fireTimer('tell');
  }
  const rolls = scene.emulator.database.read<Roll>('rolls');
  expect(JSON.stringify(rolls)).not.toContain(two.memberId);
  for (const one of rolls) expect([...one.people!].sort()).toEqual([...peopleOnRoll(one)].sort());
});
