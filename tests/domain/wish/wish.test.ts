import { similarTo } from '../../../domain/wish/alike';
import { dueAt, isListed, isOverdue, stepsOf } from '../../../domain/wish/due';
import { mergedVoices, unmergedVoices, wishAlarms, withVoices } from '../../../domain/wish/merge';
import { slotWords } from '../../../domain/wish/said';
import { bestHours, hoursOf, rateOf, suggestionOf } from '../../../domain/wish/seats';
import { suggestionWords } from '../../../domain/wish/suggestion-words';
import { slotOf } from '../../../domain/wish/slot-of';
import type { Slot, Voice } from '../../../domain/wish/wish';
import { areSlots } from '../../../domain/wish/slots';
import { badFields, plainTitle } from '../../../domain/wish/words';

const DAY = 86_400_000;
const good = { title: '古琴', why: '', when: ['3e'] as Slot[] };
const voice = (memberId: string, when: Slot[] = ['3e']): Voice => ({ memberId, at: 1, when });
const voices = (from: number, to: number): Voice[] =>
  Array.from({ length: to - from }, (_, index) => voice(`m${from + index}`));
const people = (count: number, prefix = 'v') =>
  new Set(Array.from({ length: count }, (_, index) => `${prefix}${index}`));

describe('what a title must be', () => {
  test.each([
    ['two characters', '古琴', []],
    ['one character', '茶', ['title']],
    ['twenty characters', '学'.repeat(20), []],
    ['twenty-one characters', '学'.repeat(21), ['title']],
    ['ten of which each is two units long', '𠮷'.repeat(20), []],
    ['emoji only', '🎵🎵🎵', ['title']],
    ['digits only', '2027', ['title']],
    ['seven digits', '三国1234567', []],
    ['eight digits', '找我12345678', ['title']],
    ['a telephone number with blanks', '合唱 135 9421 8830', ['title']],
    ['a telephone number with dashes, full width', '合唱１３５－９４２１－８８３０', ['title']],
  ])('%s', (_, title, fields) => {
    expect(badFields({ ...good, title })).toEqual(fields);
  });

  test.each([
    ['a hundred characters of reason', { why: '因'.repeat(100) }, []],
    ['a hundred and one', { why: '因'.repeat(101) }, ['why']],
    ['no hours', { when: [] as Slot[] }, ['when']],
    ['three', { when: ['1m', '3e', '7a'] as Slot[] }, []],
    ['four', { when: ['1m', '3e', '7a', '7e'] as Slot[] }, ['when']],
    ['the same twice', { when: ['1m', '1m'] as Slot[] }, ['when']],
    ['all at once', { title: '', why: '因'.repeat(101), when: [] as Slot[] }, ['title', 'why', 'when']],
  ])('%s', (_, change, fields) => {
    expect(badFields({ ...good, ...change })).toEqual(fields);
  });

  test('hours are named as people say them', () => {
    expect((['1m', '3e', '7a'] as Slot[]).map(slotWords)).toEqual(['周一上午', '周三晚上', '周日下午']);
    expect(areSlots(['3e'])).toBe(true);
  });
});

describe('titles of one course', () => {
  test.each([
    ['古琴', '古琴'],
    ['古琴课', '古琴'],
    ['古琴 基础班', '古琴'],
    ['古琴入门培训班', '古琴'],
    ['古琴课程', '古琴'],
    ['ＡＩ 入门', 'ai'],
    ['培训班', '培训'],
    ['课', '课'],
    ['茶艺（基础）', '茶艺(基础)'],
  ])('%s is %s', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });

  test('similar ones are of the same category or share a pair of characters, most voices first, five at most', () => {
    const of = (title: string, category: 'guqin' | 'choir' | 'other', voiceCount: number) => ({
      title,
      category,
      voiceCount,
    });
    const wishes = [
      of('古琴', 'guqin', 3),
      of('二胡', 'guqin', 9),
      of('合唱', 'choir', 50),
      of('手机摄影', 'other', 4),
      of('手机剪辑', 'other', 5),
      of('收纳', 'other', 6),
    ];
    expect(similarTo('古筝', wishes).map(one => one.title)).toEqual(['二胡', '古琴']);
    expect(similarTo('用好手机', wishes).map(one => one.title)).toEqual(['手机剪辑', '手机摄影']);
    expect(similarTo('收', wishes)).toEqual([]);
    expect(
      similarTo(
        '古琴',
        Array.from({ length: 7 }, (_, n) => of('古琴', 'guqin', n)),
      ),
    ).toHaveLength(5);
  });
});

describe('merging', () => {
  const a = { _id: 'a', voices: voices(0, 40) };
  const b = { _id: 'b', voices: voices(28, 58) };
  const into = { _id: 'a', voices: mergedVoices(a, b) };

  test('40 and 30 with 12 in common are 58, each once, those who were there first', () => {
    expect(into.voices).toHaveLength(58);
    expect(new Set(into.voices.map(one => one.memberId)).size).toBe(58);
    expect(into.voices.slice(0, 40)).toEqual(a.voices);
    expect(into.voices.filter(one => one.from === 'b')).toHaveLength(18);
  });

  test('unmerged they are 40 and 30 again', () => {
    const apart = unmergedVoices(into, b);
    expect(apart.into).toEqual(a.voices);
    expect(apart.from).toEqual(b.voices);
  });

  test('unmerged they lack those who have withdrawn meanwhile, also of those in common', () => {
    const left = { ...into, voices: into.voices.filter(one => !['m0', 'm30', 'm57'].includes(one.memberId)) };
    const apart = unmergedVoices(left, b);
    expect([apart.into.length, apart.from.length]).toEqual([38, 28]);
  });

  test('somebody who joined meanwhile stays where they joined', () => {
    const apart = unmergedVoices({ ...into, voices: [...into.voices, voice('new')] }, b);
    expect(apart.into.map(one => one.memberId)).toContain('new');
    expect(apart.from.map(one => one.memberId)).not.toContain('new');
  });

  test('the nightly check finds a wrong count and a person twice', () => {
    const wish = { title: '古琴', ...withVoices(voices(0, 3)) };
    expect(wishAlarms(wish)).toEqual([]);
    expect(wishAlarms({ ...wish, voiceCount: 4 })).toHaveLength(1);
    expect(wishAlarms({ ...wish, voices: [...voices(0, 2), voice('m0')] })).toEqual(['愿望“古琴”：有 1 人次重复']);
  });
});

