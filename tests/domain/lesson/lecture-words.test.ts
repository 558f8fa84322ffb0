import { kindWords, lessonTitle } from '../../../domain/batch/kind-words';
import { calendarEvents } from '../../../domain/batch/calendar';
import { isRefused } from '../../../domain/base/refuse';
import { wordsOf } from '../../../domain/line/place-words';
import type { NoticeKind } from '../../../domain/model';
import { roomNotices } from '../../../domain/telling/class-follow';
import { noticeWords } from '../../../domain/telling/notice-words';
import { pushWords } from '../../../domain/telling/push-words';
import { tomorrowWords } from '../../../domain/telling/remind';
import { decide, full, HOUR, now, type Asked } from '../change/change-views';
import { T } from '../line/sections';

/** Nobody reads of a class (班) or of lessons (课) where a lecture is meant. */
const OF_A_CLASS = /班|课/;

const startsAt = T + 96 * HOUR;
const talk = full({
  kind: 'lecture',
  course: '职工心理健康',
  name: '',
  lessons: [{ startsAt, endsAt: startsAt + 2 * HOUR }],
  capacity: 2,
  waitlistLimit: 1,
});
const called = { ...talk, lessons: [{ ...talk.lessons[0]!, cancelled: true as const }] };
const soon = { now: startsAt - HOUR, section: talk };
const member = { _id: 'd', name: '丁一', phone: '13800000000' } as never;
const instructors = [{ _id: 'i', roles: ['instructor'], instructorName: '郭怀远' }] as never;

const CHANGES: [string, Asked, object?][] = [
  ['moved', { kind: 'moveLesson', lessonIndex: 0, startsAt: startsAt + HOUR, endsAt: startsAt + 3 * HOUR }],
  [
    'moved shortly',
    { kind: 'moveLesson', lessonIndex: 0, startsAt: startsAt + HOUR, endsAt: startsAt + 3 * HOUR },
    soon,
  ],
  ['too long', { kind: 'moveLesson', lessonIndex: 0, startsAt, endsAt: startsAt + 13 * HOUR }],
  ['the wrong way round', { kind: 'moveLesson', lessonIndex: 0, startsAt, endsAt: startsAt - HOUR }],
  ['called off', { kind: 'cancelLesson', lessonIndex: 0 }],
  [
    'given once more',
    { kind: 'addLesson', startsAt: startsAt + HOUR, endsAt: startsAt + 2 * HOUR },
    { section: called },
  ],
  ['elsewhere', { kind: 'place', place: '小剧场' }],
  ['by somebody else', { kind: 'instructor', instructor: '郭怀远' }],
  ['with a substitute', { kind: 'substitute', lessonIndex: 0, by: '郭怀远' }, { instructors }],
  ['with its own speaker as the substitute', { kind: 'substitute', lessonIndex: 0, by: talk.instructor }],
  ['with something to bring', { kind: 'bring', bring: '保温杯' }, soon],
  ['on something', { kind: 'topic', lessonIndex: 0, topic: '睡眠' }],
  ['cancelled', { kind: 'cancelSection' }],
  ['without one person', { kind: 'removePerson', memberId: 'a' }, { member }],
];

test.each(CHANGES)('a lecture %s: the preview, the record and the notices', (_, asked, about = {}) => {
  const decided = decide(asked, { section: talk, ...about });
  const said = isRefused(decided)
    ? [JSON.stringify(decided)]
    : [
        JSON.stringify([decided.summary, decided.before, decided.after, decided.affected, decided.warnings]),
        ...decided.tell.flatMap(one => [noticeWords(one), one.text ?? '']),
      ];

  // An instructor finds it on a page of this name. An absence has one name everywhere.
  expect(said.join('\n').replace(/“我教的班”|缺课/g, '')).not.toMatch(OF_A_CLASS);
});

const KINDS: NoticeKind[] = [
  'PROMOTED',
  'LESSON_MOVED',
  'LESSON_ADDED',
  'LESSON_CANCELLED',
  'SECTION_CANCELLED',
  'PLACE_CHANGED',
  'INSTRUCTOR_CHANGED',
  'BRING_CHANGED',
  'SUBSTITUTE',
  'STANDS_IN',
  'MESSAGE',
  'ADDED',
  'MOVED',
  'REMOVED',
  'APPEAL_ANSWERED',
  'TOMORROW',
  'ROOM_AGAIN',
  'RATING_OPENS',
];

test.each(KINDS)('the notice %s, which fits into a message of the phone', kind => {
  const words = noticeWords({ kind, lecture: true });

  expect(words).not.toMatch(OF_A_CLASS);
  expect(words.length).toBeLessThanOrEqual(20);
  expect(pushWords({ kind, title: '职工心理健康', lecture: true }).thing2.value).toBe(words);
});

test('every notice of a lecture says that it is one; one of a class does not', () => {
  const follow = { people: [{ memberId: 'z', at: 1 }] };
  expect(roomNotices(follow, talk, now)).toMatchObject([{ lecture: true }]);
  expect(roomNotices(follow, full(), now)[0]).not.toHaveProperty('lecture');

  const moved = decide(
    { kind: 'moveLesson', lessonIndex: 0, startsAt: startsAt + HOUR, endsAt: startsAt + 3 * HOUR },
    { section: talk },
  );
  if (isRefused(moved)) throw new Error(moved.refused);
  expect(moved.tell.map(one => one.lecture)).toEqual([true]);
  expect(noticeWords({ kind: 'LESSON_MOVED' })).toMatch('课');
});

test('the reminder and the entry in the calendar', () => {
  expect(tomorrowWords('TOMORROW', { ...talk, place: '报告厅' }, talk.lessons[0]!, now)).toMatch(/ 开讲，报告厅$/);
  const [event] = calendarEvents({ ...talk, sectionId: 's' }, now);
  expect(event).toMatchObject({ title: '职工心理健康讲座' });
  expect(event!.text).not.toMatch('老师');
});

test.each([
  ['职工心理健康', '职工心理健康讲座'],
  ['法律援助沙龙', '法律援助沙龙'],
  ['防骗讲座', '防骗讲座'],
])('%s is called %s', (course, title) => {
  expect(lessonTitle({ kind: 'lecture', course, name: '' }, 0)).toBe(title);
  expect(lessonTitle({ course, name: '一班' }, 2)).toBe(`${course}一班第 3 次课`);
});

test('no word for a lecture is one for a class', () => {
  const words = Object.values(kindWords({ kind: 'lecture' })).map(one => (typeof one === 'string' ? one : one(1)));
  const seated = wordsOf({ state: 'SEATED' }, { kind: 'lecture' });

  expect(words.join()).not.toMatch(OF_A_CLASS);
  expect([seated.door(3, false), seated.door(3, true), seated.over, seated.out, seated.sure].join()).not.toMatch(
    OF_A_CLASS,
  );
  expect(wordsOf({ state: 'WAITING' }, { kind: 'lecture' }).ended).not.toMatch(OF_A_CLASS);
});
