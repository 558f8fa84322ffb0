import { attendance, knownOf } from '../../../../src/app/known/attendance';
import { checkInUntilKnown, codeIn } from '../../../../src/features/lesson/check-in';
import { CODE_LIFE_MS } from '../../../../domain/lesson/check-in-code';
import { attended, known, START, teaClass, THIRD } from '../../lessons';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';

const CODE = 'HG1.tea.2.0a1b2c3d.2s7k.AbCdEfGh-_12';
const taken: Doing = {
  data: { section: teaClass, lessonIndex: 2, state: 'present', at: START - 4_000, already: false, guest: false },
};
const nothingKnown: Doing = { data: attended() };
const isIn: Doing = {
  data: attended({ lessons: [known({ mark: { state: 'present', at: START - 4_000, source: 'self' } })] }),
};

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: START });
  attendance.store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => jest.useRealTimers());

/** The outcome, and how long it took, in ms. */
async function checkIn(input: Parameters<typeof checkInUntilKnown>[0] = { code: CODE }) {
  const begun = Date.now();
  const onAsking = jest.fn();
  let tookMs = 0;
  const outcome = checkInUntilKnown(input, onAsking).finally(() => (tookMs = Date.now() - begun));
  await jest.advanceTimersByTimeAsync(60_000);
  return { outcome: await outcome, onAsking, tookMs };
}

test('one tap, one answer; my lessons know it without being asked', async () => {
  const server = serve({ 'lesson.checkIn': taken });

  const { outcome, onAsking } = await checkIn({ code: CODE, expected: THIRD });

  expect(outcome).toMatchObject({ kind: 'in', checkedIn: { state: 'present', already: false } });
  expect(server.calls).toEqual([expect.objectContaining({ input: { code: CODE, expected: THIRD } })]);
  expect(onAsking).not.toHaveBeenCalled();
  expect(knownOf(attendance.store.getState().data, THIRD)?.mark).toMatchObject({ state: 'present', source: 'self' });
});

test('a lost answer is asked again with the same code', async () => {
  const doings: Doing[] = ['lost reply', taken];
  const server = serve({ 'lesson.checkIn': () => doings.shift()! });

  const { outcome, onAsking } = await checkIn();

  expect(outcome.kind).toBe('in');
  expect(onAsking).toHaveBeenCalled();
  expect(server.calls.map(one => one.input)).toEqual([{ code: CODE }, { code: CODE }]);
});

test('without a signal it asks as long as the code lives, then gives up: nobody knows', async () => {
  serve({ 'lesson.checkIn': 'no network', 'lesson.mine': 'no network' });

  const { outcome, tookMs } = await checkIn();

  expect(outcome).toEqual({ kind: 'silent' });
  expect(tookMs).toBeGreaterThanOrEqual(CODE_LIFE_MS);
  expect(tookMs).toBeLessThan(CODE_LIFE_MS + 10_000);
  expect(attendance.store.getState().data).toBeUndefined();
});

test('the first got through and its answer was lost: too old by now, but my lessons have it', async () => {
  const doings: Doing[] = ['lost reply', { refuse: 'CODE_OLD' }];
  serve({ 'lesson.checkIn': () => doings.shift()!, 'lesson.mine': isIn }, () => START);

  const { outcome } = await checkIn();

  expect(outcome).toMatchObject({ kind: 'found', at: START - 4_000, lesson: THIRD });
});

test('it never got through and the code is too old: said so', async () => {
  const doings: Doing[] = ['no network', { refuse: 'CODE_OLD' }];
  serve({ 'lesson.checkIn': () => doings.shift()!, 'lesson.mine': nothingKnown });

  const { outcome } = await checkIn();

  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'CODE_OLD' } });
});

test('no answer to any try, and my lessons have nothing: it is said to be lost, not silent', async () => {
  serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': nothingKnown });

  const { outcome } = await checkIn();

  expect(outcome).toEqual({ kind: 'lost' });
});

test('another lesson that was checked in to is no proof of this one', async () => {
  const other = known({ lessonIndex: 1, mark: { state: 'present', at: START - 1_000, source: 'self' } });
  serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': { data: attended({ lessons: [other] }) } }, () => START);

  expect((await checkIn()).outcome).toEqual({ kind: 'lost' });
});

test('an absence is no proof', async () => {
  const absent = known({ mark: { state: 'absent', at: START - 1_000, source: 'instructor' } });
  serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': { data: attended({ lessons: [absent] }) } }, () => START);

  expect((await checkIn()).outcome).toEqual({ kind: 'lost' });
});

test('four digits name no lesson: what was checked in just now is it, what was an hour ago is not', async () => {
  const of = (at: number): Doing => ({
    data: attended({ lessons: [known({ mark: { state: 'late', at, source: 'self' } })] }),
  });
  serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': of(START - 20_000) }, () => START);
  expect((await checkIn({ code: '0419' })).outcome.kind).toBe('found');

  serve({ 'lesson.checkIn': 'lost reply', 'lesson.mine': of(START - 3_600_000) }, () => START);
  expect((await checkIn({ code: '0419' })).outcome.kind).toBe('lost');
});

test('a first refusal is told at once and asks nobody else', async () => {
  const server = serve({ 'lesson.checkIn': { refuse: 'CODE_OLD' }, 'lesson.mine': isIn });

  const { outcome } = await checkIn();

  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'CODE_OLD' } });
  expect(server.calls).toHaveLength(1);
});

test('a fault may have written before it broke: my lessons are asked', async () => {
  serve({ 'lesson.checkIn': { status: 500 }, 'lesson.mine': isIn });
  expect((await checkIn()).outcome.kind).toBe('found');

  serve({ 'lesson.checkIn': { status: 500 }, 'lesson.mine': nothingKnown });
  expect((await checkIn()).outcome).toMatchObject({ kind: 'refused', refusal: { code: 'FAULT' } });
});

test('busy: again after the time that was asked for, and not where the code dies before', async () => {
  const doings: Doing[] = [{ refuse: 'BUSY', details: { retryAfterMs: 2_000 } }, taken];
  serve({ 'lesson.checkIn': () => doings.shift()! });
  const quick = await checkIn();
  expect(quick.outcome.kind).toBe('in');
  expect(quick.tookMs).toBeGreaterThanOrEqual(2_000);

  const server = serve({ 'lesson.checkIn': { refuse: 'BUSY', details: { retryAfterMs: 30_000 } } });
  expect((await checkIn()).outcome).toMatchObject({ kind: 'refused', refusal: { code: 'BUSY' } });
  expect(server.calls).toHaveLength(1);
});

test.each([
  [CODE, CODE],
  [` ${CODE}\n`, CODE],
  [`https://example.invalid/#/pages/checkin/index?code=${CODE}`, CODE],
  [`https://example.invalid/c?x=1&code=${CODE}&y=2`, CODE],
  ['0419', '0419'],
  ['０４１９', '0419'],
  ['041', undefined],
  ['https://example.invalid/', undefined],
  ['', undefined],
])('%j is sent as %j', (text, sent) => {
  expect(codeIn(text)).toBe(sent);
});
