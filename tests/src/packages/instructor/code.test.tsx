import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { CodeBook } from '../../../../domain/api';
import { MINUTE, SECOND } from '../../../../domain/base/clock';
import { codePrefix, readCode, slotOf } from '../../../../domain/lesson/check-in-code';
import CheckInCode from '../../../../src/packages/instructor/code/index';
import { checkInLink } from '../../../../src/packages/instructor/code/link';
import { qrSvg } from '../../../../src/packages/instructor/code/qr';
import { bookOf, codeAt } from '../../../../src/packages/instructor/code/use-code';
import { openOutbox, outbox } from '../../../../src/features/roll/outbox';
import { rollOf } from '../../../../src/features/roll/rolls';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom, idOf, KEY } from './classroom';

/** The instructor's screen that people scan. */
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const OPENED = BEGINS - 10 * MINUTE;
let room: Classroom;

const book = (slots = 600, now = Date.now()): CodeBook => ({
  prefix: codePrefix('tea', 2, '0123abcd'),
  firstSlot: slotOf(now),
  macs: Array.from({ length: slots }, (_, i) => `mac${String(i).padStart(9, '0')}`),
  numbers: Array.from({ length: slots }, (_, i) => String(1_000 + i)),
  checkedIn: 0,
  expected: 6,
});

beforeEach(() => {
  jest.useFakeTimers({ now: OPENED });
  phone.reset();
  outbox.setState({}, true);
  openOutbox();
  rollOf(KEY).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  room = new Classroom();
  bookOf(KEY).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  phone.setParams({ sectionId: 'tea', lessonIndex: '2' });
});
afterEach(async () => {
  await pass(2 * SECOND);
  cleanup();
  jest.useRealTimers();
});

async function open(code: Doing | (() => Doing)) {
  const server = serve({ ...room.rules, 'roll.code': code });
  render(<CheckInCode />);
  await pass(20);
  return server;
}
const codeShown = () => screen.getByTestId('qr').getAttribute('data-code');

test('the code of a moment is that of its slot; outside of the book there is none', () => {
  const made = book(3);
  const { firstSlot } = made;

  expect(codeAt(made, firstSlot * 10_000)).toMatchObject({ number: '1000', secondsLeft: 10, slot: firstSlot });
  expect(codeAt(made, firstSlot * 10_000 + 9_999)).toMatchObject({ number: '1000', secondsLeft: 1 });
  expect(codeAt(made, firstSlot * 10_000 + 10_000)).toMatchObject({ number: '1001', secondsLeft: 10 });
  expect(codeAt(made, firstSlot * 10_000 - 1)).toBeUndefined();
  expect(codeAt(made, firstSlot * 10_000 + 30_000)).toBeUndefined();
  expect(codeAt(undefined, OPENED)).toBeUndefined();
});

test('what a camera reads is a link into the check-in page that ends in the code', () => {
  const { text } = codeAt(book(), OPENED)!;
  const link = checkInLink(text);

  expect(link).toBe(`http://localhost/#/pages/checkin/index?code=${text}`);
  expect(readCode(link)).toEqual({
    sectionId: 'tea',
    lessonIndex: 2,
    keyId: '0123abcd',
    slot: slotOf(OPENED),
    mac: 'mac000000000',
  });
});

test('the drawn code has its quiet zone and is dark on light', () => {
  const svg = qrSvg('HG1.tea.2.0123abcd.abc.mac000000000');
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const [, dark = ''] = [...svg.matchAll(/ d="([^"]+)"/g)].map(one => one[1]);
  const corners = [...dark.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [Number(x), Number(y), Number(run)]);

  expect((side - 8 - 21) % 4).toBe(0);
  expect(Math.min(...corners.map(([x]) => x!))).toBe(4);
  expect(Math.min(...corners.map(([, y]) => y!))).toBe(4);
  expect(Math.max(...corners.map(([x, , run]) => x! + run!))).toBe(side - 4);
  expect(corners[0]).toEqual([4, 4, 7]);
});

test('a new code every ten seconds, also without signal, and who has come is counted', async () => {
  await open({ data: book() });
  const first = codeShown();
  expect(screen.getByTestId('code-number').textContent).toBe('1000');
  expect(screen.getByTestId('come').textContent).toBe('0 / 6 人已签到');

  room.add({ memberId: idOf('王桂芳'), source: 'self', by: 'm0', state: 'present' });
  await pass(10 * SECOND);
  expect(screen.getByTestId('code-number').textContent).toBe('1001');
  expect(codeShown()).not.toBe(first);
  expect(screen.getByTestId('come').textContent).toBe('1 / 6 人已签到');

  serve({ 'roll.lesson': 'no network', 'roll.code': 'no network' });
  await pass(20 * SECOND);
  expect(screen.getByTestId('code-number').textContent).toBe('1003');
});

