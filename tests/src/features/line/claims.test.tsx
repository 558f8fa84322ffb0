import { waitBefore } from '../../../../domain/base/pace';
import { claim, claims, claimUntilKnown, noteLeft } from '../../../../src/features/line/claims';
import { mine } from '../../../../src/app/known/places';
import { batch, place, STROKE, tea } from '../../sample';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';

const claimed = (already = false) => ({
  data: { place: place('tea', 'SEATED', 17), already, clearedSectionIds: [] },
});
const nowhere = { data: { place: null } };

/** Lets time pass until the claim has ended. */
async function ended<T>(running: Promise<T>): Promise<T> {
  let done = false;
  void running.finally(() => (done = true));
  while (!done) await jest.advanceTimersByTimeAsync(500);
  return running;
}

/** One after the other; the last for ever. */
const inTurn = (...doings: Doing[]) => {
  let turn = 0;
  return () => doings[Math.min(turn++, doings.length - 1)]!;
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE + 1_000 });
  claims.setState({}, true);
  mine.store.setState({ data: { places: [] } });
});
afterEach(() => jest.useRealTimers());

describe('a claim', () => {
  test('that is answered is one call', async () => {
    const server = serve({ 'line.claim': claimed() });

    const outcome = await ended(claimUntilKnown('b1', 'tea'));

    expect(outcome).toMatchObject({ kind: 'placed', claimed: { place: { number: 17 } } });
    expect(server.calls).toHaveLength(1);
  });

  test('whose reply is lost asks where I stand, and finds the seat it has got', async () => {
    const server = serve({ 'line.claim': 'lost reply', 'line.place': { data: { place: place('tea', 'WAITING', 3) } } });

    const outcome = await ended(claimUntilKnown('b1', 'tea'));

    expect(outcome).toMatchObject({
      kind: 'placed',
      claimed: { place: { state: 'WAITING', number: 3 }, already: true },
    });
    expect([server.asked('line.claim'), server.asked('line.place')]).toEqual([1, 1]);
  });

  test('that never arrived is made again after asking', async () => {
    const server = serve({ 'line.claim': inTurn('no network', 'lost reply', claimed()), 'line.place': nowhere });

    const outcome = await ended(claimUntilKnown('b1', 'tea'));

    expect(outcome.kind).toBe('placed');
    expect(server.asked('line.place')).toBe(2);
  });

  test('of which nobody can say what became is told as not known: no false success, no false failure', async () => {
    serve({ 'line.claim': 'lost reply', 'line.place': 'lost reply' });

    expect(await ended(claimUntilKnown('b1', 'tea'))).toEqual({ kind: 'unknown' });
  });

  test('gives up within a minute, and not after one try', async () => {
    const server = serve({ 'line.claim': 'lost reply', 'line.place': nowhere });
    const begun = Date.now();

    await ended(claimUntilKnown('b1', 'tea'));

    expect(Date.now() - begun).toBeLessThan(60_000);
    expect(server.asked('line.claim')).toBeGreaterThan(2);
    expect(server.asked('line.claim')).toBeLessThanOrEqual(6);
  });

  test('that meets a busy server waits at least as long as the server asks', async () => {
    const at: number[] = [];
    const answers = inTurn({ refuse: 'BUSY', details: { retryAfterMs: 1_500 } }, claimed());
    serve({
      'line.claim': () => {
        at.push(Date.now());
        return answers();
      },
    });

    const outcome = await ended(claimUntilKnown('b1', 'tea'));

    expect(outcome.kind).toBe('placed');
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(1_500);
  });

  test('is told "busy" for good only after asking whether a try went through all the same', async () => {
    serve({
      'line.claim': { refuse: 'BUSY', details: { retryAfterMs: 60_000 } },
      'line.place': { data: { place: place('tea') } },
    });

    expect((await ended(claimUntilKnown('b1', 'tea'))).kind).toBe('placed');
  });

  test('is never told "busy, and you are not in the line" where nobody could say so', async () => {
    serve({ 'line.claim': { refuse: 'BUSY', details: { retryAfterMs: 60_000 } }, 'line.place': 'lost reply' });

    expect(await ended(claimUntilKnown('b1', 'tea'))).toEqual({ kind: 'unknown' });
  });

  test('says at every try when it was tapped, and that is after the last drop from this phone', async () => {
    const answers = inTurn(claimed(), { refuse: 'BUSY', details: { retryAfterMs: 10 } }, claimed());
    const server = serve({ 'line.claim': answers, 'line.place': nowhere });
    // The first answer sets the server's clock.
    await ended(claimUntilKnown('b1', 'tea'));
    const leftAt = Date.now() + 5_000;
    noteLeft('tea', leftAt);
    await ended(claimUntilKnown('b1', 'tea'));

    const tapped = server.calls.filter(one => one.endpoint === 'line.claim').map(one => one.input['tappedAt']);
    expect(tapped.slice(1)).toEqual([leftAt + 1, leftAt + 1]);
  });

  test.each<Doing>([
    { refuse: 'FULL', details: { sectionId: 'tea', opensAt: STROKE, lastSeatAt: 1, lastWaitAt: 2, arrivedAt: 3 } },
    { refuse: 'CLASH', details: { sectionId: 'guqin', state: 'SEATED' } },
    { refuse: 'LIMIT_REACHED', details: { limit: 2 } },
    { refuse: 'PROFILE_MISSING' },
    { refuse: 'CLOSED', details: { closesAt: 1 } },
  ])('that is refused for good (%j) is not made again', async refusal => {
    const server = serve({ 'line.claim': refusal });

    const outcome = await ended(claimUntilKnown('b1', 'tea'));

    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: (refusal as { refuse: string }).refuse } });
    expect(server.calls).toHaveLength(1);
  });
});

describe('a tap', () => {
  test('before the stroke by the server is not sent', async () => {
    jest.setSystemTime(STROKE - 1);
    const server = serve({ 'line.claim': claimed() });

    expect(await claim(batch, tea)).toBeUndefined();
    expect(server.calls).toHaveLength(0);
  });

  test('repeated five times at once is one claim', async () => {
    const server = serve({ 'line.claim': claimed() });

    await ended(Promise.all([1, 2, 3, 4, 5].map(() => claim(batch, tea))));

    expect(server.asked('line.claim')).toBe(1);
  });

  test('that brings a place keeps it, and takes away the waits that it has cleared', async () => {
    mine.store.setState({ data: { places: [{ ...samplePlace(), place: place('guqin', 'WAITING', 4) }] } });
    serve({
      'line.claim': { data: { place: place('tea', 'SEATED', 2), already: false, clearedSectionIds: ['guqin'] } },
    });

    await ended(claim(batch, tea));

    expect(mine.store.getState().data?.places.map(one => one.place)).toEqual([place('tea', 'SEATED', 2)]);
    expect(claims.getState()['tea']).toMatchObject({ step: 'answered', outcome: { kind: 'placed' } });
  });
});

test('the wait before a retry is spread from nothing up to a bound that grows and ends', () => {
  const longest = [0, 1, 2, 3, 9].map(attempt => waitBefore(attempt, () => 1));

  expect(longest).toEqual([400, 800, 1_600, 3_200, 6_000]);
  expect(waitBefore(5, () => 0)).toBe(0);
});

const samplePlace = () => ({
  section: { ...tea, sectionId: 'guqin' },
  batch: { batchId: 'b1', title: '', union: '', categories: [] },
});
