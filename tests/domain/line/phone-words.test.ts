import { HOUR } from '../../../domain/base/clock';
import { saidOnPhone } from '../../../domain/line/phone-words';
import type { MyPlace } from '../../../domain/api';

const at = Date.parse('2027-03-09T20:00:01.380+08:00');
const first = Date.parse('2027-03-17T19:00:00+08:00');
const place = (state: 'SEATED' | 'WAITING', section: object = {}): MyPlace =>
  ({
    place: { sectionId: 'tea', state, number: 3, behind: 0, at },
    section: {
      course: '茶艺',
      name: '一班',
      place: '205室',
      lessons: [{ startsAt: first, endsAt: first + HOUR }],
      freezeAt: first - 2 * HOUR,
      cancelledAt: null,
      ...section,
    },
    batch: { title: '第一期' },
  }) as never;
const SINCE = '是 3月9日 周二 20:00:01.3 报上的';
const NONE = '最近 90 天没有缺课。';

test('a seat: its number, the tenth of the claim, the next lesson and where', () => {
  expect(saidOnPhone([place('SEATED')], 0, at)).toBe(
    `您在“第一期”的茶艺一班有座位，第 3 座，${SINCE}，下一次课 3月17日 周三 19:00，在205室。${NONE}`,
  );
});

test.each([
  [first, '下一次课 3月17日 周三 19:00'],
  [first + 1, '已经上完'],
])('a class is over once its last lesson has begun: %i', (now, says) => {
  expect(saidOnPhone([place('SEATED')], 0, now)).toContain(says);
});

test.each([
  [first - 2 * HOUR - 1, '前面有人退课就往前移'],
  [first - 2 * HOUR, '现在不再递补了'],
])('a wait moves up until the freeze: %i', (now, says) => {
  expect(saidOnPhone([place('WAITING')], 0, now)).toBe(`您在“第一期”的茶艺一班候补第 3 位，${SINCE}，${says}。${NONE}`);
});

test('a wait without a freeze moves up until the last lesson has begun', () => {
  expect(saidOnPhone([place('WAITING', { freezeAt: null })], 0, first)).toContain('往前移');
  expect(saidOnPhone([place('WAITING', { freezeAt: null })], 0, first + 1)).toContain('不再递补');
});

test('a class that was called off, several classes, absences, and no class at all', () => {
  expect(saidOnPhone([place('WAITING', { cancelledAt: at }), place('SEATED')], 2, at)).toBe(
    `“第一期”的茶艺一班已经取消，不占您的名额；您在“第一期”的茶艺一班有座位，第 3 座，${SINCE}，下一次课 3月17日 周三 19:00，在205室。最近 90 天记了 2 次缺课。`,
  );
  expect(saidOnPhone([], 1, at)).toBe('您现在没有报上班，也没有候补。最近 90 天记了 1 次缺课。');
});
