import Taro from '@tarojs/taro';
import { toCalendar } from '../../../src/packages/me/class/to-calendar.weapp';
import { DAY, HOUR } from '../../../domain/base/clock';
import { START } from '../lessons';
import { phone } from '../taro';

/** WeChat's calendar, lesson by lesson. `refuse` says from which call on, and how. */
function calendar(refuse?: { from: number; errMsg: string }) {
  const added: Record<string, unknown>[] = [];
  Object.assign(Taro, {
    addPhoneCalendar: async (event: Record<string, unknown>) => {
      if (refuse && added.length >= refuse.from) throw { errMsg: refuse.errMsg };
      added.push(event);
    },
  });
  return added;
}

const events = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    uid: `tea-L${i}`,
    title: `茶艺一班第 ${i + 1} 次课`,
    startsAt: START + i * 7 * DAY,
    endsAt: START + i * 7 * DAY + HOUR,
    place: '205',
    text: '老师：李文秀',
  }));

beforeEach(() => phone.reset());

test('each lesson goes in seconds, with a reminder an hour before, and the progress is told', async () => {
  const added = calendar();
  const progress: string[] = [];

  const outcome = await toCalendar(events(2), '茶艺一班', (count, of) => void progress.push(`${count}/${of}`));

  expect(outcome).toEqual({ kind: 'added', added: 2, left: 0, moved: false });
  expect(progress).toEqual(['0/2', '1/2']);
  expect(added[0]).toMatchObject({
    title: '茶艺一班第 1 次课',
    startTime: START / 1_000,
    endTime: String((START + HOUR) / 1_000),
    location: '205',
    alarmOffset: 3_600,
  });
});

test('at most twenty at once; the next time the rest, and none twice', async () => {
  const added = calendar();
  const first = await toCalendar(events(23), '', () => undefined);
  const second = await toCalendar(events(23), '', () => undefined);
  const third = await toCalendar(events(23), '', () => undefined);

  expect([first, second, third]).toEqual([
    { kind: 'added', added: 20, left: 3, moved: false },
    { kind: 'added', added: 3, left: 0, moved: false },
    { kind: 'added', added: 0, left: 0, moved: false },
  ]);
  expect(new Set(added.map(one => one.startTime)).size).toBe(23);
});

test('a lesson that was moved since is added anew, and that is told', async () => {
  const added = calendar();
  await toCalendar(events(2), '', () => undefined);
  const [first, second] = events(2);

  const outcome = await toCalendar([first!, { ...second!, startsAt: START + 8 * DAY }], '', () => undefined);

  expect(outcome).toEqual({ kind: 'added', added: 1, left: 0, moved: true });
  expect(added).toHaveLength(3);
});

test.each([
  ['addPhoneCalendar:fail auth deny', 'denied'],
  ['addPhoneCalendar:fail:auth denied', 'denied'],
  ['addPhoneCalendar:fail system permission denied', 'denied'],
  ['addPhoneCalendar:fail system error', 'failed'],
])('%s after two: said as %s, and the two are known the next time', async (errMsg, kind) => {
  calendar({ from: 2, errMsg });
  expect(await toCalendar(events(4), '', () => undefined)).toEqual({ kind, added: 2 });

  const added = calendar();
  await toCalendar(events(4), '', () => undefined);

  expect(added.map(one => one.title)).toEqual(['茶艺一班第 3 次课', '茶艺一班第 4 次课']);
});
