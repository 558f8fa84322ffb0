import { DAY, HOUR } from '../../domain/base/clock';
import { LISTED_MS, MINE_MS, TAUGHT_MS } from '../../domain/base/windows';
import { range, startScene, type Person, type Scene } from './scene';

/**
 * What is over leaves first pages by the clock, and everything of it is there on request, once. Many batches end at one
 * instant here, because a page that goes on by the instant alone would lose the rest of them.
 */
const OVER = 43;
let scene: Scene;
let worker: Person;
let instructor: Person;
let staff: Person;
let now: number;

beforeAll(async () => {
  scene = await startScene({ sections: { now: { capacity: 5 } }, emulator: { instances: { min: 0, max: 1 } } });
  now = scene.emulator.now();
  worker = scene.worker(0);
  instructor = await scene.holder('instructor', '李文秀', { instructorName: '李文秀' });
  staff = await scene.holder('staff', '王敏');
  const batch = scene.emulator.database.read('batches')[0]!;
  const section = { ...scene.section('now'), line: [{ memberId: worker.memberId, at: 1 }], lineCount: 1 };
  const endedAt = now - 400 * DAY;
  const lessons = [{ startsAt: endedAt, endsAt: endedAt + HOUR }];
  const old = { ...batch, opensAt: endedAt - 30 * DAY, closesAt: endedAt - 9 * DAY, lastLessonAt: endedAt };
  for (const i of range(OVER)) {
    await scene.set('batches', { ...old, _id: `old-${i}` });
    await scene.set('sections', { ...section, _id: `old-${i}-s`, batchId: `old-${i}`, lessons });
  }
  await scene.set('batches', { ...old, _id: 'put-away', state: 'archived' });
  const holds = range(OVER).map(i => ({ sectionId: `old-${i}-s`, batchId: `old-${i}`, at: 1 }));
  await scene.set('standings', { ...scene.standing(worker)!, holds });
  await scene.set('rolls', rollOf('old-7-s', endedAt));
});
afterAll(() => scene.stop());

const rollOf = (sectionId: string, startsAt: number) => ({
  _id: `${sectionId}-L0`,
  sectionId,
  batchId: sectionId.slice(0, -2),
  lessonIndex: 0,
  startsAt,
  marks: [
    { memberId: worker.memberId, state: 'present', at: startsAt, receivedAt: startsAt, by: 'x', nonce: 'n', seen: 0 },
  ],
  markCount: 1,
  leaves: [],
  guests: [],
  noShows: [],
  appeals: [],
  closedAt: startsAt + DAY,
});

type Paged = 'catalog.past' | 'line.past' | 'roll.past' | 'staff.past';

async function walk(by: Person, endpoint: Paged, first?: { at: number; id: string }) {
  const rows: { batchId?: string; sectionId?: string; batch?: { batchId: string } }[] = [];
  const sizes: number[] = [];
  for (let after = first; ;) {
    const answer = await by.call(endpoint, after ? { after } : {});
    if (!answer.ok) throw new Error(answer.code);
    rows.push(...answer.data.page);
    sizes.push(answer.data.page.length);
    if (!answer.data.next) return { rows, sizes };
    after = answer.data.next;
  }
}

const OLD = range(OVER)
  .map(i => `old-${i}`)
  .sort();

test('every batch that is over is on one page, once, however many end at one instant', async () => {
  const { rows, sizes } = await walk(worker, 'catalog.past');
  expect(rows.map(one => one.batchId).sort()).toEqual(OLD);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10);

  const mine = await walk(worker, 'line.past');
  expect(mine.rows.map(one => one.batch!.batchId).sort()).toEqual(OLD);
  const taught = await walk(instructor, 'roll.past');
  expect(taught.rows.map(one => one.sectionId!.slice(0, -2)).sort()).toEqual(OLD);
});

