import { MINUTE, SECOND } from '../../../../domain/base/clock';
import type { MarkState } from '../../../../domain/roll/roll';
import { addMarks, boxOf, discard, openOutbox, outbox, sendAgain } from '../../../../src/features/roll/outbox';
import { send, sendSoon } from '../../../../src/features/roll/send';
import { rollOf } from '../../../../src/features/roll/rolls';
import { becomeLocally } from '../../../../src/app/local/person';
import { forgetPerson } from '../../../../src/app/memory/forget';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom, idOf, KEY, LESSON, NAMES } from '../../packages/instructor/classroom';

/** Marks of an instructor's phone on their way: each arrives once, none is lost, whatever happens meanwhile. */
let room: Classroom;

beforeEach(() => {
  jest.useFakeTimers({ now: BEGINS });
  phone.reset();
  openOutbox();
  rollOf(KEY).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  room = new Classroom();
});
afterEach(() => {
  jest.useRealTimers();
});

const mark = (name: string, state: MarkState | null) =>
  addMarks({ ...LESSON, title: '茶艺一班 第 3 次课' }, [
    { memberId: idOf(name), name, state, seen: room.roll.markCount },
  ]);
const waiting = () => (boxOf(KEY)?.marks ?? []).map(({ name, state }) => `${name} ${state}`);
const refused = () => (boxOf(KEY)?.aside ?? []).map(({ code, marks }) => [code, ...marks.map(one => one.name)]);
const sentIn = (calls: { input: Record<string, unknown> }[]) =>
  calls.map(({ input }) => (input.marks as { memberId: string; nonce: string; at: number }[]) ?? []);
/** The app is killed and opened again: only what the phone has kept is there. */
function reopen() {
  outbox.setState({}, true);
  openOutbox();
}

test('without signal marks wait on the phone and survive a killed app, in the order in which they were made', async () => {
  serve({ 'roll.lesson': 'no network', 'roll.mark': 'no network' });
  mark('王桂芳', 'present');
  mark('刘建国', 'absent');
  await send(KEY);
  reopen();
  mark('王桂芳', 'late');

  expect(waiting()).toEqual(['王桂芳 present', '刘建国 absent', '王桂芳 late']);
  expect(boxOf(KEY)?.stuck).toBe(true);

  serve(room.rules);
  reopen();
  await send(KEY);

  expect(room.roll.marks.map(one => one.state)).toEqual(['present', 'absent', 'late']);
  expect(room.stateOf('王桂芳')).toBe('late');
  expect(phone.stored().filter(key => key.startsWith('hg.unsent.'))).toEqual([]);
});

test('taps of one moment travel together, and later ones with the next call', async () => {
  const server = serve(room.rules);
  for (const name of NAMES.slice(0, 3)) {
    mark(name, 'present');
    sendSoon(KEY);
    await jest.advanceTimersByTimeAsync(100);
  }
  await jest.advanceTimersByTimeAsync(SECOND);
  mark('何小燕', 'present');
  sendSoon(KEY);
  await jest.advanceTimersByTimeAsync(SECOND);

  expect(sentIn(server.calls.filter(one => one.endpoint === 'roll.mark')).map(one => one.length)).toEqual([3, 1]);
});

test('an answer takes away what was sent, and nothing that was marked meanwhile', async () => {
  let late: () => void = () => undefined;
  const server = serve({
    ...room.rules,
    'roll.mark': input => {
      late();
      return room.mark(input);
    },
  });
  late = () => {
    late = () => undefined;
    mark('刘建国', 'late');
  };
  mark('王桂芳', 'present');
  await send(KEY);

  const sent = sentIn(server.calls.filter(one => one.endpoint === 'roll.mark'));
  expect(sent.map(marks => marks.map(one => one.memberId))).toEqual([[idOf('王桂芳')], [idOf('刘建国')]]);
  expect(room.roll.markCount).toBe(2);
  expect(waiting()).toEqual([]);
});

test('one call at a time: who asks while it runs waits for the same', async () => {
  const server = serve(room.rules);
  mark('王桂芳', 'present');

  await Promise.all([send(KEY), send(KEY), send(KEY)]);

  expect(server.asked('roll.mark')).toBe(1);
});

test('a reply that is lost: the same mark is sent again under its name, and is there once', async () => {
  const lose = (input: Record<string, unknown>): Doing => {
    room.mark(input);
    return 'lost reply';
  };
  const first = serve({ ...room.rules, 'roll.mark': lose });
  mark('王桂芳', 'present');
  await send(KEY);
  expect(waiting()).toEqual(['王桂芳 present']);

  const second = serve(room.rules);
  await send(KEY);

  const nonces = [first, second].map(
    server => sentIn(server.calls.filter(one => one.endpoint === 'roll.mark'))[0]?.[0]?.nonce,
  );
  expect(nonces[0]).toBeTruthy();
  expect(nonces[1]).toBe(nonces[0]);
  expect(room.roll.markCount).toBe(1);
  expect(waiting()).toEqual([]);
});

