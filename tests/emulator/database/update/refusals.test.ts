import { compileQuery } from '../../../../emulator/database/query';
import { compileUpdate } from '../../../../emulator/database/update/apply';

const apply = (document: object, update: object, query: object = {}) =>
  compileUpdate(update).apply(document as never, compileQuery(query));

/** What MongoDB refuses: title, document, update, and the words that its error must carry. */
test.each<[string, object, object, RegExp]>([
  ['$inc on a text', { n: 'x' }, { $inc: { n: 1 } }, /Cannot apply \$inc to a value of non-numeric type/],
  ['$inc on null', { n: null }, { $inc: { n: 1 } }, /Cannot apply \$inc.*null/],
  ['$inc by a text', { n: 1 }, { $inc: { n: 'x' } }, /Cannot increment with non-numeric argument/],
  ['$mul on an array', { n: [] }, { $mul: { n: 2 } }, /Cannot apply \$mul/],
  ['$mul by null', { n: 1 }, { $mul: { n: null } }, /Cannot multiply with non-numeric argument/],
  ['$push to a number', { a: 1 }, { $push: { a: 1 } }, /must be an array but is of type int/],
  ['$push to null', { a: null }, { $push: { a: 1 } }, /must be an array but is of type null/],
  [
    '$push with an unknown clause',
    { a: [] },
    { $push: { a: { $each: [1], $odd: 1 } } },
    /Unrecognized clause in \$push: \$odd/,
  ],
  [
    '$push of an $each that is no array',
    { a: [] },
    { $push: { a: { $each: 1 } } },
    /\$each in \$push must be an array/,
  ],
  ['$push sliced by half', { a: [] }, { $push: { a: { $each: [], $slice: 0.5 } } }, /\$slice must be an integer/],
  ['$push sorted by 2', { a: [] }, { $push: { a: { $each: [], $sort: 2 } } }, /\$sort/],
  [
    '$push placed by a text',
    { a: [] },
    { $push: { a: { $each: [], $position: 'x' } } },
    /\$position must be an integer/,
  ],
  ['$addToSet to an object', { a: {} }, { $addToSet: { a: 1 } }, /must be an array but is of type object/],
  [
    '$addToSet of an $each that is no array',
    { a: [] },
    { $addToSet: { a: { $each: 1 } } },
    /\$each in \$addToSet must be an array/,
  ],
  ['$pop from a text', { a: 'x' }, { $pop: { a: 1 } }, /must be an array/],
  ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, /\$pop expects 1 or -1/],
  ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }, /Cannot apply \$pull to a non-array value/],
  ['$pullAll of a value', { a: [1] }, { $pullAll: { a: 1 } }, /\$pullAll requires an array argument/],
  ['$pullAll from a text', { a: 'x' }, { $pullAll: { a: [1] } }, /Cannot apply \$pullAll to a non-array value/],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: null\}/],
  ['$set through a number', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: 1\}/],
  ['$set through a text', { a: { b: 'x' } }, { $set: { 'a.b.c': 1 } }, /Cannot create field 'c' in element \{b: "x"\}/],
  ['$set of a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: \[1\]\}/],
  ['$set far beyond an array', { a: [] }, { $set: { 'a.2000000': 1 } }, /Cannot backfill array/],
  ['$inc through null', { a: null }, { $inc: { 'a.b': 1 } }, /Cannot create field/],
  ['a field with a dollar', {}, { $set: { a: { $b: 1 } } }, /dollar \(\$\) prefixed field '\$b'/],
  ['a path with a dollar', {}, { $set: { 'a.$b': 1 } }, /dollar \(\$\) prefixed field '\$b'/],
  ['an empty step in a path', {}, { $set: { 'a..b': 1 } }, /empty field name/],
  ['a change of _id', {}, { $set: { _id: 'other' } }, /immutable field '_id'/],
  ['a removal of _id', {}, { $unset: { _id: '' } }, /immutable field '_id'/],
  ['the same path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /would create a conflict at 'a'/],
  ['a path and one inside it', {}, { $set: { a: {} }, $inc: { 'a.b': 1 } }, /would create a conflict at 'a'/],
  ['a path and one around it', {}, { $set: { 'a.b': 1, a: {} } }, /would create a conflict at 'a'/],
  ['$rename onto itself', { a: 1 }, { $rename: { a: 'a' } }, /would create a conflict at 'a'/],
  ['$rename to a number', { a: 1 }, { $rename: { a: 1 } }, /must be a string/],
  [
    '$rename out of an array',
    { a: [{ b: 1 }] },
    { $rename: { 'a.0.b': 'c' } },
    /source field cannot be an array element/,
  ],
  ['$rename into an array', { a: [], b: 1 }, { $rename: { b: 'a.0' } }, /destination field cannot be an array element/],
  ['$bit on a fraction', { n: 1.5 }, { $bit: { n: { and: 1 } } }, /Cannot apply \$bit/],
  ['$bit of an unknown kind', { n: 1 }, { $bit: { n: { nand: 1 } } }, /only supports 'and', 'or', and 'xor'/],
  ['$bit by a fraction', { n: 1 }, { $bit: { n: { and: 0.5 } } }, /must be an Integer/],
  ['no operator at all', { a: 1 }, {}, /at least one element/],
  ['a field among the operators', { a: 1 }, { $set: { a: 2 }, b: 1 }, /only update operators, found 'b'/],
  ['an operator without fields', {}, { $set: 1 }, /Modifiers operate on fields/],
  ['an unknown operator', {}, { $frobnicate: { a: 1 } }, /\$frobnicate is not supported/],
  ['$currentDate', {}, { $currentDate: { a: true } }, /\$currentDate is not supported/],
  ['$setOnInsert', {}, { $setOnInsert: { a: 1 } }, /\$setOnInsert is not supported/],
  ['an array filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, /array filter found for identifier 'x'/],
  ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, /positional operator did not find the match/],
  ['$ on what is no array', { a: 1 }, { $set: { 'a.$': 1 } }, /no array/],
  ['$[] where nothing is', {}, { $set: { 'a.$[]': 1 } }, /must exist in the document/],
])('refuses %s', (_title, document, update, words) => {
  const whole = Object.freeze({ _id: 'd', ...document });

  expect(() => apply(whole, update)).toThrow(words);
});
