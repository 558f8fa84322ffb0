import { DAY, startOfWeek } from '../../../domain/base/clock';
import { daysOfWeek, inRoomsOf, roomsWeek, weeksOf } from '../../../domain/draft/rooms-week';
import type { TakenBy } from '../../../domain/draft/taken';
import { draftSection, weekly } from './drafts';

const published = (change: Partial<TakenBy> = {}): TakenBy => ({
  course: '古琴',
  name: '二班',
  instructor: '周子墨',
  place: '0001 教室',
  lessons: weekly('2027-03-17', 2),
  batchTitle: '春季第一期',
  ...change,
});
const sections = [draftSection('0001'), draftSection('0002')];
const monday = (day: string) => startOfWeek(weekly(day, 1)[0]!.startsAt);

test('each room of the draft has its week, with the classes of other batches in it and the clash marked on both', () => {
  const [first, second] = roomsWeek({ sections }, [published()], monday('2027-03-17'));

  expect(first!.room).toBe('0001教室');
  expect(first!.days.map(day => day.length)).toEqual([0, 0, 2, 0, 0, 0, 0]);
  expect(first!.days[2]).toMatchObject([
    { title: '茶艺0001班', clash: true },
    { title: '古琴二班', batchTitle: '春季第一期', clash: true },
  ]);
  expect(second!.days[2]).toMatchObject([{ title: '茶艺0002班', clash: false }]);
});

test('two published classes in one room, or one that was called off, are no clash', () => {
  const lessons = weekly('2027-03-18', 1);
  const off = weekly('2027-03-17', 1).map(lesson => ({ ...lesson, cancelled: true as const }));
  const taken = [published({ lessons }), published({ name: '三班', lessons }), published({ lessons: off })];

  const [room] = roomsWeek({ sections }, taken, monday('2027-03-17'));

  expect(room!.days.flat().map(lesson => [lesson.title, lesson.clash])).toEqual([
    ['茶艺0001班', false],
    ['古琴二班', false],
    ['古琴三班', false],
  ]);
});

test('the weeks go from the first lesson to the last, and the first with a clash comes first', () => {
  const { mondays, first } = weeksOf({ sections }, [published()]);

  expect(mondays).toEqual([0, 1, 2].map(week => monday('2027-03-10') + week * 7 * DAY));
  expect(mondays[first]).toBe(monday('2027-03-17'));
  expect(weeksOf({ sections }, []).first).toBe(0);
  expect(weeksOf({ sections: [] }, [])).toEqual({ mondays: [], first: 0 });
});

test('the first week with a clash may be one between two classes of the draft', () => {
  const late = draftSection('0002', { place: '0001 教室', lessons: weekly('2027-03-24', 1) });

  expect(weeksOf({ sections: [sections[0]!, late] }, []).first).toBe(2);
});

test('a room is listed once, as the first class writes it; a class without a room makes none', () => {
  const spaced = draftSection('0002', { place: '0001 教室' });
  const open = draftSection('0003', { place: '待定' });
  const elsewhere = published({ place: '别处' });

  const rooms = roomsWeek({ sections: [open, sections[0]!, spaced] }, [elsewhere], monday('2027-03-17'));

  expect(rooms.map(({ room }) => room)).toEqual(['0001教室']);
});

test('the lessons of a day come by their beginning, whoever has them', () => {
  const early = weekly('2027-03-17', 1).map(({ startsAt }) => ({ startsAt: startsAt - DAY / 4, endsAt: startsAt - 1 }));

  const [room] = roomsWeek({ sections }, [published({ lessons: early })], monday('2027-03-17'));

  expect(room!.days[2]!.map(lesson => lesson.title)).toEqual(['古琴二班', '茶艺0001班']);
});

test('a week has seven days', () => {
  expect(daysOfWeek(monday('2027-03-03'))).toEqual([1, 2, 3, 4, 5, 6, 7].map(day => `2027-03-0${day}`));
});

test('of other batches only the rooms of the draft travel; a place that is not said yet is no room', () => {
  const open = draftSection('0003', { place: '待定' });

  const found = inRoomsOf({ sections: [...sections, open] }, [
    published(),
    published({ place: '别处' }),
    published({ place: '待定' }),
  ]);

  expect(found).toEqual([published()]);
});