test.each([{ status: 500 }, { refuse: 'BUSY', details: { retryAfterMs: 1_000 } }, { refuse: 'FAULT' }] as Doing[])(
  'what says nothing about the marks leaves them where they are: %j',
  async doing => {
    serve({ ...room.rules, 'roll.mark': doing });
    mark('王桂芳', 'present');

    await send(KEY);

    expect(waiting()).toEqual(['王桂芳 present']);
    expect(refused()).toEqual([]);
    expect(boxOf(KEY)?.stuck).toBe(true);
  },
);

test('who is no longer on the roll is put aside by name, and all others arrive', async () => {
  serve(room.rules);
  for (const name of NAMES.slice(0, 4)) mark(name, 'present');
  room.line.splice(1, 1);

  await send(KEY);

  expect(refused()).toEqual([['NOT_ON_ROLL', '刘建国']]);
  expect(waiting()).toEqual([]);
  expect(room.roll.marks.map(one => room.names.get(one.memberId))).toEqual(['王桂芳', '欧阳雪梅', '何小燕']);
});

test('one mark that can never be taken does not hold up the others', async () => {
  serve(room.rules);
  room.roll = { ...room.roll, closedAt: BEGINS + MINUTE, expected: room.line.map(one => one.memberId) };
  jest.setSystemTime(BEGINS);
  for (const name of ['王桂芳', '刘建国', '欧阳雪梅']) mark(name, 'present');
  jest.setSystemTime(BEGINS + 2 * MINUTE);
  mark('何小燕', 'present');

  await send(KEY);

  expect(refused()).toEqual([['ROLL_CLOSED', '何小燕']]);
  expect(room.roll.marks.map(one => room.names.get(one.memberId))).toEqual(['王桂芳', '刘建国', '欧阳雪梅']);
});

test('what staff have closed is kept in sight until somebody decides: again, or away with it', async () => {
  serve(room.rules);
  room.roll = { ...room.roll, closedAt: BEGINS, expected: room.line.map(one => one.memberId) };
  mark('王桂芳', 'present');
  mark('刘建国', 'late');
  await send(KEY);
  reopen();
  expect(refused()).toEqual([['ROLL_CLOSED', '王桂芳', '刘建国']]);

  sendAgain(KEY, 'ROLL_CLOSED');
  await send(KEY);
  expect(refused()).toEqual([['ROLL_CLOSED', '王桂芳', '刘建国']]);

  discard(KEY, 'ROLL_CLOSED');
  reopen();
  expect(boxOf(KEY)).toBeUndefined();
  expect(room.roll.markCount).toBe(0);
});

test('more than one call can take goes in several, each mark once', async () => {
  const server = serve(room.rules);
  addMarks(
    { ...LESSON, title: '' },
    Array.from({ length: 250 }, (_, i) => ({
      memberId: `m${i % NAMES.length}`,
      name: NAMES[i % NAMES.length]!,
      state: 'present' as const,
      seen: 0,
    })),
  );

  await send(KEY);

  expect(sentIn(server.calls.filter(one => one.endpoint === 'roll.mark')).map(one => one.length)).toEqual([200, 50]);
  expect(new Set(room.roll.marks.map(one => one.nonce)).size).toBe(250);
});

test('another person on the same phone neither sees nor sends my marks; they wait until I am back', async () => {
  becomeLocally('oMe');
  serve({ ...room.rules, 'roll.mark': 'no network' });
  mark('王桂芳', 'present');
  await send(KEY);

  becomeLocally('oOther');
  forgetPerson();
  reopen();
  const server = serve(room.rules);
  await send(KEY);
  expect(waiting()).toEqual([]);
  expect(server.asked('roll.mark')).toBe(0);

  becomeLocally('oMe');
  forgetPerson();
  reopen();
  expect(waiting()).toEqual(['王桂芳 present']);
});

test('a phone without room says so, keeps the marks in memory, and still sends them', async () => {
  serve({ ...room.rules, 'roll.mark': 'no network' });
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  phone.fill();
  mark('王桂芳', 'present');
  mark('刘建国', 'present');
  await send(KEY);
  expect(boxOf(KEY)).toMatchObject({ kept: false, stuck: true });
  expect(waiting()).toEqual(['王桂芳 present', '刘建国 present']);
  expect(warn).toHaveBeenCalled();

  serve(room.rules);
  await send(KEY);
  warn.mockRestore();

  expect(room.roll.markCount).toBe(2);
  expect(waiting()).toEqual([]);
});
