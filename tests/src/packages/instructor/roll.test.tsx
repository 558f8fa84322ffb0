import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../domain/base/clock';
import { openOutbox, outbox } from '../../../../src/features/roll/outbox';
import RollPage from '../../../../src/packages/instructor/roll/index';
import { rollPhase } from '../../../../src/packages/instructor/roll/phase';
import { rollOf } from '../../../../src/features/roll/rolls';
import { serve } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom, idOf, KEY, NAMES } from './classroom';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const line = (name: string) =>
  within(screen.getAllByTestId('roll-line').find(one => one.getAttribute('aria-label') === name)!);
/** As a screen reader finds it. */
const key = (name: string, word: string) => line(name).getByRole('button', { name: `${name}，${word}` });
const tap = (name: string, word: string) => fireEvent.click(key(name, word));
const pressed = (name: string) =>
  ['到', '迟到', '缺课'].filter(word => key(name, word).getAttribute('aria-pressed') === 'true');
const counts = () =>
  ['present', 'late', 'leave', 'absent', 'unmarked'].map(state => screen.getByTestId(`count-${state}`).textContent);

let room: Classroom;

beforeEach(() => {
  jest.useFakeTimers({ now: BEGINS + 5 * MINUTE });
  phone.reset();
  outbox.setState({}, true);
  openOutbox();
  rollOf(KEY).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  room = new Classroom();
  phone.setParams({ sectionId: 'tea', lessonIndex: '2' });
});
afterEach(async () => {
  await pass(2 * SECOND);
  cleanup();
  jest.useRealTimers();
});

async function open(rules: Parameters<typeof serve>[0] = {}) {
  const server = serve({ ...room.rules, ...rules });
  render(<RollPage />);
  await pass(10);
  return server;
}

test('on a long roll somebody is found by name', async () => {
  const many = Array.from({ length: 14 }, (_, index) => `m${NAMES.length + index}`);
  many.forEach((memberId, index) => {
    room.line.push({ memberId, at: 100 + index });
    room.names.set(memberId, `学员${index + 1}`);
  });
  room.card.capacity = 20;
  await open();
  const names = () => screen.queryAllByTestId('roll-line').map(one => one.getAttribute('aria-label'));
  const search = (value: string) => fireEvent.change(screen.getByTestId('find-person'), { target: { value } });
  expect(names()).toHaveLength(20);

  search('雪梅');
  expect(names()).toEqual(['欧阳雪梅']);
  search('没有这个人');
  expect(screen.getByText('名单上没有这个名字')).toBeTruthy();
  search('');

  expect(names()).toHaveLength(20);
});

test('one tap marks a person: at once on the screen, within a second at the server', async () => {
  await open();

  tap('王桂芳', '到');

  expect(pressed('王桂芳')).toEqual(['到']);
  expect(counts()).toEqual(['1', '0', '0', '0', '5']);
  expect(room.stateOf('王桂芳')).toBeNull();
  await pass(SECOND);
  expect(room.stateOf('王桂芳')).toBe('present');
  expect(screen.queryByTestId('waits')).toBeNull();
});

test('the same key again takes it back, and another key changes it', async () => {
  await open();
  tap('王桂芳', '到');
  tap('刘建国', '到');
  await pass(SECOND);

  tap('王桂芳', '到');
  tap('刘建国', '迟到');
  await pass(SECOND);

  expect(pressed('王桂芳')).toEqual([]);
  expect(room.stateOf('王桂芳')).toBeNull();
  expect(room.stateOf('刘建国')).toBe('late');
});

test('after each act its undo: as it was before', async () => {
  await open();
  tap('王桂芳', '迟到');
  tap('王桂芳', '缺课');
  expect(screen.getByTestId('last-act').textContent).toBe('王桂芳：缺课');

  fireEvent.click(screen.getByTestId('undo'));
  await pass(SECOND);

  expect(pressed('王桂芳')).toEqual(['迟到']);
  expect(room.stateOf('王桂芳')).toBe('late');
  expect(screen.queryByTestId('undo')).toBeNull();
});

test('all the rest are present at two taps; absent only once the lesson has begun', async () => {
  jest.setSystemTime(BEGINS - 12 * MINUTE);
  await open();
  tap('王桂芳', '迟到');
  expect(screen.queryByTestId('all-absent')).toBeNull();

  fireEvent.click(screen.getByTestId('all-present'));
  expect(screen.getByRole('dialog').textContent).toContain('其余 5 人都记为到？');
  fireEvent.click(screen.getByTestId('mark-confirm'));
  await pass(SECOND);

  expect(counts()).toEqual(['5', '1', '0', '0', '0']);
});

