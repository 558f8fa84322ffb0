import { type Environment, type Sdk, failureOf, onlyLocal, openEnvironment } from './environment';

let on: Environment;
let course: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_order');
});
beforeEach(async () => {
  course = await on.empty();
});
afterAll(() => on.close());

const ids = (answer: { data: { _id: unknown }[] }) => answer.data.map(document => document._id);

test('without an order documents come as they were added', async () => {
  await course.add({ data: ['c', 'a', 'b'].map(_id => ({ _id })) });

  expect(ids(await course.get())).toEqual(['c', 'a', 'b']);
});

test('orderBy goes up and down', async () => {
  await course.add({
    data: [
      { _id: 'b', n: 2 },
      { _id: 'a', n: 1 },
      { _id: 'c', n: 3 },
    ],
  });

  expect(ids(await course.orderBy('n', 'asc').get())).toEqual(['a', 'b', 'c']);
  expect(ids(await course.orderBy('n', 'desc').get())).toEqual(['c', 'b', 'a']);
});

test('a second orderBy decides where the first does not', async () => {
  await course.add({
    data: [
      { _id: 'a', n: 1, m: 1 },
      { _id: 'b', n: 1, m: 2 },
      { _id: 'c', n: 0, m: 0 },
    ],
  });

  expect(ids(await course.orderBy('n', 'asc').orderBy('m', 'desc').get())).toEqual(['c', 'b', 'a']);
});

test('orderBy reaches into objects', async () => {
  await course.add({
    data: [
      { _id: 'a', x: { n: 2 } },
      { _id: 'b', x: { n: 1 } },
    ],
  });

  expect(ids(await course.orderBy('x.n', 'asc').get())).toEqual(['b', 'a']);
});

test('types have an order: null and absent, numbers, texts, objects, arrays by their least element, booleans, dates', async () => {
  await course.add({
    data: [
      { _id: 'date', v: new Date(0) },
      { _id: 'yes', v: true },
      { _id: 'object', v: { a: 1 } },
      { _id: 'text', v: 'x' },
      { _id: 'number', v: 5 },
      { _id: 'null', v: null },
      { _id: 'array', v: [7, 'y'] },
    ],
  });

  expect(ids(await course.orderBy('v', 'asc').get())).toEqual([
    'null',
    'number',
    'array',
    'text',
    'object',
    'yes',
    'date',
  ]);
});

test('downwards an array is ordered by its greatest element', async () => {
  await course.add({
    data: [
      { _id: 'a', v: [1, 9] },
      { _id: 'b', v: 5 },
    ],
  });

  expect(ids(await course.orderBy('v', 'desc').get())).toEqual(['a', 'b']);
  expect(ids(await course.orderBy('v', 'asc').get())).toEqual(['a', 'b']);
});

test('skip and limit cut a page', async () => {
  await course.add({ data: [1, 2, 3, 4, 5].map(n => ({ _id: `c${n}`, n })) });

  expect(ids(await course.orderBy('n', 'desc').skip(1).limit(2).get())).toEqual(['c4', 'c3']);
  expect(ids(await course.skip(4).limit(5).get())).toEqual(['c5']);
  expect(ids(await course.skip(5).get())).toEqual([]);
});

test('get gives 100 documents where no limit is set, and 1,000 at most', async () => {
  for (let at = 0; at < 1_100; at += 100)
    await course.add({ data: Array.from({ length: 100 }, (_, n) => ({ _id: `d${at + n}` })) });

  expect((await course.get()).data).toHaveLength(100);
  expect((await course.limit(1_000).get()).data).toHaveLength(1_000);
  expect((await course.limit(5_000).get()).data).toHaveLength(1_000);
  expect((await course.count()).total).toBe(1_100);
});

test('an aggregation gives 20 documents where no limit is set, and more where one is', async () => {
  await course.add({ data: Array.from({ length: 60 }, (_, n) => ({ _id: `d${n}`, n })) });

  expect((await course.aggregate().match({}).end()).list).toHaveLength(20);
  expect((await course.aggregate().sort({ n: 1 }).end()).list).toHaveLength(20);
  expect((await course.aggregate().limit(50).end()).list).toHaveLength(50);
});

test('multi: false updates and removes one document only', async () => {
  await course.add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  });

  expect((await course.where({ n: 1 }).update({ data: { m: 1 }, multi: false })).stats.updated).toBe(1);
  expect((await course.where({ n: 1 }).remove({ multi: false })).stats.removed).toBe(1);
  expect((await course.count()).total).toBe(1);
});

onlyLocal('a document of 16 MB is beyond what a function may send')('a document beyond 16 MB is refused', async () => {
  const { errCode, errMsg } = await failureOf(course.add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } }));

  expect(errCode).toBe(-502001);
  expect(errMsg).toContain('too large');
});

onlyLocal('a document of 16 MB is beyond what a function may send')(
  'a document may not grow beyond 16 MB',
  async () => {
    const large = 'x'.repeat(6 * 1024 * 1024);
    await course.add({ data: { _id: 'd', list: [] } });
    for (let n = 0; n < 2; n++) await course.doc('d').update({ data: { list: on._.push(large) } });

    const { errMsg } = await failureOf(course.doc('d').update({ data: { list: on._.push(large) } }));

    expect(errMsg).toContain('too large');
    expect((await course.doc('d').get()).data.list).toHaveLength(2);
  },
);
