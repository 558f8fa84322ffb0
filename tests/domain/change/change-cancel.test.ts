import { effectOf, full, HOUR, now } from './change-views';
import { section } from '../line/sections';

const cancel = (of = full()) => effectOf({ kind: 'cancelSection' }, { section: of });

test('a whole class is called off: how many had seats and waited is said, and everybody is told', () => {
  const effect = cancel();
  expect(effect.summary).toBe('取消整个班，2 人有座位，1 人候补');
  expect(effect).toMatchObject({ before: '名额 2，候补 1', after: '已取消', warnings: ['取消以后不能恢复'] });
  expect(effect.section).toMatchObject({ cancelledAt: now, capacity: 0, waitlistLimit: 0, line: [], lineCount: 0 });
  expect(effect.section?.clashIds).toEqual([]);
  expect(effect.batch).toMatchObject({ capacity: 8, sectionCount: 1 });
  expect(effect.tell.flatMap(one => one.to.map(person => person.memberId))).toEqual(['a', 'b', 'c']);
  expect(effect.affected.map(one => one.memberId)).toEqual(['a', 'b', 'c']);
  expect(effect.freed).toEqual(full().line);
});

test('where nobody is in the line there is nobody to warn of', () => {
  expect(cancel(section())).toMatchObject({ summary: '取消整个班，0 人有座位，0 人候补', warnings: [], tell: [] });
});

test('with a single person it is warned of, too', () => {
  expect(cancel(section({}, 'a')).warnings).toHaveLength(1);
});

test('the classes that it clashed with are free of it', () => {
  expect(cancel(full({ clashIds: ['x'] })).clashes).toEqual({ begin: [], end: ['x'] });
});

test('people are told when the next lesson would have been', () => {
  const lessons = [now - HOUR, now + HOUR].map(startsAt => ({ startsAt, endsAt: startsAt + HOUR }));
  expect(cancel(full({ lessons })).tell).toMatchObject([{ kind: 'SECTION_CANCELLED', lessonAt: now + HOUR }]);
});