test('all the rest are absent at two taps, leave is left alone, and one undo takes all of it back', async () => {
  room.roll = { ...room.roll, leaves: [{ memberId: idOf('陈大勇'), at: BEGINS - HOUR, reason: '值班' }] };
  await open();
  tap('王桂芳', '到');

  fireEvent.click(screen.getByTestId('all-absent'));
  expect(screen.getByRole('dialog').textContent).toContain('刘建国、欧阳雪梅、何小燕、阿依古丽·买买提');
  expect(screen.getByRole('dialog').textContent).not.toContain('陈大勇');
  fireEvent.click(screen.getByTestId('mark-confirm'));
  await pass(SECOND);
  expect(counts()).toEqual(['1', '0', '1', '4', '0']);
  expect(room.stateOf('何小燕')).toBe('absent');
  expect(room.stateOf('陈大勇')).toBeNull();

  fireEvent.click(screen.getByTestId('undo'));
  await pass(SECOND);

  expect(counts()).toEqual(['1', '0', '1', '0', '4']);
  expect(room.stateOf('何小燕')).toBeNull();
  expect(room.stateOf('王桂芳')).toBe('present');
});

test('without signal marks are shown, called unsent, and arrive once when it is back', async () => {
  await open();
  serve({ 'roll.mark': 'no network', 'roll.lesson': 'no network' });

  for (const name of NAMES.slice(0, 5)) tap(name, '到');
  await pass(2 * SECOND);

  expect(pressed('何小燕')).toEqual(['到']);
  expect(screen.getByTestId('saved').textContent).toBe('5 条点名没传上去，先存手机里，有网就自动补传。重试');
  expect(screen.getAllByTestId('waits')).toHaveLength(5);

  serve(room.rules);
  await pass(8 * SECOND);

  expect(screen.queryByTestId('waits')).toBeNull();
  expect(screen.getByTestId('saved').textContent).toContain('都已存好');
  expect(room.roll.marks.map(one => room.names.get(one.memberId))).toEqual(NAMES.slice(0, 5));
});

test('an app that is opened without signal shows the roll and the marks that it has kept', async () => {
  await open();
  cleanup();
  await open({ 'roll.mark': 'no network', 'roll.lesson': 'no network' });
  tap('王桂芳', '缺课');
  await pass(SECOND);
  cleanup();
  outbox.setState({}, true);

  await open({ 'roll.mark': 'no network', 'roll.lesson': 'no network' });

  expect(pressed('王桂芳')).toEqual(['缺课']);
  expect(line('王桂芳').getByTestId('waits')).toBeTruthy();
});

test('a look at the roll that is on its way does not take a mark off the screen', async () => {
  const old = room.view();
  let slow: Promise<void> | undefined;
  await open();
  const server = phone.server();
  phone.serve(async asked => {
    const looks = (asked.data as { endpoint: string }).endpoint === 'roll.lesson';
    if (!looks || slow) return server(asked);
    slow = new Promise(resolve => setTimeout(resolve, 3 * SECOND));
    await slow;
    return { statusCode: 200, data: { ok: true, data: old, now: Date.now() } };
  });
  await pass(5_500);
  expect(slow).toBeDefined();
  tap('王桂芳', '到');
  const seen: string[][] = [];
  for (let i = 0; i < 20; i++) {
    await pass(250);
    seen.push(pressed('王桂芳'));
  }

  expect(room.stateOf('王桂芳')).toBe('present');
  expect(seen.filter(one => one.join() !== '到')).toEqual([]);
});

test('two phones that disagree: the other is quoted, and a tap on any key decides', async () => {
  const at = BEGINS - 4 * MINUTE;
  room.add({ memberId: idOf('王桂芳'), state: 'absent', at, seen: 0, device: 'a' });
  room.add({ memberId: idOf('王桂芳'), state: 'present', at: at + MINUTE, seen: 0, device: 'b' });
  await open();
  expect(line('王桂芳').getByTestId('dispute').textContent).toContain('另一部手机 19:26 记的是 缺课，现在按 到 算');

  tap('王桂芳', '到');
  expect(line('王桂芳').queryByTestId('dispute')).toBeNull();
  await pass(SECOND);

  expect(line('王桂芳').queryByTestId('dispute')).toBeNull();
  expect(pressed('王桂芳')).toEqual(['到']);
  expect(room.roll.markCount).toBe(3);
  expect(room.stateOf('王桂芳')).toBe('present');
});

