import type { Section } from '../../../domain/model';
import { decide, effectOf, full, HOUR, now } from './change-views';

const lesson = (hours: number) => ({ startsAt: now + hours * HOUR, endsAt: now + (hours + 1) * HOUR });
const lessons = [lesson(-48), { ...lesson(30), topic: '绿茶' }, { ...lesson(60), cancelled: true as const }];
const tea = (change: Partial<Section> = {}) => ({ section: full({ lessons, ...change }) });

describe('what people bring', () => {
  test('those who have a seat are told in their inbox, and no phone rings', () => {
    const effect = effectOf({ kind: 'bring', bring: '茶具' }, tea());
    expect(effect).toMatchObject({
      summary: '自带由不用带东西改为茶具',
      before: '',
      after: '茶具',
      section: { bring: '茶具' },
      warnings: [],
    });
    expect(effect.tell).toEqual([
      expect.objectContaining({
        kind: 'BRING_CHANGED',
        text: '上课请自带：茶具',
        push: null,
        lessonAt: lesson(30).startsAt,
        to: [{ memberId: 'a' }, { memberId: 'b' }],
      }),
    ]);
  });

  test('nothing any more is told, too', () => {
    const effect = effectOf({ kind: 'bring', bring: '' }, tea({ bring: '茶具' }));
    expect(effect).toMatchObject({ section: { bring: '' }, tell: [{ text: '不用带东西' }] });
  });

  test('the same changes nothing', () => {
    expect(decide({ kind: 'bring', bring: '' }, tea())).toEqual({ refused: 'NOTHING_CHANGES' });
    expect(decide({ kind: 'bring', bring: '茶具' }, tea({ bring: '茶具' }))).toEqual({ refused: 'NOTHING_CHANGES' });
  });

  test('shortly before a lesson staff are told to telephone; after the last one nobody is told', () => {
    const soon = [lesson(23)];
    expect(effectOf({ kind: 'bring', bring: '茶具' }, tea({ lessons: soon })).warnings).toHaveLength(1);
    const over = effectOf({ kind: 'bring', bring: '茶具' }, tea({ lessons: [lesson(-48)] }));
    expect(over).toMatchObject({ tell: [], warnings: [] });
  });
});

describe('the topic of a lesson', () => {
  const topic = (lessonIndex: number, words: string) => ({ kind: 'topic' as const, lessonIndex, topic: words });

  test.each([
    ['one that is over', 0, '第 1 次课的主题改为红茶'],
    ['one to come', 1, '第 2 次课的主题由绿茶改为红茶'],
    ['one that was called off', 2, '第 3 次课的主题改为红茶'],
  ])('%s: it alone changes, and nobody is told', (_, index, summary) => {
    const effect = effectOf(topic(index, '红茶'), tea());
    expect(effect).toMatchObject({ summary, after: '红茶', tell: [], affected: [], warnings: [] });
    expect(effect.section).toEqual({
      lessons: lessons.map((one, at) => (at === index ? { ...one, topic: '红茶' } : one)),
    });
  });

  test('none any more', () => {
    const effect = effectOf(topic(1, ''), tea());
    expect(effect.summary).toBe('第 2 次课的主题由绿茶改为没有');
    expect(effect.section!.lessons![1]).toEqual(lesson(30));
  });

  test('the same, or no such lesson', () => {
    expect(decide(topic(1, '绿茶'), tea())).toEqual({ refused: 'NOTHING_CHANGES' });
    expect(decide(topic(0, ''), tea())).toEqual({ refused: 'NOTHING_CHANGES' });
    expect(decide(topic(3, '红茶'), tea())).toEqual({ refused: 'LESSON_NOT_FOUND' });
  });

  test('it goes with the lesson when that is moved, called off, or another one is added', () => {
    const moved = effectOf({ kind: 'moveLesson', lessonIndex: 1, ...lesson(90) }, tea());
    expect(moved.section!.lessons![1]).toMatchObject({ ...lesson(90), topic: '绿茶' });
    const off = effectOf({ kind: 'cancelLesson', lessonIndex: 1 }, tea());
    expect(off.section!.lessons![1]).toMatchObject({ cancelled: true, topic: '绿茶' });
    const added = effectOf({ kind: 'addLesson', ...lesson(20) }, tea());
    expect(added.section!.lessons!.map(one => one.topic)).toEqual([undefined, '绿茶', undefined, undefined]);
  });
});

describe('the room', () => {
  const place = (words: string, roomCapacity?: number) => ({ kind: 'place' as const, place: words, roomCapacity });
  const small = tea({ place: '205', capacity: 2, roomCapacity: 5 });

  test('another one holds what staff say, and else nobody knows', () => {
    expect(effectOf(place('206', 8), small)).toMatchObject({
      summary: '上课地点由205改为206，场地容量 8 人',
      section: { place: '206', roomCapacity: 8 },
      tell: [{ kind: 'PLACE_CHANGED', text: '上课地点由205改为206' }],
    });
    expect(effectOf(place('206'), small)).toMatchObject({
      summary: '上课地点由205改为206',
      section: { place: '206', roomCapacity: 0 },
    });
  });

  test('of the same one only the number may change, and nobody is told', () => {
    expect(effectOf(place('205', 0), small)).toMatchObject({
      summary: '场地容量由5 人改为未知',
      section: { roomCapacity: 0 },
      tell: [],
    });
    expect(decide(place('205', 5), small)).toEqual({ refused: 'NOTHING_CHANGES' });
    expect(decide(place('205'), small)).toEqual({ refused: 'NOTHING_CHANGES' });
  });

  test.each([
    [10, []],
    [11, [expect.stringContaining('比场地容量 10 多')]],
    [12, [expect.stringContaining('比场地容量 10 多')]],
  ])('%d seats may move to a room for 10', (capacity, warnings) => {
    expect(effectOf(place('206', 10), tea({ capacity })).warnings).toEqual(warnings);
  });

  test('more than a fifth too many may not', () => {
    expect(decide(place('206', 10), tea({ capacity: 13 }))).toMatchObject({ refused: 'ROOM_TOO_SMALL' });
  });
});
