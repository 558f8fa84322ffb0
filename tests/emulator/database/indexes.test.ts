import fc from 'fast-check';
import { compileQuery } from '../../../emulator/database/query';
import { type Opened, dataOf, opened } from './opened';

let on: Opened;
beforeEach(async () => {
  const index = (field: string) => ({ name: field, keys: [{ field, direction: 1 }] });
  on = await opened({
    collections: [{ name: 'plain' }, { name: 'indexed', indexes: ['line.memberId', 'batch', 'list'].map(index) }],
  });
});
afterEach(() => on.close());

const find = async (collectionName: string, query: object) => {
  const data: { list: string[] } = await dataOf(
    on.database.handle('database.getDocument', { collectionName, query: JSON.stringify(query), limit: 1000 }),
  );
  return data.list.map(text => (JSON.parse(text) as { _id: string })._id);
};

const word = fc.constantFrom('a', 'b', 'c');
const value = fc.oneof(word, fc.constant(null), fc.array(word, { maxLength: 2 }), fc.record({ x: word }));
const fields = fc.record(
  {
    batch: value,
    list: fc.array(fc.oneof(word, fc.array(word, { maxLength: 1 })), { maxLength: 3 }),
    line: fc.array(fc.record({ memberId: word }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const simple = fc.oneof(
  fc.record({ 'line.memberId': fc.oneof(word, fc.constant(null)) }),
  fc.record({ batch: value }),
  fc.record({ batch: fc.record({ $in: fc.array(value, { maxLength: 2 }) }), 'line.memberId': word }),
  fc.record({ list: fc.oneof(word, fc.array(word, { maxLength: 1 })) }),
  fc.record({ $and: fc.tuple(fc.record({ list: word }), fc.record({ batch: word })) }),
  fc.record({ _id: fc.constantFrom('1', '2') }),
);
const branches = fc.array(fc.oneof(simple, fc.record({ other: word })), { minLength: 1, maxLength: 3 });
const query = fc.oneof(
  simple,
  fc.record({ $or: branches }),
  fc.record({ $and: fc.tuple(fc.record({ $or: branches }), simple) }),
);
type Step = { id: string; what: 'set' | 'remove'; fields: object };
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4'),
  what: fc.constantFrom('set', 'set', 'remove'),
  fields,
});

test('an indexed collection answers every query as one without indexes, whatever was written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(query, { minLength: 1, maxLength: 5 }),
      async (steps, queries) => {
        for (const collectionName of ['plain', 'indexed']) {
          await on.database.handle('database.removeDocument', { collectionName, query: '{}' });
          for (const { id, what, fields: data } of steps) {
            const body = { collectionName, queryType: 'DOC', query: JSON.stringify({ _id: id }) };
            if (what === 'remove') await on.database.handle('database.removeDocument', body);
            else
              await on.database.handle('database.modifyDocument', {
                ...body,
                merge: false,
                upsert: true,
                data: JSON.stringify(data),
              });
          }
        }
        for (const one of queries) expect(await find('indexed', one)).toEqual(await find('plain', one));
      },
    ),
    { numRuns: 40 },
  );
});

test('a query by an index or by _id names its few candidates', () => {
  expect(compileQuery({ _id: 'a', n: 1 }).keys).toEqual(['a']);
  expect(compileQuery({ $and: [{ _id: { $in: ['a', 'b'] } }] }).keys).toEqual(['a', 'b']);
  expect(compileQuery({ batch: 'b', n: { $gt: 1 } }).pins.equalities).toEqual([{ field: 'batch', values: ['b'] }]);
  expect(compileQuery({ $or: [{ _id: 'a' }, { n: 1 }] }).keys).toBeUndefined();
});

test('results come in the order of insertion, also through an index', async () => {
  await on.database.import(
    'indexed',
    ['c', 'a', 'b'].map(_id => ({ _id, batch: 'x' })),
  );
  await on.database.handle('database.modifyDocument', {
    collectionName: 'indexed',
    query: '{"_id":"c"}',
    data: '{"$set":{"batch":"y"}}',
  });
  await on.database.handle('database.modifyDocument', {
    collectionName: 'indexed',
    query: '{"_id":"c"}',
    data: '{"$set":{"batch":"x"}}',
  });

  expect(await find('indexed', { batch: 'x' })).toEqual(['c', 'a', 'b']);
  expect(await find('indexed', { _id: { $in: ['b', 'c'] } })).toEqual(['c', 'b']);
});
