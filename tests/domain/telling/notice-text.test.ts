import * as fc from 'fast-check';
import { DAY, dateText, instantOf, MINUTE, startOfDay } from '../../../domain/base/clock';
import type { Notice } from '../../../domain/model';
import { dayWord, textAt } from '../../../domain/telling/notice-text';
import { pushWords } from '../../../domain/telling/push-words';
import { tomorrowWords } from '../../../domain/telling/remind';

const at = (day: string, time: string) => instantOf(day, time)!;
const lesson = { startsAt: at('2027-03-10', '19:00'), endsAt: at('2027-03-10', '20:30') };

test.each([
  ['2027-03-09', '00:00', '明天'],
  ['2027-03-09', '23:59', '明天'],
  ['2027-03-10', '00:00', '今天'],
  ['2027-03-10', '18:59', '今天'],
  ['2027-03-08', '23:59', '3月10日 周三'],
  ['2027-03-11', '00:00', '3月10日 周三'],
])('read on %s at %s the day is %s', (day, time, word) => {
  const push: Notice['push'] = { kind: 'tomorrow', state: 'due', notBefore: 0, tries: 0, lessonAt: lesson.startsAt };
  const written = [at('2027-03-09', '18:00'), at('2027-03-10', '08:00'), at('2027-03-01', '08:00')];

  for (const then of written) {
    const text = tomorrowWords('TOMORROW', { place: '205' }, lesson, then);
    expect(textAt({ kind: 'TOMORROW', text, push }, at(day, time))).toBe(`${word} 19:00 上课，205`);
  }
});

test.each([
  ['another notice', { kind: 'LESSON_MOVED', text: '明天 19:00 上课' }, '明天 19:00 上课'],
  [
    'a reminder that nobody is rung for',
    { kind: 'TOMORROW', text: '明天 19:00 上课', push: undefined },
    '明天 19:00 上课',
  ],
  ['a reminder that says nothing', { kind: 'TOMORROW', text: undefined }, undefined],
  ['one about no lesson', { kind: 'TOMORROW', text: '明天 19:00 上课', push: { lessonAt: null } }, '明天 19:00 上课'],
] as const)('%s is read as it was written', (_, change, text) => {
  const notice = { push: { lessonAt: lesson.startsAt }, ...change } as Parameters<typeof textAt>[0];
  expect(textAt(notice, lesson.startsAt)).toBe(text);
});

test('the word for a day is right whenever it is said', () => {
  const instants = fc.integer({ min: 0, max: 800 * DAY }).map(ms => at('2027-01-01', '00:00') + ms);
  fc.assert(
    fc.property(instants, instants, (when, now) => {
      const word = dayWord(when, now);
      const days = (startOfDay(when) - startOfDay(now)) / DAY;

      expect(word).toBe(days === 0 ? '今天' : days === 1 ? '明天' : dateText(when));
    }),
  );
});

test('a reminder with a long place keeps its beginning on the phone, in 20 characters', () => {
  const text = tomorrowWords(
    'TOMORROW',
    { place: '永川区文化艺术中心三楼多功能厅' },
    lesson,
    lesson.startsAt - DAY + MINUTE,
  );

  expect(pushWords({ kind: 'TOMORROW', title: '茶艺一班', text }).thing2.value).toMatch(/^明天 19:00 上课，.*…$/);
  expect(pushWords({ kind: 'TOMORROW', title: '茶艺一班', text }).thing2.value.length).toBe(20);
});