test('staff: the newest twenty, then everything else, what is archived too', async () => {
  const first = await staff.call('staff.batches', {});
  if (!first.ok) throw new Error(first.code);
  expect(first.data.batches).toHaveLength(20);
  expect(first.data.batches[0]!.batchId).toBe('b');

  const { rows } = await walk(staff, 'staff.past', first.data.next!);
  const all = [...first.data.batches, ...rows].map(one => one.batchId).sort();
  expect(all).toEqual(['b', ...OLD, 'put-away'].sort());
});

test('the first pages have what is not over, and say that there is more', async () => {
  const batches = await worker.call('catalog.batches', {});
  expect(batches).toMatchObject({ data: { batches: [{ batchId: 'b' }], older: true } });
  expect(await worker.call('line.mine', {})).toMatchObject({ data: { places: [], older: true } });
  expect(await worker.call('lesson.mine', {})).toMatchObject({ data: { lessons: [] } });
  expect(await instructor.call('roll.sections', {})).toMatchObject({
    data: { sections: [{ sectionId: 'now' }], older: true },
  });
  expect(await scene.worker(1).call('line.mine', {})).toEqual(
    expect.objectContaining({ data: { places: [], older: false } }),
  );
});

test('one of long ago can still be opened; one that staff archived cannot', async () => {
  expect(await worker.call('catalog.batch', { batchId: 'old-7' })).toMatchObject({
    data: { batch: { batchId: 'old-7' } },
  });
  expect(await worker.call('line.board', { batchId: 'old-7' })).toMatchObject({ ok: true });
  expect(await worker.call('catalog.batch', { batchId: 'put-away' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  expect(await worker.call('lesson.ofClass', { sectionId: 'old-7-s' })).toMatchObject({
    data: { place: { place: { state: 'SEATED' } }, lessons: [{ mark: { state: 'present' } }] },
  });
  expect(await scene.worker(1).call('lesson.ofClass', { sectionId: 'old-7-s' })).toMatchObject({
    data: { place: null },
  });
});

test('the home page costs the same however many batches there were: three operations at most', async () => {
  scene.emulator.setClock(120_000);
  scene.emulator.database.resetOperations();
  await worker.call('catalog.batches', {});
  const asked = Object.values(scene.emulator.database.operations()).reduce((sum, count) => sum + count, 0);
  expect(asked).toBeLessThanOrEqual(3);
});

test('each list lets go at its own instant, by the clock alone', async () => {
  const last = scene.emulator.database
    .read<{ _id: string; lastLessonAt: number }>('batches')
    .find(one => one._id === 'b')!;
  await scene.set('standings', {
    ...scene.standing(scene.worker(2))!,
    holds: [{ sectionId: 'now', batchId: 'b', at: now }],
  });
  await scene.set('sections', {
    ...scene.section('now'),
    line: [{ memberId: scene.worker(2).memberId, at: now }],
    lineCount: 1,
  });
  const shownAt = async (at: number) => {
    scene.emulator.setClock(at - now);
    const batches = await worker.call('catalog.batches', {});
    const taught = await instructor.call('roll.sections', {});
    const mine = await scene.worker(2).call('line.mine', {});
    if (!batches.ok || !taught.ok || !mine.ok) throw new Error('an answer is missing');
    return [batches.data.batches.length, taught.data.sections.length, mine.data.places.length];
  };
  // Within the minute before and after, because an instance remembers for some seconds.
  expect(await shownAt(last.lastLessonAt + LISTED_MS - 60_000)).toEqual([1, 1, 1]);
  expect(await shownAt(last.lastLessonAt + LISTED_MS)).toEqual([0, 1, 1]);
  expect(await shownAt(last.lastLessonAt + TAUGHT_MS)).toEqual([0, 0, 1]);
  expect(await shownAt(last.lastLessonAt + MINE_MS - 60_000)).toEqual([0, 0, 1]);
  expect(await shownAt(last.lastLessonAt + MINE_MS)).toEqual([0, 0, 0]);
});
