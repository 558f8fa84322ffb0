import { act, cleanup, render, renderHook } from '@testing-library/react';
import { POSTED_TRUST_MS, type PostedBoard } from '../../../../domain/line/posted-board';
import { useBoard } from '../../../../src/features/line/board';
import { batchOf } from '../../../../src/app/known/catalog';
import { claim, claims, claimUntilKnown } from '../../../../src/features/line/claims';
import { mine } from '../../../../src/app/known/places';
import { leaveWaitingRooms, useWaitingRoom } from '../../../../src/features/line/waiting-room';
import { batch, count, place, STROKE, tea } from '../../sample';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';

/** The posted board on the phone: it spares calls and never says what is not so. */
const busy: Doing = { refuse: 'BUSY', details: { retryAfterMs: 3_000 } };
const enter: Doing = { data: { opensAt: STROKE, limit: 2, held: 0, tag: 'me' } };
/** What the phone has seen of one batch it keeps: every test has a batch and a section of its own. */
let b = '';
let s = '';
let tests = 0;
const boardAt = (readAt: number, ...tags: string[]): PostedBoard => ({
  batchId: b,
  readAt,
  counts: [count(s, 0)],
  full: { [s]: { opensAt: STROKE, lastSeatAt: STROKE + 900, lastWaitAt: STROKE + 950, tags } },
});

async function ended<T>(running: Promise<T>): Promise<T> {
  let done = false;
  void running.finally(() => (done = true));
  while (!done) await jest.advanceTimersByTimeAsync(200);
  return running;
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const myBatch = () => ({ ...batch, batchId: b });
const mySection = () => ({ ...tea, sectionId: s, batchId: b });

/** Into the waiting room, which tells this phone its tag. */
async function enterRoom() {
  renderHook(() => useWaitingRoom(myBatch(), STROKE - 30_000, true));
  await pass(10_000);
}

beforeEach(() => {
  b = `b${(tests += 1)}`;
  s = `tea${tests}`;
  phone.reset();
  jest.useFakeTimers({ now: STROKE - 20_000 });
  claims.setState({}, true);
  leaveWaitingRooms();
  mine.store.setState({ data: { places: [] } });
  batchOf(b).put(() => ({ batch: myBatch(), sections: [mySection()] }));
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

function Watcher() {
  const board = useBoard(b, true);
  return <p>{board?.counts[s]?.seatsLeft ?? '?'}</p>;
}

describe('a claim that was told busy', () => {
  test('ends with the receipt once a board that was read later says that the line is full', async () => {
    const server = serve({ 'line.enter': enter, 'line.claim': busy }, Date.now, () => boardAt(Date.now() - 300));
    await enterRoom();
    jest.setSystemTime(STROKE + 1_000);

    const outcome = await ended(claimUntilKnown(b, s));

    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'FULL', details: { byBoard: true } } });
    expect(server.asked('line.claim')).toBe(1);
    expect(Date.now()).toBeLessThan(STROKE + 4_000);
  });

  test.each<[string, () => PostedBoard | undefined]>([
    ['the board has me in the line', () => boardAt(Date.now() - 300, 'me')],
    ['the board was read before the call ended', () => boardAt(STROKE + 500)],
    ['the board is old', () => boardAt(Date.now() - POSTED_TRUST_MS)],
    ['there is none', () => undefined],
    ['it is another batch’s', () => ({ ...boardAt(Date.now()), batchId: 'other' })],
  ])('tries again as before where %s', async (_, file) => {
    let tries = 0;
    const answers = { data: { place: place(s, 'WAITING', 3), already: false, clearedSectionIds: [] } };
    const server = serve({ 'line.enter': enter, 'line.claim': () => (tries++ ? answers : busy) }, Date.now, file);
    await enterRoom();
    jest.setSystemTime(STROKE + 1_000);

    const outcome = await ended(claimUntilKnown(b, s));

    expect(outcome).toMatchObject({ kind: 'placed' });
    expect(server.asked('line.claim')).toBe(2);
  });

  test('tries again where this phone does not know its tag', async () => {
    let tries = 0;
    const answers = { data: { place: place(s, 'WAITING', 3), already: false, clearedSectionIds: [] } };
    serve({ 'line.claim': () => (tries++ ? answers : busy) }, Date.now, () => boardAt(Date.now()));
    jest.setSystemTime(STROKE + 1_000);

    expect(await ended(claimUntilKnown(b, s))).toMatchObject({ kind: 'placed' });
  });
});

