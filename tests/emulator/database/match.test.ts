import fc from 'fast-check';
import { Query as Mingo } from 'mingo';
import { compileCriteria } from '../../../emulator/database/match';

const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.constant(null), fc.boolean());
const item = fc.oneof(scalar, fc.record({ x: scalar, y: scalar }, { requiredKeys: [], noNullPrototype: true }));
const value = fc.oneof(item, fc.array(item, { maxLength: 3 }));
const document = fc.record(
  { a: value, b: value, c: fc.array(fc.record({ x: scalar, y: scalar }), { maxLength: 3 }) },
  { requiredKeys: [], noNullPrototype: true },
);

// `$all`, order between types, null in `$gt` and null through arrays are where mingo leaves MongoDB: the table below.
const number = fc.integer({ min: 0, max: 3 });
const wanted = fc.oneof(number, fc.constantFrom('a', 'b'), fc.boolean());
const condition = fc.oneof(
  wanted,
  fc.record({ $eq: wanted }),
  fc.record({ $ne: wanted }),
  fc.record({ $gt: number }),
  fc.record({ $lte: number, $gt: number }),
  fc.record({ $in: fc.array(wanted, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(wanted, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.oneof(fc.record({ $gt: number }), fc.record({ $eq: wanted })) }),
);
const path = fc.constantFrom('a', 'b', 'c.x', 'c.y', 'a.x');
const simple = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
// mingo counts what a path collects, MongoDB the array at its end: so at the first level only.
const sized = fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ $size: number }), {
  minKeys: 1,
  noNullPrototype: true,
});
const elements = fc.record({ c: fc.record({ $elemMatch: fc.record({ x: wanted, y: fc.record({ $gt: number }) }) }) });
const criteria = fc.oneof(
  simple,
  sized,
  elements,
  fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $nor: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
);

test('queries match what mingo matches', () => {
  fc.assert(
    fc.property(criteria, document, (query, one) => {
      expect(compileCriteria(query as never)(one)).toBe(new Mingo(query as never).test(one as never));
    }),
    { numRuns: 3_000 },
  );
});

/** MongoDB's answers where implementations like to differ. */
test.each<[string, object, object, boolean]>([
  ['null is met by null', { a: null }, { a: null }, true],
  ['null is met by an absent field', { a: null }, {}, true],
  ['null is not met by 0', { a: null }, { a: 0 }, false],
  ['null is met by an element that is null', { a: null }, { a: [null] }, true],
  ['null at a path is met where the path ends early', { 'a.b': null }, { a: 5 }, true],
  ['null at a path is not met by an empty array', { 'a.b': null }, { a: [] }, false],
  ['null at a path is met by an element without the field', { 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
  ['$ne null wants a value', { a: { $ne: null } }, {}, false],
  ['$gte null is met by null', { a: { $gte: null } }, { a: null }, true],
  ['$lt is never met by another type', { a: { $lt: 5 } }, { a: 'x' }, false],
  ['$lt is never met by NaN', { a: { $lt: 5 } }, { a: NaN }, false],
  ['NaN is NaN', { a: NaN }, { a: NaN }, true],
  ['false is not 0', { a: false }, { a: 0 }, false],
  ['an object is met by its equal', { a: { x: 1 } }, { a: { x: 1 } }, true],
  ['an object is not met by one with more in it', { a: { x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ['an object is met by an element', { a: { x: 1 } }, { a: [{ x: 1 }] }, true],
  ['an array is met by its equal', { a: [1, 2] }, { a: [1, 2] }, true],
  ['an array is met by an element that is its equal', { a: [1, 2] }, { a: [[1, 2]] }, true],
  ['a date is met by its equal', { a: new Date(5) }, { a: new Date(5) }, true],
  ['$in with a regular expression', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
  ['$nin on nested fields', { 'a.x': { $nin: [1] } }, { a: [{ x: 2 }, { x: 1 }] }, false],
  ['an index in a path', { 'a.1': 5 }, { a: [4, 5] }, true],
  ['an index and a name in a path', { 'a.1.x': 5 }, { a: [{ x: 4 }, { x: 5 }] }, true],
  ['a number as a name in a path', { 'a.1': 5 }, { a: { 1: 5 } }, true],
  ['two arrays in a path', { 'a.b.c': 3 }, { a: [{ b: [{ c: 1 }] }, { b: [{ c: 3 }] }] }, true],
  ['$size looks at the array itself', { a: { $size: 2 } }, { a: [[1, 2]] }, false],
  ['$all of one is met by the value itself', { a: { $all: [2] } }, { a: 2 }, true],
  ['$size through an array', { 'c.x': { $size: 2 } }, { c: [{ x: 1 }, { x: 2 }] }, false],
  ['$all of nothing', { a: { $all: [] } }, { a: [] }, false],
  [
    '$all with $elemMatch',
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    { a: [{ x: 1 }, { x: 2 }] },
    true,
  ],
  ['$elemMatch wants an array', { a: { $elemMatch: { x: 1 } } }, { a: { x: 1 } }, false],
  ['$elemMatch in one element', { a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1 }, { y: 2 }] }, false],
  ['$elemMatch with $ne', { a: { $elemMatch: { $ne: 1 } } }, { a: [1, 2] }, true],
  ['$mod of a fraction', { a: { $mod: [3, 1] } }, { a: 4.5 }, true],
  ['$not and another operator', { a: { $not: { $gt: 5 }, $gt: 1 } }, { a: 3 }, true],
  ['$regex with options', { a: { $regex: '^X', $options: 'i' } }, { a: 'xy' }, true],
  ['$type, by mingo', { a: { $type: 'string' } }, { a: 'x' }, true],
  ['$expr, by mingo', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
])('%s', (_title, query, one, expected) => {
  expect(compileCriteria(query as never)(one as never)).toBe(expected);
});
