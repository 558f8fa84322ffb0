import { type Environment, REMOTE, type Sdk, failureOf, onlyLocal, openEnvironment } from './environment';

let on: Environment;
let course: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_errors', [
    { name: 'code_unique', keys: [{ field: 'code', direction: 1 }], unique: true },
    {
      name: 'pair_unique',
      keys: [
        { field: 'batch', direction: 1 },
        { field: 'number', direction: 1 },
      ],
      unique: true,
    },
  ]);
});
beforeEach(async () => {
  course = await on.empty();
});
afterAll(() => on.close());

const elsewhere = () => on.db.collection('never_made');

test.each<[string, () => Promise<unknown>]>([
  ['get', () => elsewhere().get()],
  ['doc().get', () => elsewhere().doc('a').get()],
  ['count', () => elsewhere().count()],
  ['add', () => elsewhere().add({ data: { a: 1 } })],
  [
    'update',
    () =>
      elsewhere()
        .doc('a')
        .update({ data: { a: 1 } }),
  ],
  [
    'set',
    () =>
      elsewhere()
        .doc('a')
        .set({ data: { a: 1 } }),
  ],
  ['remove', () => elsewhere().doc('a').remove()],
])('%s on a collection that does not exist fails with -502005', async (_title, call) => {
  const { errCode, errMsg } = await failureOf(call());

  expect(errCode).toBe(-502005);
  expect(errMsg).toContain('Db or Table not exist');
});

test('an aggregation on a collection that does not exist fails with -1: the SDK keeps only the text', async () => {
  const { errCode, errMsg } = await failureOf(elsewhere().aggregate().match({}).end());

  expect(errCode).toBe(-1);
  expect(errMsg).toContain('Db or Table not exist');
});

test('a collection that is made can be used; made twice, it fails', async () => {
  const name = REMOTE ? on.name : 'conformance_made';
  if (!REMOTE) await on.db.createCollection(name);
  await on.db.collection(name).add({ data: { _id: 'a', code: 'made', batch: 'made' } });

  expect((await on.db.collection(name).doc('a').get()).data._id).toBe('a');
  expect((await failureOf(on.db.createCollection(name))).errMsg).toContain('exist');
});

onlyLocal('the index is made by hand in a real environment')(
  'a unique value that is taken is refused by add, update and set',
  async () => {
    await course.add({
      data: [
        { _id: 'a', code: 'x', batch: 1 },
        { _id: 'b', code: 'y', batch: 2 },
      ],
    });

    for (const call of [
      course.add({ data: { _id: 'c', code: 'x', batch: 3 } }),
      course.doc('b').update({ data: { code: 'x' } }),
      course.doc('b').set({ data: { code: 'x', batch: 2 } }),
      course.doc('c').set({ data: { code: 'x', batch: 3 } }),
    ]) {
      const { errCode, errMsg } = await failureOf(call);
      expect(errCode).toBe(-502001);
      expect(errMsg).toContain('E11000 duplicate key error');
      expect(errMsg).toContain('code_unique');
    }
    expect((await course.get()).data).toEqual([
      { _id: 'a', code: 'x', batch: 1 },
      { _id: 'b', code: 'y', batch: 2 },
    ]);
  },
);

onlyLocal('the index is made by hand in a real environment')(
  'a unique value is free again after its document is gone or has changed',
  async () => {
    await course.add({
      data: [
        { _id: 'a', code: 'x', batch: 1 },
        { _id: 'b', code: 'y', batch: 2 },
      ],
    });
    await course.doc('a').remove();
    await course.doc('b').update({ data: { code: 'z' } });

    await course.add({
      data: [
        { code: 'x', batch: 3 },
        { code: 'y', batch: 4 },
      ],
    });

    expect((await course.count()).total).toBe(3);
  },
);

