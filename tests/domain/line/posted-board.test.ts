import { REOPEN_MS } from '../../../domain/line/full-memory';
import {
  isPosting,
  POST_EVERY_MS,
  postBoard,
  POSTED_TRUST_MS,
  POSTED_FIELDS,
  postedFull,
  TAG_LENGTH,
  type PostedReader,
} from '../../../domain/line/posted-board';
import { section } from './sections';

const OPENS = 1_000_000;
const READ = OPENS + 4_000;
const entry = (memberId: string, at: number) => ({ memberId, at });
const line = [entry('m-aaaaaaaa', OPENS + 10), entry('m-bbbbbbbb', OPENS + 20)];
const full = section({ _id: 'tea', opensAt: OPENS, capacity: 1, waitlistLimit: 1, line, lineCount: 2 });
const open = section({ _id: 'zither', opensAt: OPENS, capacity: 5, waitlistLimit: 0, line, lineCount: 2 });
/** As long as phone and board make the same of a member, the rules are the same. */
const tagOf = (memberId: string) => `tag of ${memberId.slice(2).split('').reverse().join('')}`;
const board = postBoard('b', [full, open], READ, tagOf);
const reader: PostedReader = { tag: tagOf('m-cccccccc'), now: READ + 500, errorMs: 50, calledAt: undefined };

test('who is not in a line that is posted as full gets the receipt, with the facts of the line', () => {
  expect(postedFull(board, 'tea', reader)).toEqual({
    sectionId: 'tea',
    opensAt: OPENS,
    lastSeatAt: OPENS + 10,
    lastWaitAt: OPENS + 20,
    arrivedAt: reader.now,
    byBoard: true,
  });
});

test.each<[string, string, Partial<PostedReader>]>([
  ['a line that has places', 'zither', {}],
  ['a section that nobody knows', 'none', {}],
  ['who stands in the line', 'tea', { tag: tagOf('m-bbbbbbbb') }],
  ['an old board', 'tea', { now: READ + POSTED_TRUST_MS }],
  ['a board that may be old, as badly as this phone knows the time', 'tea', { now: READ + 500, errorMs: 2_000 }],
  ['a board from the future: the phone is wrong about the time', 'tea', { now: READ - 200 }],
  ['a board that was read before the last call ended', 'tea', { calledAt: READ + 1 }],
  ['a board that may have been read before the last call ended', 'tea', { calledAt: READ - 20 }],
])('nothing is said to %s', (_, sectionId, change) => {
  expect(postedFull(board, sectionId, { ...reader, ...change })).toBeUndefined();
});

test('a board that was read after the last call had ended is believed', () => {
  const told = postedFull(board, 'tea', reader);

  expect(told).toMatchObject({ byBoard: true });
  expect(postedFull(board, 'tea', { ...reader, calledAt: READ - 50 })).toEqual(told);
  expect(postedFull(board, 'tea', { ...reader, calledAt: READ - 49 })).toBeUndefined();
});

test('a board may seem to come from the future by as much as the phone may be wrong', () => {
  expect(postedFull(board, 'tea', { ...reader, now: READ - 50 })).toBeDefined();
  expect(postedFull(board, 'tea', { ...reader, now: READ - 51 })).toBeUndefined();
});

test('a phone that misses four boards in a row still has one to believe', () => {
  expect(5 * POST_EVERY_MS).toBeLessThanOrEqual(POSTED_TRUST_MS);
});

test('a class that was called off is not posted as full', () => {
  const off = section({ ...full, capacity: 0, waitlistLimit: 0, line: [], lineCount: 0, cancelledAt: READ });

  expect(postBoard('b', [off], READ, tagOf).full).toEqual({});
});

test('no place can open to a newcomer while a board of the full line is believed', () => {
  expect(POSTED_TRUST_MS).toBeLessThanOrEqual(REOPEN_MS / 2);
});

test('a line that is full before the stroke (capacity 0) is not posted as full before the stroke', () => {
  const none = section({ _id: 'none', opensAt: OPENS, capacity: 0, waitlistLimit: 0, line: [], lineCount: 0 });

  expect(postBoard('b', [none], OPENS - 1, tagOf).full).toEqual({});
  expect(Object.keys(postBoard('b', [none], OPENS, tagOf).full)).toEqual(['none']);
});

test('its tags tell nothing of the order of the line', () => {
  const people = ['m-dddddddd', 'm-aaaaaaaa', 'm-cccccccc', 'm-bbbbbbbb'];
  const tagsOf = (ids: string[]) => {
    const of = section({ ...full, line: ids.map(entry), capacity: 2, waitlistLimit: 2, lineCount: 4 });
    return postBoard('b', [of], READ, tagOf).full['tea']!.tags;
  };
  expect(tagsOf(people)).toEqual(tagsOf([...people].reverse()));
  expect(new Set(tagsOf(people))).toEqual(new Set(people.map(tagOf)));
});

test('it names nobody', () => {
  expect(JSON.stringify(board)).not.toContain('m-aaaaaaaa');
});

test.each([
  [-60_001, false],
  [-60_000, true],
  [0, true],
  [179_999, true],
  [180_000, false],
])('%i ms from the stroke: posted = %s', (after, posted) => {
  expect(isPosting({ opensAt: OPENS, closesAt: OPENS + 3_600_000 }, OPENS + after)).toBe(posted);
});

test('it comes down when the batch closes', () => {
  expect(isPosting({ opensAt: OPENS, closesAt: OPENS + 1_000 }, OPENS + 1_000)).toBe(false);
});

test('of a section it takes the fields that are read for it, and no others', () => {
  const read = Object.fromEntries(POSTED_FIELDS.map(field => [field, full[field]])) as unknown as typeof full;

  expect(postBoard('b', [read], READ, tagOf)).toEqual(postBoard('b', [full], READ, tagOf));
});

test('the board of 304 classes of 30 seats, all full, has at most 125 KB', () => {
  const people = Array.from({ length: 30 }, (_, i) => entry(`m${i}`, OPENS + i));
  const classes = Array.from({ length: 304 }, (_, i) =>
    section({
      opensAt: OPENS,
      _id: `b8f3k2w-${String(i).padStart(4, '0')}`,
      capacity: 30,
      waitlistLimit: 0,
      line: people,
      lineCount: 30,
    }),
  );
  const board = postBoard('b8f3k2w', classes, READ, () => 'f'.repeat(TAG_LENGTH));

  expect(Object.keys(board.full)).toHaveLength(304);
  expect(JSON.stringify(board).length).toBeLessThanOrEqual(125_000);
});
