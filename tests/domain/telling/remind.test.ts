import { DAY, HOUR, MINUTE, instantOf } from '../../../domain/base/clock';
import { mayRingAt } from '../../../domain/telling/quiet-hours';
import {
  comingTo,
  lessonOn,
  openingWords,
  remindFrom,
  TOLD_A_MINUTE,
  tomorrowOf,
  tomorrowWords,
} from '../../../domain/telling/remind';
import { PUSH_KINDS } from '../../../domain/model';
import { troubleOf, troubleWords } from '../../../domain/telling/push-trouble';

const at = (time: string, day = '2027-03-09') => instantOf(day, time)!;
const opensAt = at('09:00');

test.each([
  [1, 15],
  [12 * TOLD_A_MINUTE, 15],
  [12 * TOLD_A_MINUTE + 1, 16],
  [60_000, 43],
  [10_000_000, 120],
])('with %d followers telling begins %d minutes before the opening', (followers, minutes) => {
  expect(opensAt - remindFrom(opensAt, followers)).toBe(minutes * MINUTE);
});

test('an opening at an odd second is told to the second, and fits into a message', () => {
  expect(openingWords({ opensAt: opensAt + 5_000 })).toBe('09:00:05 开放，现在就能候场');
  expect([...openingWords({ opensAt: opensAt + 5_000 })].length).toBeLessThanOrEqual(20);
});

test('an opening at a full minute is told to the minute', () => {
  expect(openingWords({ opensAt })).toBe('09:00 开放，现在就能候场');
});

test('who has a seat comes to a lesson, but not who is on leave or waits', () => {
  const line = ['a', 'b', 'c'].map((memberId, at) => ({ memberId, at }));
  const coming = (...away: string[]) =>
    comingTo({ line, capacity: 2 }, { leaves: away.map(memberId => ({ memberId, at: 1, reason: '' })) });
  expect(comingTo({ line, capacity: 2 }, null)).toEqual([{ memberId: 'a' }, { memberId: 'b' }]);
  expect(coming()).toEqual([{ memberId: 'a' }, { memberId: 'b' }]);
  expect(coming('a', 'c')).toEqual([{ memberId: 'b' }]);
});

test.each([
  ['17:59', undefined],
  ['18:00', '2027-03-10'],
  ['23:59', '2027-03-10'],
])('at %s tomorrow is %s', (time, day) => {
  expect(tomorrowOf(at(time))).toEqual(day && { from: at('00:00', day), until: at('00:00', day) + DAY });
});

test('the lesson of a day is the earliest that takes place then; it is the first if none comes before', () => {
  const day = { from: at('00:00'), until: at('00:00') + DAY };
  const lesson = (startsAt: number, cancelled?: true) => ({
    startsAt,
    endsAt: startsAt + HOUR,
    ...(cancelled ? { cancelled } : {}),
  });
  const [early, here, late] = [at('00:00') - HOUR, day.from, day.until - 1];
  const found = (lessons: ReturnType<typeof lesson>[], cancelledAt?: number) => {
    const reminder = lessonOn({ lessons, ...(cancelledAt ? { cancelledAt } : {}) }, day);
    return reminder && [reminder.lesson.startsAt, reminder.isFirst];
  };

  expect(found([lesson(late), lesson(here)])).toEqual([here, true]);
  expect(found([lesson(early, true), lesson(here)])).toEqual([here, true]);
  expect(found([lesson(early), lesson(here, true), lesson(late)])).toEqual([late, false]);
  expect(found([lesson(early), lesson(day.until)])).toBeUndefined();
  expect(found([lesson(here)], 1)).toBeUndefined();
});

test('a first lesson is told as 明天, a later one by its date, each with a substitute', () => {
  const lesson = { startsAt: at('19:00', '2027-03-10'), endsAt: at('20:30', '2027-03-10') };
  const words = (kind: 'TOMORROW' | 'NEXT_LESSON', more: object = {}, bring = '') =>
    tomorrowWords(kind, { place: '205', bring }, { ...lesson, ...more }, at('18:00'));

  expect(words('TOMORROW')).toBe('明天 19:00 上课，205');
  expect(words('NEXT_LESSON', { by: '李芳' })).toBe('3月10日 周三 19:00 上课，205，李芳代课');
  expect(words('NEXT_LESSON', {}, '谱夹、水杯')).toBe('3月10日 周三 19:00 上课，205。请自带：谱夹、水杯');
});

test('what somebody asked to be told of rings early in the morning, a first lesson does not ring at night', () => {
  expect(mayRingAt('OPENING', at('07:15'), at('07:00'))).toBe(at('07:00'));
  expect(mayRingAt('TOMORROW', at('09:00', '2027-03-10'), at('22:30'))).toBe(at('08:00', '2027-03-10'));
});

test.each([45009, 45011, 40037, 43107, -604101])(
  '%d concerns more than one person, and staff are told what to do',
  code => {
    for (const kind of PUSH_KINDS) {
      const trouble = troubleOf(code, kind, 1_000)!;
      expect(trouble.until).toBeGreaterThan(1_000);
      expect(troubleWords(trouble)).toMatch(new RegExp(`${code}.*(不用处理|请)`));
    }
  },
);

test.each([43101, 47003, 40003, -1])('%d concerns one message', code => {
  expect(troubleOf(code, 'opening', 0)).toBeUndefined();
});
