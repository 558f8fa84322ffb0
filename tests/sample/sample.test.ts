import { askFor, askOf } from '../../domain/menu/asked';
import { isOwn } from '../../domain/people/own';
import { DAY } from '../../domain/base/clock';
import { clashIdsOf } from '../../domain/line/clash';
import { mayRate } from '../../domain/rating/may-rate';
import { bookAlarms } from '../../domain/rating/rating';
import { ratingWindow } from '../../domain/rating/window';
import { findHealing } from '../../domain/line/heal';
import { phaseOf } from '../../domain/batch/phase';
import { crowdMembers } from '../../sample/crowd';
import { buildSample } from '../../sample/sample';

const NOW = Date.UTC(2026, 10, 24, 8, 30);
const { collections, people } = buildSample(NOW, 75_000);
const batch = (id: string) => collections.batches.find(found => found._id === id)!;
const sectionsOf = (id: string) => collections.sections.filter(section => section.batchId === id);

test('永川’s first batch: 6 sections, 260 seats, opening in 75 s, as the sheet has them', () => {
  const coming = sectionsOf('yc-spring-1');
  expect(batch('yc-spring-1')).toMatchObject({ sectionCount: 6, capacity: 260, opensAt: NOW + 75_000 });
  expect(
    coming.map(({ course, name, capacity, waitlistLimit, lessons }) => [
      course,
      name,
      capacity,
      waitlistLimit,
      lessons.length,
    ]),
  ).toEqual([
    ['合唱', '一班', 80, 40, 12],
    ['茶艺', '一班', 30, 15, 10],
    ['茶艺', '二班', 30, 15, 10],
    ['古琴', '一班', 20, 10, 12],
    ['剪纸', '一班', 50, 25, 8],
    ['葫芦丝', '一班', 50, 25, 12],
  ]);
});

test.each([
  ['in the year before', NOW],
  ['when the sheet’s dates are near', Date.UTC(2027, 2, 8)],
  ['long after', Date.UTC(2029, 6, 1)],
])('its lessons are ahead, on their weekdays: %s', (_, now) => {
  const sample = buildSample(now, 75_000);
  const coming = sample.collections.sections.filter(section => section.batchId === 'yc-spring-1');
  for (const { lessons, closesAt, dropUntil } of coming) {
    expect(lessons[0]!.startsAt).toBeGreaterThanOrEqual(now + 14 * DAY);
    expect(closesAt).toBeLessThan(dropUntil);
  }
  expect(coming.map(section => new Date(section.lessons[0]!.startsAt).getUTCDay())).toEqual([2, 3, 4, 3, 6, 4]);
});

test('one batch runs, with seats left, people waiting, and lessons under way; one is over', () => {
  const running = batch('yc-running');
  expect(phaseOf(running, NOW)).toBe('open');
  expect(running.firstLessonAt).toBeLessThan(NOW);
  expect(running.lastLessonAt).toBeGreaterThan(NOW);
  expect(sectionsOf('yc-running').some(section => section.lineCount < section.capacity)).toBe(true);
  expect(sectionsOf('yc-running').some(section => section.lineCount > section.capacity)).toBe(true);
  expect(phaseOf(batch('yc-past'), NOW)).toBe('closed');
  expect(batch('yc-past').lastLessonAt).toBeLessThan(NOW);
});

test.each(Array.from({ length: 24 * 7 }, (_, hour) => hour))(
  'at hour %i of the week a tea lesson is about to begin',
  hour => {
    const now = Date.UTC(2026, 10, 23) + hour * 3_600_000;
    const { sections } = buildSample(now, 75_000).collections;
    const tea = sections.find(section => section._id === 'yc-running-0007')!;

    const today = tea.lessons.find(lesson => lesson.endsAt > now)!;

    expect(today.startsAt - now).toBeGreaterThan(-95 * 60_000);
    expect(today.startsAt - now).toBeLessThan(16 * 60_000);
  },
);

test('lessons that are over have their roll; those of last week are still open', () => {
  const over = sectionsOf('yc-running').flatMap(one => one.lessons.filter(lesson => lesson.endsAt < NOW));
  const rolls = collections.rolls.filter(roll => roll.batchId === 'yc-running');

  expect(rolls).toHaveLength(over.length);
  expect(rolls.some(roll => roll.closedAt === null) && rolls.some(roll => roll.closedAt !== null)).toBe(true);
  expect(rolls.every(roll => roll.markCount === roll.marks.length)).toBe(true);
  expect(rolls.some(roll => roll.noShows.length > 0)).toBe(true);
});