describe('seats', () => {
  const nothing = { told: 0, came: 0 };

  test.each([
    ['nobody was told', nothing, 0.6],
    ['19 were told', { told: 19, came: 19 }, 0.6],
    ['20 were told and all came', { told: 20, came: 20 }, 1],
    ['few came', { told: 100, came: 1 }, 0.3],
    ['more came than were told', { told: 20, came: 40 }, 1],
    ['half came', { told: 40, came: 20 }, 0.5],
  ])('of those who say that they would come: %s', (_, experience, rate) => {
    expect(rateOf(experience)).toBe(rate);
  });

  test.each([
    [1, 1, 10],
    [16, 1, 10],
    [17, 1, 15],
    [66, 1, 40],
    [67, 2, 25],
    [117, 2, 40],
    [201, 3, 40],
    [5_000, 3, 40],
  ])('%i people: %i classes of %i', (count, classes, capacity) => {
    expect(suggestionOf(people(count), new Set(), [], nothing)).toMatchObject({ people: count, classes, capacity });
  });

  test('nobody who wished and was turned away counts twice', () => {
    const suggestion = suggestionOf(people(42), new Set([...people(13), ...people(75, 'w')]), ['3e', '6m'], nothing);
    expect(suggestion).toMatchObject({ voices: 42, turnedAway: 88, people: 117 });
    expect(suggestionWords(suggestion)).toBe(
      '愿望 42 人，上期没报上 88 人，去掉重复 117 人 → 建议 2 个班，每班 40 人，周三晚上、周六上午',
    );
    expect(suggestionWords(suggestionOf(people(3), new Set(), [], nothing))).toBe(
      '愿望 3 人 → 建议 1 个班，每班 10 人',
    );
  });

  test('hours are those of most voices', () => {
    const said = [voice('a', ['3e', '6m']), voice('b', ['3e']), voice('c', ['6m']), voice('d', ['1m', '3e'])];
    expect(hoursOf(said)).toEqual([
      { slot: '3e', people: 3 },
      { slot: '6m', people: 2 },
      { slot: '1m', people: 1 },
    ]);
    expect(bestHours(said)).toEqual(['3e', '6m']);
    expect(bestHours([])).toEqual([]);
  });

  test.each([
    ['2027-03-03T11:59+08:00', '3m'],
    ['2027-03-03T12:00+08:00', '3a'],
    ['2027-03-03T17:29+08:00', '3a'],
    ['2027-03-03T17:30+08:00', '3e'],
    ['2027-03-07T19:00+08:00', '7e'],
  ])('a class that begins %s is at %s', (at, slot) => {
    const startsAt = Date.parse(at);
    expect(slotOf({ lessons: [{ startsAt, endsAt: startsAt + 1 }] })).toBe(slot);
  });

  test('a class without lessons has no hour', () => expect(slotOf({ lessons: [] })).toBeUndefined());
});

describe('time', () => {
  const wish = { at: 100, state: 'open' as const, voicedAt: 100 };
  const answer = { at: 200, kind: 'no' as const, text: '', byName: '' };

  test('an answer is due after 15 days, to the millisecond, and only of an open wish', () => {
    expect(dueAt(wish)).toBe(100 + 15 * DAY);
    expect(isOverdue(wish, dueAt(wish) - 1)).toBe(false);
    expect(isOverdue(wish, dueAt(wish))).toBe(true);
    expect(isOverdue({ ...wish, answer }, dueAt(wish))).toBe(false);
    expect(isOverdue({ ...wish, state: 'held' }, dueAt(wish))).toBe(false);
  });

  test('a wish that nobody joined and nobody answered for a year is no longer listed', () => {
    expect(isListed(wish, 100 + 365 * DAY - 1)).toBe(true);
    expect(isListed(wish, 100 + 365 * DAY)).toBe(false);
    expect(isListed({ ...wish, voicedAt: 101 }, 100 + 365 * DAY)).toBe(true);
    expect(isListed({ ...wish, answer }, 100 + 365 * DAY)).toBe(true);
    for (const state of ['held', 'hidden', 'merged'] as const) expect(isListed({ ...wish, state }, 100)).toBe(false);
  });

  test('its steps have the instants at which they were taken', () => {
    const taken = { draftId: 'd', key: '0001', at: 300, toldAt: null };
    expect(stepsOf({ at: 100, taken: [] })).toEqual({
      proposedAt: 100,
      answeredAt: null,
      takenAt: null,
      openedAt: null,
    });
    expect(stepsOf({ at: 100, answer, taken: [taken, { ...taken, toldAt: 400 }] })).toEqual({
      proposedAt: 100,
      answeredAt: 200,
      takenAt: 300,
      openedAt: 400,
    });
  });
});
