import { bookAlarms, CHIPS, type Chip, type RatingBook, type Sheet, type Stars } from '../../../domain/rating/rating';
import { mayRate, peopleWhoCame } from '../../../domain/rating/may-rate';
import { nextStep, nextStepWords } from '../../../domain/rating/next-step';
import { meanText, percentText, ratedText } from '../../../domain/rating/said';
import { shownOf, sumOfShown, textsOf, yearShown, type Shown } from '../../../domain/rating/shown';
import { RATING_MS, ratingWindow, refuseOutside, windowOf, windowToRead } from '../../../domain/rating/window';
import { mark } from '../roll/rolls';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const lesson = (day: number, more: object = {}) => ({ startsAt: day * DAY, endsAt: day * DAY + HOUR, ...more });
const cancelled = { cancelled: true as const };

describe('when a class can be rated', () => {
  const end = 20 * DAY + HOUR;
  const section = { lessons: [lesson(10), lesson(20)] };

  test('from the end of its last lesson, for fourteen days', () => {
    expect(ratingWindow(section)).toEqual({ from: end, until: end + 14 * DAY });
    expect(RATING_MS).toBe(14 * DAY);
  });

  test.each([
    ['a millisecond before the end of the last lesson', end - 1, 'RATING_NOT_YET'],
    ['at its end', end, undefined],
    ['a millisecond before the window closes', end + RATING_MS - 1, undefined],
    ['as it closes', end + RATING_MS, 'RATING_OVER'],
  ])('%s', (_, now, code) => {
    expect(refuseOutside(ratingWindow(section), now)?.refused).toBe(code);
  });

  test('a lesson that was moved moves it, wherever that stands in the list', () => {
    const moved = { lessons: [lesson(25, { movedAt: 5 * DAY }), lesson(20)], movedAt: 5 * DAY };
    expect(ratingWindow(moved)?.from).toBe(25 * DAY + HOUR);
  });

  test('from the moment at which the last lesson was called off, if the one before is long over', () => {
    const without = { lessons: [lesson(10), lesson(40, cancelled)], movedAt: 39 * DAY };
    expect(ratingWindow(without)).toEqual({ from: 39 * DAY, until: 53 * DAY });
  });

  test('from the moment at which a class was called off after a lesson', () => {
    expect(ratingWindow({ ...section, cancelledAt: 15 * DAY })?.from).toBe(15 * DAY);
    const during = 10 * DAY + HOUR / 2;
    expect(ratingWindow({ ...section, cancelledAt: during })?.from).toBe(10 * DAY + HOUR);
  });

  test('a class that is called off when all its lessons are over is not rated again', () => {
    expect(ratingWindow({ ...section, cancelledAt: 60 * DAY })?.from).toBe(end);
  });

  test('never, if no lesson was held', () => {
    expect(ratingWindow({ ...section, cancelledAt: 9 * DAY })).toBeNull();
    expect(ratingWindow({ lessons: [lesson(10, cancelled)] })).toBeNull();
    expect(refuseOutside(null, 99 * DAY)).toEqual({ refused: 'RATING_NOT_YET', details: { from: null } });
  });

  test('a book that has opened does not close earlier than it said, and one that has closed does not open again', () => {
    const later = end + RATING_MS + 5 * DAY;
    expect(windowOf(section, { closesAt: later, came: null })?.until).toBe(later);
    expect(windowOf({ lessons: [lesson(60)] }, { closesAt: later, came: 9 })?.until).toBe(later);
    expect(windowOf({ lessons: [lesson(60)] }, { closesAt: later, came: null })?.until).toBe(
      60 * DAY + HOUR + RATING_MS,
    );
  });

  test('who reads results is told the window in which they came in; of a book that is not shown nobody learns', () => {
    const added = { lessons: [lesson(10), lesson(60)] };
    const closesAt = 10 * DAY + HOUR + RATING_MS;
    const seen = (people: number, came: number | null) =>
      windowToRead(added, { closesAt, came, sheets: of(people).sheets });
    expect(seen(5, 9)).toEqual({ from: 10 * DAY + HOUR, until: closesAt });
    for (const window of [seen(4, 9), seen(5, null), windowToRead(added, null)])
      expect(window).toEqual(ratingWindow(added));
  });
});

