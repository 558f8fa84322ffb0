import { DAY, SECOND } from '../../../../domain/base/clock';
import type * as OutboxModule from '../../../../src/features/roll/outbox';
import type * as SendModule from '../../../../src/features/roll/send';
import { serve } from '../../server';
import * as taro from '../../taro';
import { BEGINS, Classroom, idOf, KEY, LESSON } from '../../packages/instructor/classroom';

/** When a mark was made is said on the server's clock, whatever the phone believes. Each test has an app of its own. */
type Outbox = typeof OutboxModule;
type Send = typeof SendModule;

let phoneIsAhead = 0;
const serverNow = () => Date.now() - phoneIsAhead;
let room: Classroom;
let app: Outbox & Send;

/** An app that has asked nothing yet: nobody has told it the time. */
function freshApp(): void {
  jest.resetModules();
  // The phone stays the same.
  jest.doMock('@tarojs/taro', () => taro);
  app = {
    ...jest.requireActual<Outbox>('../../../../src/features/roll/outbox'),
    ...jest.requireActual<Send>('../../../../src/features/roll/send'),
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function start(aheadMs: number) {
  phoneIsAhead = aheadMs;
  jest.setSystemTime(BEGINS + aheadMs);
  taro.phone.reset();
  room = new Classroom(serverNow);
  freshApp();
}

const mark = (after?: number) =>
  app.addMarks({ ...LESSON, title: '' }, [
    { memberId: idOf('王桂芳'), name: '王桂芳', state: 'present', seen: 0, ...(after === undefined ? {} : { after }) },
  ]);
const keptAt = () => room.roll.marks.map(one => one.at - BEGINS);

test.each([DAY, -DAY, 600 * SECOND, 0])('a phone that is %d ms ahead says when it really was', async ahead => {
  start(ahead);
  mark();
  jest.setSystemTime(BEGINS + ahead + 90 * SECOND);
  serve(room.rules, serverNow);

  await app.send(KEY);

  expect(keptAt()).toEqual([0]);
});

test('where even the first answer has not come nothing is sent: the time would be a guess', async () => {
  start(DAY);
  const server = serve({ 'roll.lesson': 'no network', 'roll.mark': room.mark }, serverNow);
  mark();

  await app.send(KEY);

  expect(server.asked('roll.mark')).toBe(0);
  expect(app.boxOf(KEY)).toMatchObject({ stuck: true, message: undefined, marks: [{ name: '王桂芳' }] });
});

test('a clock that is set while the app runs: the mark is taken at once, at a time that is possible', async () => {
  start(0);
  const server = serve(room.rules, serverNow);
  mark();
  await app.send(KEY);
  phoneIsAhead = DAY;
  jest.setSystemTime(BEGINS + DAY + 60 * SECOND);
  mark();

  await app.send(KEY);

  expect(server.asked('roll.mark')).toBe(2);
  expect(keptAt()).toEqual([0, 60 * SECOND]);
  expect(app.hasUnsent(KEY)).toBe(false);
});

test('a mark that knowingly overrules another is later than it, however badly the time is guessed', async () => {
  start(0);
  serve(room.rules, serverNow);
  room.add({ memberId: idOf('王桂芳'), state: 'absent', by: 'me', at: BEGINS + 700 });
  mark(BEGINS + 700);

  await app.send(KEY);

  expect(keptAt()).toEqual([700, 701]);
  expect(room.stateOf('王桂芳')).toBe('present');
});

test('of two marks of one person the second is later also where the first was sent by a worse guess', async () => {
  start(0);
  let worse = 800;
  const meanwhile = (input: Record<string, unknown>) => {
    if (worse > 0) mark();
    worse = 0;
    return room.mark(input);
  };
  serve({ ...room.rules, 'roll.mark': meanwhile }, () => serverNow() + worse);
  mark();

  await app.send(KEY);

  expect(keptAt()).toEqual([800, 801]);
});
