import { DAY, dateText, dayKey, instantOf, timeText } from '../../../domain/base/clock';
import type { DraftSection } from '../../../domain/model';
import { published, type ShowableDraft } from '../../../domain/draft/publish';
import { copyOf } from '../../../domain/draft/shift';
import { replanned } from '../../../domain/draft/weekly';
import { draft, draftSection, OPENS, weekly } from './drafts';

const WEEK = 7 * DAY;
const AUTUMN = instantOf('2027-08-18', '10:00')!;
/** A batch of one section as it was published in spring; holidays are what its draft said. */
const batchOf = (section: Partial<DraftSection> = {}, holidays: string[] = []) =>
  published(draft({ sections: [draftSection('0005', section)], lastKey: 9, holidays }) as ShowableDraft, OPENS - DAY);
const copied = (now: number, firstDay?: string, section?: Partial<DraftSection>, holidays?: string[]) => {
  const { batch, sections } = batchOf(section, holidays);
  return copyOf(batch, sections, now, firstDay);
};
const daysOf = ({ lessons }: { lessons: { startsAt: number }[] }) => lessons.map(lesson => dayKey(lesson.startsAt));

test('everything is later by the same whole weeks; weekdays and hours stay', () => {
  const copy = copied(AUTUMN);
  const shift = copy.opensAt! - OPENS;

  expect(shift % WEEK).toBe(0);
  expect(copy.closesAt).toBe(OPENS + 5 * DAY + shift);
  expect(copy.sections[0]!.lessons).toEqual(
    weekly('2027-03-10', 3).map(({ startsAt, endsAt }) => ({ startsAt: startsAt + shift, endsAt: endsAt + shift })),
  );
  expect(dateText(copy.sections[0]!.lessons[0]!.startsAt)).toContain('周三');
  expect(timeText(copy.opensAt!)).toBe('20:00');
});

test.each([
  ['a day before an opening of that weekday', instantOf('2027-08-22', '20:00')!, '2027-08-23'],
  ['a millisecond less than a day', instantOf('2027-08-22', '20:00')! + 1, '2027-08-30'],
  ['while the old one has not even opened', OPENS - 30 * DAY, '2027-03-08'],
])('without a wish it opens at the next possible week: %s', (_, now, day) => {
  expect(dayKey(copied(now).opensAt!)).toBe(day);
});

test.each([
  ['on the weekday itself', '2027-09-08', '2027-09-08'],
  ['the day after', '2027-09-09', '2027-09-15'],
  ['the Monday of that week', '2027-09-06', '2027-09-08'],
  ['earlier than the old one', '2027-01-01', '2027-01-06'],
])('the first lesson is not before the day that is wished: %s', (_, firstDay, first) => {
  expect(daysOf(copied(AUTUMN, firstDay).sections[0]!)[0]).toBe(first);
});

test('keys are given anew, what was called off comes back, the name is to be given anew', () => {
  const { batch, sections } = batchOf();
  const lessons = sections[0]!.lessons.map(lesson => ({ ...lesson, cancelled: true as const }));

  const copy = copyOf(batch, [{ ...sections[0]!, lessons: [sections[0]!.lessons[0]!, ...lessons.slice(1)] }], AUTUMN);

  expect(copy).toMatchObject({ title: '', formerTitle: '2027 春季第一期', lastKey: 1, revision: 1 });
  expect(copy.sections.map(section => section.key)).toEqual(['0001']);
});

test('a gap that an old holiday made is closed, and a holiday that lies ahead is passed over', () => {
  const gap = [weekly('2027-03-10', 1)[0]!, ...weekly('2027-03-24', 2)];

  const copy = copied(AUTUMN, '2027-09-08', { lessons: gap }, ['2027-03-17', '2027-09-15']);

  expect(copy.holidays).toEqual(['2027-09-15']);
  expect(daysOf(copy.sections[0]!)).toEqual(['2027-09-08', '2027-09-22', '2027-09-29']);
});

test('a holiday on the very day on which the copy would begin lies ahead', () => {
  const copy = copied(AUTUMN, '2027-09-08', {}, ['2027-09-08']);

  expect(copy.holidays).toEqual(['2027-09-08']);
  expect(daysOf(copy.sections[0]!)).toEqual(['2027-09-15', '2027-09-22', '2027-09-29']);
});

test('a lesson at midnight is on the day that begins with it', () => {
  const startsAt = instantOf('2027-03-10', '00:00')!;
  const lessons = [{ startsAt, endsAt: startsAt + DAY / 24 }];

  expect(daysOf(copied(AUTUMN, '2027-09-08', { lessons }).sections[0]!)).toEqual(['2027-09-08']);
});

describe('other holidays', () => {
  const section = draftSection('0001');

  test('a weekly section goes on a week later, and comes back when it is no holiday after all', () => {
    const moved = replanned(section, [], ['2027-03-17', '2027-03-24']);
    expect(daysOf({ lessons: moved })).toEqual(['2027-03-10', '2027-03-31', '2027-04-07']);

    expect(replanned({ ...section, lessons: moved }, ['2027-03-17', '2027-03-24'], [])).toEqual(section.lessons);
  });

  test('days that were chosen one by one stay where they are', () => {
    const chosen = { ...section, lessons: [weekly('2027-03-10', 1)[0]!, weekly('2027-03-31', 1)[0]!] };
    expect(replanned(chosen, [], ['2027-03-31'])).toEqual(chosen.lessons);
  });

  test('shifted, a chosen day that meets a holiday goes to the end, past every holiday', () => {
    const chosen = { ...section, lessons: [weekly('2027-03-10', 1)[0]!, weekly('2027-03-31', 1)[0]!] };
    const shifted = replanned(chosen, [], ['2027-03-17', '2027-04-14'], WEEK);
    expect(daysOf({ lessons: shifted })).toEqual(['2027-04-07', '2027-04-21']);
  });

  test('a section without lessons stays without', () => {
    expect(replanned({ schedule: '', lessons: [] }, [], ['2027-03-17'], WEEK)).toEqual([]);
  });
});
