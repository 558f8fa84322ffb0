import { DAY } from '../../../domain/base/clock';
import {
  isGroupOver,
  isStale,
  maySeeGroup,
  MOST_PICTURE_BYTES,
  pictureTypeOf,
  refuseGroupCode,
  staleFrom,
} from '../../../domain/lesson/group-code';
import { lessonsEndAt } from '../../../domain/lesson/held-lessons';
import type { LineEntry } from '../../../domain/model';
import { section, T } from '../line/sections';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
const png = (length = 30) => base64(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(length - 8).fill(1));
const jpeg = base64(0xff, 0xd8, 0xff, 0xe0, 1, 1);

test.each<[string, string, unknown]>([
  ['a PNG', png(), 'image/png'],
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a GIF', Buffer.from('GIF89a--').toString('base64'), { refused: 'NO_PICTURE' }],
  ['a text', Buffer.from('扫我进群').toString('base64'), { refused: 'NO_PICTURE' }],
  ['no base64', 'iVBORw0KGgo<svg>', { refused: 'NO_PICTURE' }],
  ['base64 that is cut off', `${png()}A`, { refused: 'NO_PICTURE' }],
  ['an address', 'https://example.com/a.png', { refused: 'NO_PICTURE' }],
  ['the largest', png(MOST_PICTURE_BYTES), 'image/png'],
  ['one that is three bytes larger', png(MOST_PICTURE_BYTES + 3), { refused: 'PICTURE_TOO_LARGE' }],
])('a picture: %s', (_, picture, type) => {
  expect(pictureTypeOf(picture)).toEqual(type);
});

test('a code is stale from the seventh day on', () => {
  expect(isStale({ at: T }, T + 7 * DAY - 1)).toBe(false);
  expect(isStale({ at: T }, T + 7 * DAY)).toBe(true);
  expect(staleFrom(T + 7 * DAY)).toBe(T);
});

test('those with a seat see it, also who answers for one; nobody who waits', () => {
  const held: LineEntry = { memberId: 'b', holderId: 'parent', attendeeId: 'child', at: 2 };
  const line = { line: [{ memberId: 'a', at: 1 }, held, { memberId: 'c', at: 3 }], capacity: 2 };
  expect(['a', 'parent', 'child', 'c', 'stranger'].filter(one => maySeeGroup(line, one))).toEqual([
    'a',
    'parent',
    'child',
  ]);
});

test('until the last lesson is over, and not in a class that was called off', () => {
  const one = section();
  const end = lessonsEndAt(one.lessons);
  expect([isGroupOver(one, end - 1), isGroupOver(one, end)]).toEqual([false, true]);
  expect(refuseGroupCode(one, end - 1)).toBeUndefined();
  expect(refuseGroupCode(one, end)).toEqual({ refused: 'CLASS_OVER' });
  expect(isGroupOver(section({ cancelledAt: T }), T)).toBe(true);
  expect(refuseGroupCode(section({ cancelledAt: T }), T)).toEqual({ refused: 'SECTION_CANCELLED' });
});
