import { type Opened, dataOf, opened } from './opened';

let on: Opened;
beforeEach(async () => (on = await opened()));
afterEach(() => on.close());

const DOCUMENT = { _id: 'a', list: [{ n: 1 }], at: new Date(5), inside: { deep: { x: 1 } } };

test('what was imported is a copy', async () => {
  const given = { _id: 'a', list: [{ n: 1 }], at: new Date(5) };
  await on.database.import('course', [given]);
  given.list[0]!.n = 2;
  given.at.setTime(0);

  expect(on.database.read('course')).toEqual([{ _id: 'a', list: [{ n: 1 }], at: new Date(5) }]);
});

test('what is read is a copy', async () => {
  await on.database.import('course', [DOCUMENT]);
  const [first] = on.database.read('course') as [typeof DOCUMENT];
  first.list.push({ n: 2 });
  first.at.setTime(0);
  first.inside.deep.x = 9;

  expect(on.database.read('course')).toEqual([DOCUMENT]);
});

test('importing the same _id again puts the new document in the old one’s place', async () => {
  await on.database.import('course', [{ _id: 'a', n: 1 }, { _id: 'b' }]);
  await on.database.import('course', [{ _id: 'a', m: 2 }]);

  expect(on.database.read('course')).toEqual([{ _id: 'a', m: 2 }, { _id: 'b' }]);
});

test.each([
  ['$addFields', '{"inside.deep.x":5,"list.n":9}'],
  ['$project', '{"inside.deep.x":5}'],
  ['$unwind', '"$list"'],
  ['$sort', '{"_id":-1}'],
  ['$replaceRoot', '{"newRoot":"$inside"}'],
  ['$lookup', '{"from":"course","localField":"_id","foreignField":"_id","as":"inside.deep"}'],
])('the stage %s changes nothing in the store', async (stageKey, stageValue) => {
  await on.database.import('course', [DOCUMENT]);

  await dataOf(
    on.database.handle('database.aggregateDocuments', {
      collectionName: 'course',
      stages: [
        { stageKey, stageValue },
        { stageKey: '$addFields', stageValue: '{"deep.x":7}' },
      ],
    }),
  );

  expect(on.database.read('course')).toEqual([DOCUMENT]);
});

test('operations are counted by action and collection, and can be counted anew', async () => {
  const body = { collectionName: 'course', query: '{}' };
  await on.database.import('course', [DOCUMENT]);
  await on.database.handle('database.getDocument', body);
  await on.database.handle('database.getDocument', body);
  await on.database.handle('database.startTransaction', {});

  expect(on.database.operations()).toEqual({ 'database.getDocument:course': 2, 'database.startTransaction': 1 });
  on.database.resetOperations();
  expect(on.database.operations()).toEqual({});
});