test('who has come last stands first, and can be taken back', async () => {
  room.add({ memberId: idOf('王桂芳'), source: 'self', by: 'm0', at: OPENED - 2 * MINUTE });
  room.add({ memberId: idOf('刘建国'), source: 'self', by: 'm1', at: OPENED - MINUTE });
  await open({ data: book() });
  expect(screen.getAllByTestId('arrival').map(one => one.textContent)).toEqual([
    expect.stringContaining('刘建国19:19 扫码'),
    expect.stringContaining('王桂芳19:18 扫码'),
  ]);

  fireEvent.click(screen.getByRole('button', { name: '撤销刘建国的签到' }));
  await pass(SECOND);

  expect(room.stateOf('刘建国')).toBeNull();
  expect(screen.getAllByTestId('arrival')).toHaveLength(1);
  expect(screen.getByTestId('come').textContent).toBe('1 / 6 人已签到');
});

test('on the wall stand the names of those who came last, masked', async () => {
  room.add({ memberId: idOf('王桂芳'), source: 'self', by: 'm0', at: OPENED - 2 * MINUTE });
  room.add({ memberId: idOf('刘建国'), source: 'self', by: 'm1', at: OPENED - MINUTE });
  await open({ data: book() });
  fireEvent.click(screen.getByTestId('cast-code'));

  expect(screen.getAllByTestId('came-name').map(one => one.textContent)).toEqual(['刘*国', '王*芳']);
  expect(screen.getByTestId('cast').textContent).not.toContain('刘建国');
  expect(screen.getByTestId('cast').textContent).toContain('2 / 6 人已签到');
});

test('a build that does not ask for positions does not offer to give the room', async () => {
  await open({ data: book() });

  expect(screen.queryByTestId('give-place')).toBeNull();
});

test('where the code is shown is said only when asked to, and never needed', async () => {
  process.env.HG_PLACE = '1';
  const server = await open({ data: book() });
  const asked = () => server.calls.filter(one => one.endpoint === 'roll.code').map(one => one.input.place);
  phone.standAt(undefined);
  fireEvent.click(screen.getByTestId('give-place'));
  await pass(100);
  expect(screen.getByTestId('place-said').textContent).toContain('照样签到');
  expect(asked()).toEqual([undefined]);

  phone.standAt({ latitude: 29.35, longitude: 105.93 });
  fireEvent.click(screen.getByTestId('give-place'));
  await pass(100);

  expect(screen.getByTestId('place-said').textContent).toContain('已附上');
  expect(asked()).toEqual([undefined, { latitude: 29.35, longitude: 105.93 }]);
  delete process.env.HG_PLACE;
});

test('before its time the screen says from when on; without signal it sends to the roll', async () => {
  jest.setSystemTime(BEGINS - 40 * MINUTE);
  await open({ refuse: 'ROLL_NOT_YET' });
  expect(screen.getByTestId('no-code').textContent).toContain('今晚 19:00 起出示');
  expect(screen.queryByTestId('qr')).toBeNull();

  serve({ ...room.rules, 'roll.code': 'no network' });
  await pass(25 * SECOND);
  expect(screen.getByTestId('no-code').textContent).toContain('没有网，拿不到签到码');

  fireEvent.click(screen.getByTestId('to-roll'));
  expect(phone.went()).toEqual([expect.stringContaining('/packages/instructor/roll/index?sectionId=tea')]);
});

test('when the last codes are near new ones are fetched in good time', async () => {
  const server = await open(() => ({ data: book(18) }));
  expect(server.asked('roll.code')).toBe(1);

  await pass(4 * MINUTE);

  expect(server.asked('roll.code')).toBeGreaterThan(1);
  expect(screen.getByTestId('qr')).toBeTruthy();
});

test('codes that ran out without signal are said to have run out', async () => {
  await open({ data: book(3) });
  serve({ 'roll.lesson': 'no network', 'roll.code': 'no network' });

  await pass(60 * SECOND);

  expect(screen.queryByTestId('qr')).toBeNull();
  expect(screen.getByTestId('no-code').textContent).toContain('签到码用完了');
});

test('after the lesson no code is shown', async () => {
  jest.setSystemTime(BEGINS + 89 * MINUTE + 50 * SECOND);
  await open({ data: book() });
  expect(screen.getByTestId('qr')).toBeTruthy();

  await pass(12 * SECOND);

  expect(screen.queryByTestId('qr')).toBeNull();
  expect(screen.getByTestId('no-code').textContent).toContain('签到已经结束');
});