describe('who may rate', () => {
  const roll = (marks: Parameters<typeof mark>[1][], leaves: string[] = []) => ({
    marks: marks.map((state, at) => mark('a', state, at, { seen: at })),
    leaves: leaves.map(memberId => ({ memberId, at: 0, reason: '' })),
  });

  test.each([
    ['who was there', [roll(['present'])], true],
    ['who came late, once of three times', [roll(['absent']), roll([], ['a']), roll(['late'])], true],
    ['who was only on leave', [roll([], ['a']), roll(['leave'])], false],
    ['who was absent', [roll(['absent'])], false],
    ['whose mark was taken back', [roll(['present', null])], false],
    ['who stands on no roll', [roll([])], false],
  ])('somebody %s', (_, rolls, may) => {
    expect(mayRate(rolls, 'a')).toBe(may);
  });

  test('a disputed mark counts as it holds', () => {
    const marks = [mark('a', 'present', 1, { source: 'self', device: 'self' }), mark('a', 'absent', 2)];
    expect(mayRate([{ marks, leaves: [] }], 'a')).toBe(true);
  });

  test('those who came are counted once each, in however many lessons', () => {
    const marks = [mark('a', 'present'), mark('b', 'late'), mark('c', 'absent')];
    expect(
      peopleWhoCame([
        { marks, leaves: [] },
        { marks: [mark('a', 'late')], leaves: [] },
      ]),
    ).toEqual(['a', 'b']);
  });
});

const sheet = (stars: Stars, more: Partial<Sheet> = {}): Sheet => ({ key: '0', stars, chips: [], ...more });
const book = (stars: readonly Stars[], came: number | null = 30): Pick<RatingBook, 'sheets' | 'came'> => ({
  sheets: stars.map(one => sheet(one)),
  came,
});
const of = (count: number, stars: Stars = 5) => book(Array.from({ length: count }, () => stars));

describe('what is shown of one class', () => {
  test('nothing before it is closed, however many have rated', () => {
    const open = { ...of(30), came: null };
    expect(shownOf(open)).toBeNull();
    expect(textsOf({ ...open, sheets: [...open.sheets, sheet(5, { text: '好' })] }, 'staff')).toEqual([]);
  });

  test('nothing of four, and of five the mean, the satisfied and the chips', () => {
    expect(shownOf(of(4))).toBeNull();
    const five = book([5, 5, 4, 3, 1]);
    five.sheets = five.sheets.map((one, index) => ({ ...one, chips: index < 2 ? ['clear', 'again'] : ['clear'] }));
    expect(shownOf(five)).toEqual({
      people: 5,
      came: 30,
      mean: 3.6,
      satisfied: 0.6,
      chips: { clear: 1, pace: 0, place: 0, hours: 0, again: 0.4, harder: 0 },
      histogram: null,
    });
  });

  test('how many gave which star from ten on', () => {
    expect(shownOf(of(9))?.histogram).toBeNull();
    expect(shownOf(book([1, 2, 2, 3, 3, 3, 4, 4, 5, 5]))?.histogram).toEqual([1, 2, 3, 2, 2]);
  });

  test('texts in the order of their keys, for the instructor without the hidden ones', () => {
    const said = {
      came: 9,
      sheets: [
        sheet(5, { key: 'a', text: '好' }),
        sheet(1, { key: 'b', text: '某某差劲', hidden: true }),
        ...of(3).sheets,
        sheet(4, { key: 'c', text: '想学更难的' }),
      ],
    };
    expect(textsOf(said, 'staff').map(one => one.text)).toEqual(['好', '某某差劲', '想学更难的']);
    expect(textsOf(said, 'instructor').map(one => one.text)).toEqual(['好', '想学更难的']);
    expect(textsOf({ ...said, sheets: said.sheets.slice(0, 4) }, 'staff')).toEqual([]);
  });
});