test('缺课 that a check-in contradicts shows the check-in, and one tap accepts it', async () => {
  const at = BEGINS + 6 * MINUTE;
  room.add({ memberId: idOf('王桂芳'), state: 'absent', at: BEGINS, by: 'me', device: 'a' });
  room.add({ memberId: idOf('王桂芳'), state: 'late', source: 'self', device: 'self', at, found: 'absent' });
  await open();
  expect(pressed('王桂芳')).toEqual(['缺课']);
  expect(line('王桂芳').getByTestId('dispute').textContent).toContain('本人 19:36 扫过码');

  fireEvent.click(line('王桂芳').getByTestId('accept-scan'));
  await pass(SECOND);

  expect(line('王桂芳').queryByTestId('dispute')).toBeNull();
  expect(pressed('王桂芳')).toEqual(['迟到']);
  expect(room.stateOf('王桂芳')).toBe('late');
});

test('leave with its reason, guests, check-ins from afar and namesakes are told apart in words', async () => {
  room.names.set('m1', '王桂芳');
  room.names.set('m9', '周建强');
  room.line.push({ memberId: 'm9', at: 9 });
  room.roll = {
    ...room.roll,
    leaves: [{ memberId: 'm5', at: BEGINS - HOUR, reason: '家里有事' }],
    guests: [{ memberId: 'm9', at: BEGINS - HOUR, as: 'lent', seatOf: 'm5' }],
  };
  room.add({ memberId: 'm2', source: 'self', by: 'm2', at: BEGINS - 9 * MINUTE, metres: 120 });
  await open();

  expect(line('陈大勇').getByTestId('on-leave').textContent).toBe('请假：家里有事');
  expect(line('周建强').getByText('借座')).toBeTruthy();
  expect(line('欧阳雪梅').getByText('19:21 扫码，约 120 米外')).toBeTruthy();
  expect(screen.getAllByText(/138\*\*\*\*000/)).toHaveLength(2);
  expect(counts()).toEqual(['1', '0', '1', '0', '5']);
});

test('leave is marked on the sheet behind the name, with a note', async () => {
  await open();
  fireEvent.click(line('何小燕').getByRole('button', { name: '何小燕，详情' }));
  expect(screen.getByTestId('person-facts').textContent).toContain('138****0003');

  fireEvent.change(screen.getByTestId('person-note'), { target: { value: '孩子发烧' } });
  fireEvent.click(screen.getByTestId('state-leave'));
  await pass(SECOND);

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(counts()).toEqual(['0', '0', '1', '0', '5']);
  expect(room.roll.marks).toMatchObject([{ memberId: idOf('何小燕'), state: 'leave', reason: '孩子发烧' }]);
});

test('who asked for leave and came all the same: undone, their own word stands again', async () => {
  room.roll = { ...room.roll, leaves: [{ memberId: 'm5', at: BEGINS - HOUR, reason: '值班' }] };
  await open();
  tap('陈大勇', '到');
  await pass(SECOND);
  expect(room.stateOf('陈大勇')).toBe('present');

  fireEvent.click(screen.getByTestId('undo'));
  await pass(SECOND);

  expect(room.stateOf('陈大勇')).toBeNull();
  expect(line('陈大勇').getByTestId('on-leave').textContent).toBe('请假：值班');
});

test('what staff have corrected has no keys', async () => {
  room.add({ memberId: idOf('王桂芳'), state: 'late', source: 'staff', by: 'staff' });
  await open();

  expect(line('王桂芳').queryByRole('button', { name: '王桂芳，到' })).toBeNull();
  expect(line('王桂芳').getByText('工会更正')).toBeTruthy();
  expect(line('王桂芳').getByText('迟到')).toBeTruthy();
});

test('the way to the next person leads on from the last one, and round to the top', async () => {
  const gone: string[] = [];
  Element.prototype.scrollIntoView = function () {
    gone.push(this.getAttribute('aria-label') ?? '');
  };
  await open();
  tap('刘建国', '到');
  tap('何小燕', '到');
  for (const _ of [1, 2, 3]) fireEvent.click(screen.getByTestId('next-unmarked'));

  expect(gone).toEqual(['阿依古丽·买买提', '陈大勇', '王桂芳']);
  expect(document.activeElement).toBe(key('王桂芳', '到'));
  expect(screen.getByTestId('next-unmarked').textContent).toBe('还有 4 人未点，去下一位');
});

