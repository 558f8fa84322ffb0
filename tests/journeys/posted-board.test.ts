import { LONGEST_REOPEN_MS, REOPEN_MS } from '../../domain/line/full-memory';
import {
  postedFull,
  postedPath,
  POSTED_TRUST_MS,
  type PostedBoard,
  type PostedReader,
} from '../../domain/line/posted-board';
import { boardTag } from '../../server/line/board-tag';
import type { Batch } from '../../domain/model';
import { startScene, type Person, type Scene } from './scene';

/** The posted board: what a phone may be told from a file must be as true as what a function tells it. */
const KEY = 'the-key-of-this-batch';
const tagOf = (memberId: string, boardKey: string | undefined = KEY) =>
  boardTag({ _id: 'b', boardKey } as Batch, memberId);
let scene: Scene;
let writing: Promise<unknown>;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 1, waitlistLimit: 1 }, guqin: { capacity: 5 } },
    batch: { opensAt: Date.now() - 5_000, boardKey: KEY },
    workers: 10,
    emulator: { instances: { min: 0, max: 2 } },
  });
  await scene.worker(0).claim('tea');
  await scene.worker(1).claim('tea');
  writing = scene.emulator.fireTimer('stroke');
});
afterAll(async () => {
  await comeDown();
  await scene.stop();
});

/** When the time of the board is over its writer ends. */
async function comeDown() {
  scene.emulator.setClock(600_000);
  return (await writing) as { ok: true; data: { posts: number } };
}

const fetched = async (): Promise<PostedBoard | undefined> => {
  const { status, body } = await scene.emulator.send('GET', `/_storage/${postedPath('b')}?1`);
  return status === 200 ? (body as PostedBoard) : undefined;
};
async function boardWhere(is: (board: PostedBoard) => boolean): Promise<PostedBoard> {
  for (;;) {
    const board = await fetched();
    if (board && is(board)) return board;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
const reader = (person: Person, change: Partial<PostedReader> = {}): PostedReader => ({
  tag: tagOf(person.memberId),
  now: scene.emulator.now(),
  errorMs: 0,
  calledAt: undefined,
  ...change,
});

test('it hangs where everybody may read it, counts what the lines hold, and names nobody', async () => {
  const board = await boardWhere(one => 'tea' in one.full);

  expect(board.counts).toEqual([
    { sectionId: 'guqin', seatsLeft: 5, waiting: 0, waitingLeft: 0 },
    { sectionId: 'tea', seatsLeft: 0, waiting: 1, waitingLeft: 0 },
  ]);
  expect(Object.keys(board.full)).toEqual(['tea']);
  expect(JSON.stringify(board)).not.toContain(scene.worker(0).memberId);
  // Whoever knows a member id finds it in no part.
  for (const end of [4, 6, 8])
    expect(JSON.stringify(board.full['tea']!.tags)).not.toContain(scene.worker(0).memberId.slice(-end));
});

test('its tags are made with a key of the batch: each person is told their own, and the key is nowhere to be seen', async () => {
  const board = await boardWhere(one => 'tea' in one.full);
  const mine = await scene.worker(0).enter();

  expect(mine).toMatchObject({ data: { tag: tagOf(scene.worker(0).memberId) } });
  expect(board.full['tea']!.tags).toContain(tagOf(scene.worker(0).memberId));
  expect(tagOf(scene.worker(0).memberId, 'the-key-of-another')).not.toBe(tagOf(scene.worker(0).memberId));
  const catalogue = await scene.worker(0).call('catalog.batch', { batchId: 'b' });
  expect(JSON.stringify([mine, board, catalogue])).not.toContain(KEY);
});

test('a batch of before, which has no key, has tags all the same, and the phone is told the same one', () => {
  expect(boardTag({ _id: 'b' }, 'm1')).toBe(boardTag({ _id: 'b' }, 'm1'));
  expect(boardTag({ _id: 'b' }, 'm1')).not.toBe(boardTag({ _id: 'c' }, 'm1'));
});

test('the receipt from the board is the receipt of the function', async () => {
  const board = await boardWhere(one => 'tea' in one.full);
  const answer = await scene.worker(2).claim('tea');

  const posted = postedFull(board, 'tea', reader(scene.worker(2), { now: board.readAt + 1 }));

  expect(answer).toMatchObject({ code: 'FULL' });
  const { details } = answer as { details: object };
  expect({ ...posted, arrivedAt: 0 }).toEqual({ ...details, arrivedAt: 0, byBoard: true });
});

test('nobody who stands in the line is told that it is full', async () => {
  const board = await boardWhere(one => 'tea' in one.full);

  for (const one of [0, 1])
    expect(postedFull(board, 'tea', reader(scene.worker(one), { now: board.readAt + 1 }))).toBeUndefined();
});

test('a place that comes back goes to no newcomer while anybody may still believe the board', async () => {
  const board = await boardWhere(one => 'tea' in one.full);
  await scene.worker(0).drop('tea');
  const newcomer = scene.worker(3);

  expect(await newcomer.claim('tea')).toMatchObject({ ok: false });
  scene.emulator.setClock(LONGEST_REOPEN_MS + 200);
  const answer = await newcomer.claimUntilAnswered('tea');

  expect(answer).toMatchObject({ ok: true, data: { place: { state: 'WAITING' } } });
  const { at } = (answer as { data: { place: { at: number } } }).data.place;
  expect(at - board.readAt).toBeGreaterThanOrEqual(REOPEN_MS);
  expect(postedFull(board, 'tea', reader(scene.worker(4), { now: at }))).toBeUndefined();
  // Control: without its age the same board would now tell the newcomer, who has a place, that there is none.
  expect(postedFull(board, 'tea', reader(newcomer, { now: board.readAt + POSTED_TRUST_MS - 1 }))).toMatchObject({
    byBoard: true,
  });
  // The next board knows the newcomer.
  const next = await boardWhere(one => (one.full['tea']?.tags ?? []).includes(tagOf(newcomer.memberId)));
  expect(postedFull(next, 'tea', reader(newcomer, { now: next.readAt + 1 }))).toBeUndefined();
});

test('its writer ends when its time is over', async () => {
  expect((await comeDown()).data.posts).toBeGreaterThan(0);
});

test('the night takes it down: nobody’s tag is left in a file that everybody may read', async () => {
  await comeDown();
  expect((await fetched())?.full['tea']?.tags).toHaveLength(2);
  scene.emulator.setClock(3 * 3_600_000);

  await scene.emulator.fireTimer('nightly');

  expect(await fetched()).toEqual({ batchId: 'b', readAt: 0, counts: [], full: {} });
});