describe('sums over classes', () => {
  test('an organisation with books of 5 and 2 shows 5', () => {
    expect(sumOfShown([of(5), of(2, 1)])).toMatchObject({ people: 5, came: 30, mean: 5 });
    expect(sumOfShown([of(3), of(4)])).toBeNull();
    expect(sumOfShown([])).toBeNull();
  });

  test('how many gave which star is added up only if it may be shown of each class, so that no subtraction brings it out', () => {
    expect(sumOfShown([of(12), of(6)])).toMatchObject({ people: 18, histogram: null });
    expect(sumOfShown([of(12), of(10, 1)])?.histogram).toEqual([10, 0, 0, 0, 12]);
  });

  test('a year with books of 5, 2 and 3 shows 10, and the organisation of the 3 shows nothing', () => {
    const year = yearShown([of(5), of(2, 1), of(3, 3)], true);
    expect(year).toMatchObject({ restPeople: 5, total: { people: 10, came: 90 } });
    expect(year.total?.histogram).toBeNull();
    expect(sumOfShown([of(3, 3)])).toBeNull();
  });

  test.each([
    ['a rest of one book', [of(5), of(4)], true, { people: 5, restPeople: 0 }],
    ['a rest of two books with four sheets', [of(5), of(2), of(2)], true, { people: 5, restPeople: 0 }],
    ['a rest of two books, one of them empty', [of(5), of(4), of(0)], true, { people: 5, restPeople: 0 }],
    ['a year that is not over', [of(5), of(2), of(3)], false, { people: 5, restPeople: 0 }],
    [
      'a year with a book that is still open',
      [of(5), of(2), of(3), book([], null)],
      true,
      { people: 5, restPeople: 0 },
    ],
    ['only small books, five together', [of(2), of(3)], true, { people: 5, restPeople: 5 }],
  ])('%s', (_, books, isOver, expected) => {
    const { total, restPeople } = yearShown(books, isOver);
    expect({ people: total?.people, restPeople }).toEqual(expected);
  });

  test('a year in which nobody rated says nothing', () => {
    expect(yearShown([], true)).toEqual({ total: null, restPeople: 0 });
  });
});

describe('the next step', () => {
  const rated = (satisfied: number, harder = 0): Shown => ({
    people: 28,
    came: 30,
    mean: 4,
    satisfied,
    chips: { ...(Object.fromEntries(CHIPS.map(chip => [chip, 0])) as Record<Chip, number>), harder },
    histogram: null,
  });
  const numbers = { seats: 30, turnedAway: 0, attendance: 0.9, rated: null };

  test.each([
    ['another class: half the seats turned away, 85 % satisfied', { turnedAway: 15, rated: rated(0.85) }, 'more'],
    ['not with one less turned away', { turnedAway: 14, rated: rated(0.85) }, 'again'],
    ['nor with fewer satisfied', { turnedAway: 15, rated: rated(0.849) }, 'again'],
    ['nor where nobody knows whether they were', { turnedAway: 15 }, 'again'],
    ['other hours: attendance below 60 %', { attendance: 0.599 }, 'hours'],
    ['not at 60 %', { attendance: 0.6 }, 'again'],
    ['a talk: satisfied below 60 %', { rated: rated(0.599) }, 'talk'],
    ['not at 60 %, either', { rated: rated(0.6) }, 'again'],
    ['a harder class: 40 % ask for it', { rated: rated(0.9, 0.4) }, 'harder'],
    ['not with less', { rated: rated(0.9, 0.399) }, 'again'],
    ['no roll and no rating', { attendance: null }, 'again'],
    ['a class without seats', { seats: 0, rated: rated(1) }, 'again'],
  ])('%s', (_, some, step) => {
    expect(nextStep({ ...numbers, ...some })).toBe(step);
  });

  test('is said with the numbers it rests on', () => {
    expect(nextStepWords({ ...numbers, turnedAway: 18, rated: rated(0.96) })).toBe(
      '加开一个班：名额 30，没报上 18 人，到课 90%，满意 96%（28 人评）',
    );
    expect(nextStepWords({ ...numbers, rated: rated(0.9, 0.5) })).toBe(
      '开一个提升班：名额 30，到课 90%，满意 90%（28 人评），50% 想学更难的',
    );
    expect(nextStepWords({ ...numbers, attendance: null })).toBe('照办：名额 30');
  });
});

test('numbers as people read them', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percentText)).toEqual(['0%', '1%', '50%', '99%', '100%']);
  expect(meanText(4.55)).toBe('4.5');
  expect(ratedText({ people: 28, came: 30 })).toBe('评价 28 人 / 来过 30 人');
});

describe('what the nightly check says of a book', () => {
  const sound = { _id: 's', batchId: 'b', course: '古琴', organisation: '', instructor: '', closesAt: 0, came: null };
  const two = { raters: ['a', 'b'], raterCount: 2, sheets: [sheet(5), sheet(1)] };

  test.each([
    ['as many raters as sheets', two, []],
    ['raters that were emptied', { ...two, raters: [], emptiedAt: 1 }, []],
    ['a sheet too many', { ...two, sheets: [...two.sheets, sheet(3)] }, ['“古琴”的评价：计数是 2，却有 2 人、3 份']],
    ['somebody twice', { ...two, raters: ['a', 'a'] }, ['“古琴”的评价：有 1 人次重复']],
  ])('%s', (_, some, alarms) => {
    expect(bookAlarms({ ...sound, ...some })).toEqual(alarms);
  });
});