test('two hours after the lesson a mark is a correction and wants a reason first', async () => {
  jest.setSystemTime(BEGINS + 4 * HOUR);
  await open();
  tap('王桂芳', '到');
  expect(pressed('王桂芳')).toEqual([]);

  fireEvent.click(screen.getByTestId('mark-confirm'));
  expect(screen.getByTestId('mark-confirm-fault').textContent).toContain('请写一句原因');
  fireEvent.change(screen.getByTestId('mark-reason'), { target: { value: '当时没带手机' } });
  fireEvent.click(screen.getByTestId('mark-confirm'));
  await pass(SECOND);

  expect(pressed('王桂芳')).toEqual(['到']);
  expect(room.roll.marks).toMatchObject([{ state: 'present', reason: '当时没带手机' }]);
});

test('before its time a roll is looked at; closed by staff, too', async () => {
  jest.setSystemTime(BEGINS - 31 * MINUTE);
  await open();
  expect(screen.getByTestId('roll-early').textContent).toContain('今晚 19:00 起可以点名');
  expect(screen.queryByTestId('key-present')).toBeNull();
  await pass(2 * MINUTE);
  expect(screen.getAllByTestId('key-present')).toHaveLength(6);

  room.roll = { ...room.roll, closedAt: BEGINS, expected: room.line.map(one => one.memberId) };
  await pass(10 * SECOND);

  expect(screen.getByTestId('roll-closed').textContent).toContain('工会已经确认考勤');
  expect(screen.queryByTestId('key-present')).toBeNull();
});

test('a phone that knows no time forbids nothing by its own clock', () => {
  expect(rollPhase(room.view(), BEGINS - DAY, true)).toBe('early');
  expect(rollPhase(room.view(), BEGINS + DAY, true)).toBe('correction');
  expect(rollPhase(room.view(), BEGINS - DAY, false)).toBe('open');
  expect(rollPhase(room.view(), BEGINS + DAY, false)).toBe('open');
});

test('who was let go is named, with a way to put the mark away', async () => {
  await open();
  room.line.splice(0, 1);
  tap('王桂芳', '到');
  tap('刘建国', '到');
  await pass(SECOND);

  expect(screen.getByTestId('refused-marks').textContent).toContain('没有存的：王桂芳 到');
  expect(room.stateOf('刘建国')).toBe('present');

  fireEvent.click(screen.getByTestId('refused-discard'));
  expect(screen.queryByTestId('refused-marks')).toBeNull();
});

describe('补位', () => {
  beforeEach(() => {
    room.line.push({ memberId: 'm8', at: 8 }, { memberId: 'm9', at: 9 });
    room.names.set('m8', '周建强').set('m9', '张桂兰');
  });

  test('from a quarter of an hour on who waits is let in, in the order of the line', async () => {
    jest.setSystemTime(BEGINS + 14 * MINUTE);
    const letIn = (input: Record<string, unknown>) => {
      room.roll = {
        ...room.roll,
        guests: [{ memberId: String(input.memberId), at: Date.now(), as: 'walk-in' as const, seatOf: null }],
      };
      return { data: room.view() };
    };
    const server = await open({ 'roll.letIn': letIn });
    expect(screen.getByTestId('walk-ins').textContent).toContain('还有 6 人没点19:45 还有空位');
    expect(screen.queryByTestId('let-in')).toBeNull();

    await pass(70 * SECOND);
    expect(screen.getByTestId('walk-ins').textContent).toMatch(/^补位6 人还没到/);
    expect(screen.getAllByTestId('waiting-line').map(one => one.textContent)).toEqual([
      expect.stringContaining('周建强'),
      expect.stringContaining('张桂兰'),
    ]);
    fireEvent.click(screen.getByRole('button', { name: '让周建强进来' }));
    await pass(10);

    expect(server.calls.filter(one => one.endpoint === 'roll.letIn').map(one => one.input)).toEqual([
      { sectionId: 'tea', lessonIndex: 2, memberId: 'm8' },
    ]);
    expect(line('周建强').getByText('补位')).toBeTruthy();
    expect(screen.getAllByTestId('waiting-line')).toHaveLength(1);
  });

  test('a refusal is told in its sentence', async () => {
    jest.setSystemTime(BEGINS + 16 * MINUTE);
    await open({ 'roll.letIn': { refuse: 'NO_FREE_SEAT' } });
    fireEvent.click(screen.getByRole('button', { name: '让周建强进来' }));
    await pass(10);

    expect(screen.getByTestId('let-in-refused').textContent).toContain('没有空位了');
  });
});
