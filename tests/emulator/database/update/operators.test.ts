import { compileQuery } from '../../../../emulator/database/query';
import { compileUpdate } from '../../../../emulator/database/update/apply';

const apply = (document: object, update: object, query: object = {}) =>
  compileUpdate(update).apply(document as never, compileQuery(query));

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** Title, document, update, what comes out; the query where `$` needs one. */
test.each<[string, object, object, object, object?]>([
  ['$set makes the fields on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set keeps the neighbours', { a: { b: 1, c: 2 } }, { $set: { 'a.b': 3 } }, { a: { b: 3, c: 2 } }],
  ['$set null where nothing was', {}, { $set: { a: null } }, { a: null }],
  ['$set of an element', { a: [1, 2] }, { $set: { 'a.1': 3 } }, { a: [1, 3] }],
  ['$set inside an element', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  ['$set beyond the end fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set of a number names a field where no array is', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
  ['$unset takes a field away', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$unset of what is not there does nothing', { a: 1 }, { $unset: { 'b.c': '', 'a.x': '' } }, { a: 1 }],
  ['$inc', { n: 1 }, { $inc: { n: -3 } }, { n: -2 }],
  ['$inc starts at nothing', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
  ['$mul', { n: 3 }, { $mul: { n: 2 } }, { n: 6 }],
  ['$mul starts at nothing with 0', {}, { $mul: { n: 2 } }, { n: 0 }],
  ['$min takes the lesser', { a: 5, b: 1 }, { $min: { a: 3, b: 3, c: 3 } }, { a: 3, b: 1, c: 3 }],
  ['$max takes the greater', { a: 5, b: 1 }, { $max: { a: 3, b: 3, c: 3 } }, { a: 5, b: 3, c: 3 }],
  ['$max compares across types', { a: 5, b: null }, { $max: { a: 'x', b: 1 } }, { a: 'x', b: 1 }],
  ['$bit', { a: 13, b: 3 }, { $bit: { a: { and: 10 }, b: { or: 5 }, c: { xor: 6 } } }, { a: 8, b: 7, c: 6 }],
  ['$rename moves a value', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
  ['$rename writes over', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename of what is not there does nothing', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ['$rename moves null', { a: null }, { $rename: { a: 'b' } }, { b: null }],
  ['$push makes the array', {}, { $push: { 'a.b': 1 } }, { a: { b: [1] } }],
  ['$push of an array is one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  ['$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  ['$push of nothing makes the array', {}, { $push: { a: { $each: [] } } }, { a: [] }],
  ['$push $position', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
  ['$push $position from the end', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
  ['$push $position beyond the end', { a: [1] }, { $push: { a: { $each: [9], $position: 7 } } }, { a: [1, 9] }],
  ['$push $slice keeps the first', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: 2 } } }, { a: [1, 2] }],
  ['$push $slice keeps the last', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: -2 } } }, { a: [2, 3] }],
  ['$push $slice 0 empties', { a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
  ['$push $sort before $slice', { a: [3] }, { $push: { a: { $each: [2, 1], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
  ['$push $sort downwards', { a: [3, 1, 2] }, { $push: { a: { $each: [], $sort: -1 } } }, { a: [3, 2, 1] }],
  [
    '$push $sort by fields',
    {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ],
    },
    { $push: { a: { $each: [{ x: 0 }], $sort: { x: 1, y: -1 } } } },
    { a: [{ x: 0 }, { x: 1, y: 2 }, { x: 1, y: 1 }] },
  ],
  ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
  ['$addToSet leaves what is there', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [
    '$addToSet sees the order of fields',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$addToSet $each, each once', {}, { $addToSet: { a: { $each: [1, 1, 2] } } }, { a: [1, 2] }],
  ['$pop from the end', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
  ['$pop from the front', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ['$pop of nothing', { a: [] }, { $pop: { a: 1, b: 1 } }, { a: [] }],
  ['$pull of a value, everywhere', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by $in', { a: [1, 5, 9] }, { $pull: { a: { $in: [1, 9] } } }, { a: [5] }],
  [
    '$pull by fields',
    {
      a: [
        { m: 'x', at: 1 },
        { m: 'x', at: 2 },
        { m: 'y', at: 1 },
      ],
    },
    { $pull: { a: { m: 'x', at: 1 } } },
    {
      a: [
        { m: 'x', at: 2 },
        { m: 'y', at: 1 },
      ],
    },
  ],
  [
    '$pull by fields with conditions',
    {
      a: [
        { n: 1, s: 1 },
        { n: 5, s: 1 },
      ],
    },
    { $pull: { a: { n: { $gt: 2 } } } },
    { a: [{ n: 1, s: 1 }] },
  ],
  ['$pull by fields leaves scalars', { a: [1, { n: 1 }] }, { $pull: { a: { n: 1 } } }, { a: [1] }],
  ['$pull of what is not there', {}, { $pull: { 'a.b': 1 } }, {}],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$[] edits every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  ['$ edits the element that matched', { a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 9] }, { a: { $gt: 3 } }],
  [
    '$ goes inside the element that matched',
    { a: [{ m: 'x' }, { m: 'y', n: 1 }] },
    { $inc: { 'a.$.n': 2 } },
    { a: [{ m: 'x' }, { m: 'y', n: 3 }] },
    { 'a.m': 'y' },
  ],
  [
    '$ after $elemMatch',
    {
      a: [
        { m: 1, n: 1 },
        { m: 1, n: 2 },
      ],
    },
    { $set: { 'a.$.n': 0 } },
    {
      a: [
        { m: 1, n: 1 },
        { m: 1, n: 0 },
      ],
    },
    { $and: [{ a: { $elemMatch: { m: 1, n: 2 } } }] },
  ],
])('%s', (_title, document, update, expected, query = {}) => {
  const before = deepFreeze({ _id: 'd', ...document });

  expect(apply(before, update, query)).toEqual({ _id: 'd', ...expected });
});

test.each<[string, object, object]>([
  ['$set', { a: { b: [1] } }, { $set: { a: { b: [1] } } }],
  ['$inc by 0', { n: 1 }, { $inc: { n: 0 } }],
  ['$max below', { n: 1 }, { $max: { n: 0 } }],
  ['$push of nothing', { a: [1] }, { $push: { a: { $each: [] } } }],
  ['$pull of what is not there', { a: [1] }, { $pull: { a: 2 } }],
])('%s that changes nothing gives the same document', (_title, document, update) => {
  const before = { _id: 'd', ...document };

  expect(apply(before, update)).toBe(before);
});

test('what did not change is shared, what did is new', () => {
  const before = deepFreeze({ _id: 'd', line: [{ m: 'x' }], facts: { a: 1 } });

  const after = apply(before, { $push: { line: { m: 'y' } } }) as typeof before;

  expect(after.facts).toBe(before.facts);
  expect(after.line).not.toBe(before.line);
  expect(before.line).toHaveLength(1);
});