describe('a board that gives a pace', () => {
  const paced = (pace?: number) => () => ({ ...boardAt(Date.now() - 300), full: {}, ...(pace && { pace }) });
  const seat = (): Doing => ({ data: { place: place(s, 'SEATED', 1), already: false, clearedSectionIds: [] } });
  const claimsAfter = async (file: () => PostedBoard, ms: number) => {
    const server = serve({ 'line.enter': enter, 'line.claim': seat() }, Date.now, file);
    await enterRoom();
    jest.setSystemTime(STROKE + 1_000);
    render(<Watcher />);
    await pass(500);
    const running = claim(myBatch(), mySection());
    await pass(ms);
    const asked = server.asked('line.claim');
    return { server, running, asked };
  };

  test('holds a first claim back, and lets it go when a later board gives none', async () => {
    let pace: number | undefined = 0.000_1;
    const { server, running, asked } = await claimsAfter(() => paced(pace)(), 4_000);
    pace = undefined;

    expect(asked).toBe(0);
    expect(await ended(running)).toMatchObject({ kind: 'placed' });
    expect(server.asked('line.claim')).toBe(1);
  });

  test('control: without a pace the claim is sent at once', async () => {
    const { running, asked } = await claimsAfter(paced(), 200);

    expect(asked).toBe(1);
    expect(await ended(running)).toMatchObject({ kind: 'placed' });
  });

  test('brings the receipt without a call when the line fills meanwhile', async () => {
    let full = false;
    const { server, running } = await claimsAfter(
      () => ({ ...(full ? boardAt(Date.now() - 300) : paced()()), pace: 0.000_1 }),
      4_000,
    );
    full = true;

    expect(await ended(running)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'FULL', details: { byBoard: true } },
    });
    expect(server.asked('line.claim')).toBe(0);
  });
});

test('whose call got lost is asked about, not read from the board: it may have gone through', async () => {
  const server = serve(
    {
      'line.enter': enter,
      'line.claim': 'lost reply',
      'line.place': { data: { place: place(s, 'SEATED', 1) } },
    },
    Date.now,
    () => boardAt(Date.now()),
  );
  await enterRoom();
  jest.setSystemTime(STROKE + 1_000);

  expect(await ended(claimUntilKnown(b, s))).toMatchObject({ kind: 'placed' });
  expect(server.asked('line.place')).toBe(1);
});

describe('the seat counts around the stroke', () => {
  test('come from the board and cost no call; a tap then brings the receipt without one', async () => {
    const server = serve({ 'line.enter': enter }, Date.now, () => boardAt(Date.now() - 300));
    await enterRoom();
    jest.setSystemTime(STROKE + 2_000);
    const { container } = render(<Watcher />);
    await pass(5_000);

    const outcome = await ended(claim(myBatch(), mySection()));

    expect(container.textContent).toBe('0');
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'FULL' } });
    expect(server.asked('line.board') + server.asked('line.claim')).toBe(0);
  });

  test('come from the function where no board hangs, and after its time', async () => {
    const board: Doing = { data: { counts: [count(s, 7)], countedAt: 1, pollAfterMs: 1_000 } };
    const server = serve({ 'line.enter': enter, 'line.board': board }, Date.now, () => boardAt(Date.now()));
    jest.setSystemTime(STROKE + 600_000);
    const { container } = render(<Watcher />);
    await pass(2_500);

    expect(container.textContent).toBe('7');
    expect(server.asked('line.board')).toBeGreaterThan(1);
  });
});