test('the sample passes the nightly check, and the check sees it', () => {
  const check = (sections = collections.sections) => findHealing(sections, collections.standings, NOW);
  expect(check()).toEqual({ unused: [], missing: [], alarms: [] });
  const broken = collections.sections.map(section => ({ ...section, line: section.line.slice(1) }));
  expect(check(broken).alarms.length).toBeGreaterThan(0);
});

test('a class says since when it has the code of a group, and no other class does', () => {
  const said = collections.sections.flatMap(({ _id, groupCodeAt }) =>
    groupCodeAt === undefined ? [] : [[_id, groupCodeAt]],
  );
  expect(said.sort()).toEqual(collections.groupCodes.map(one => [one._id, one.at]).sort());
  expect(said).toHaveLength(2);
});

test('clashes are those of the lessons, and everybody in a line is a member', () => {
  const clashes = clashIdsOf(collections.sections);
  const members = new Set(collections.members.map(member => member._id));
  for (const section of collections.sections) {
    expect(section.clashIds).toEqual(clashes.get(section._id));
    expect(section.line.every(entry => members.has(entry.memberId))).toBe(true);
  }
});

test('a class of the past has more than ten ratings with texts, and one can be rated by a person to be', () => {
  const [choir, , cooking] = collections.ratings;
  expect(choir!.sheets.length).toBeGreaterThanOrEqual(10);
  expect(choir!.sheets.filter(sheet => sheet.text).length).toBeGreaterThan(2);
  expect(cooking!.raterCount).toBeLessThan(5);
  expect(collections.ratings.flatMap(bookAlarms)).toEqual([]);

  const paper = collections.sections.find(section => section._id === 'yc-running-0008')!;
  const window = ratingWindow(paper)!;
  expect(window.from <= NOW && NOW < window.until).toBe(true);
  const rolls = collections.rolls.filter(roll => roll.sectionId === paper._id);
  const nurse = collections.members.find(member => member.name === '林晓芸')!._id;
  expect(mayRate(rolls, nurse)).toBe(true);
  expect(rolls.some(roll => roll.people!.includes(nurse))).toBe(true);
  expect(collections.ratings[3]).toMatchObject({ _id: paper._id, raters: expect.not.arrayContaining([nurse]) });
});

test('the same instant gives the same sample; ids are unique', () => {
  expect(buildSample(NOW, 75_000)).toEqual({ collections, people });
  for (const documents of Object.values(collections)) {
    expect(new Set(documents.map(document => document._id)).size).toBe(documents.length);
  }
});

test('people to be: workers first, an instructor with sections, an organisation, a staff member; OPENIDs as the platform’s', () => {
  expect(people.map(person => person.role)).toEqual([
    'worker',
    'worker',
    'worker',
    'worker',
    'worker',
    'instructor',
    'organisation',
    'staff',
  ]);
  for (const { openid } of people) expect(openid).toMatch(/^oHG[A-Za-z0-9]{25}$/);
  const instructor = collections.members.find(member => member.roles.includes('instructor'))!;
  expect(collections.sections.filter(section => isOwn(instructor, section)).length).toBeGreaterThan(1);
});

test('a crowd: everybody once, settled for the batch; another seed brings others', () => {
  const crowd = crowdMembers(2_000, 7, 'yc-spring-1', NOW);
  const others = crowdMembers(2_000, 8, 'yc-spring-1', NOW);
  const ids = new Set([...crowd.people, ...others.people].map(person => person.memberId));
  expect(ids.size).toBe(4_000);
  expect(crowd.standings[0]).toEqual({
    _id: crowd.people[0]!.memberId,
    holds: [],
    batches: { 'yc-spring-1': { settledAt: NOW, count: 0 } },
  });
});

test('two organisations have menus, and one ask waits for the instructor whose part a user can take', () => {
  const { menus, drafts, members } = collections;
  const by = (id: string) => members.find(member => member._id === id)!;

  expect(new Set(menus.map(item => item.organisation)).size).toBe(2);
  for (const item of menus) expect(isOwn(by(item.by), item)).toBe(true);
  const [draft] = drafts;
  const instructor = members.find(member => member.instructorName === '李文秀')!;
  const asked = draft!.sections.filter(section => askOf(section)?.answer === null);
  expect(asked.map(section => askFor(instructor, section)?.answer)).toEqual([null]);
});