onlyLocal('the index is made by hand in a real environment')('uniqueness over two fields looks at both', async () => {
  await course.add({ data: { code: 1, batch: 'b', number: 1 } });
  await course.add({ data: { code: 2, batch: 'b', number: 2 } });

  expect((await failureOf(course.add({ data: { code: 3, batch: 'b', number: 1 } }))).errMsg).toContain('pair_unique');
});

onlyLocal('the index is made by hand in a real environment')(
  'of several documents those before the refused one stay',
  async () => {
    await failureOf(
      course.add({
        data: [
          { _id: 'a', code: 1, batch: 1 },
          { _id: 'b', code: 1, batch: 2 },
          { _id: 'c', code: 3, batch: 3 },
        ],
      }),
    );

    expect((await course.get()).data.map((one: { _id: string }) => one._id)).toEqual(['a']);
  },
);

test('an _id cannot be changed', async () => {
  await course.add({ data: { _id: 'a' } });

  expect((await failureOf(course.doc('a').update({ data: { _id: 'b' } }))).errMsg).toContain('_id');
});

test('a field that begins with a dollar is refused', async () => {
  expect((await failureOf(course.add({ data: { a: { $b: 1 } } }))).errMsg).toContain('$b');
});

test('in needs a list', async () => {
  expect((await failureOf(course.where({ a: { $in: 5 } }).get())).errMsg).toContain('$in');
});

onlyLocal('a real environment takes no hand-made request')('an action that does not exist names itself', async () => {
  expect(await on.database.handle('database.frobnicate', {})).toEqual({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('database.frobnicate'),
  });
});

onlyLocal('a real environment takes no hand-made request')(
  'malformed requests are refused, whatever is wrong with them',
  async () => {
    const bodies: [string, Record<string, unknown>][] = [
      ['database.getDocument', { collectionName: on.name, query: '{' }],
      ['database.getDocument', { collectionName: on.name, query: 5 }],
      ['database.getDocument', { collectionName: on.name, limit: -1 }],
      ['database.getDocument', { collectionName: on.name, limit: 'x' }],
      ['database.getDocument', { collectionName: on.name, order: '{"a":2}' }],
      ['database.getDocument', { collectionName: on.name, order: '[]' }],
      ['database.getDocument', { collectionName: on.name, projection: '{"a":1,"b":0}' }],
      ['database.getDocument', { collectionName: { a: 1 } }],
      ['database.insertDocument', { collectionName: on.name }],
      ['database.insertDocument', { collectionName: on.name, data: ['5'] }],
      ['database.insertDocument', { collectionName: on.name, data: ['{"_id":{"a":1}}'] }],
      ['database.modifyDocument', { collectionName: on.name, query: '{}', merge: true }],
      ['database.modifyDocument', { collectionName: on.name, query: '{}', merge: true, data: '{}' }],
      [
        'database.modifyDocument',
        { collectionName: on.name, query: '{"_id":"n"}', merge: false, upsert: true, data: '{"$set":{"a":1}}' },
      ],
      ['database.removeDocument', { collectionName: on.name, query: '' }],
      ['database.aggregateDocuments', { collectionName: on.name, stages: 'x' }],
      ['database.aggregateDocuments', { collectionName: on.name, stages: [null] }],
      ['database.commitTransaction', {}],
      ['database.abortTransaction', { transactionId: 'none' }],
      [
        'database.modifyDocument',
        { collectionName: on.name, transactionId: 'none', queryType: 'DOC', query: '{}', data: '{"$set":{"a":1}}' },
      ],
      ['database.addCollection', { collectionName: '../etc' }],
    ];
    for (const [action, body] of bodies) {
      const reply = await on.database.handle(action, body);
      expect([action, body, reply]).toEqual([action, body, { code: expect.any(String), message: expect.any(String) }]);
      expect(reply).not.toHaveProperty('message', expect.stringContaining('emulator failed'));
    }
    expect(on.database.read(on.name)).toEqual([]);
  },
);
