import { type Environment, type Sdk, failureOf, openEnvironment } from './environment';

let on: Environment;
let course: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_updates');
});
beforeEach(async () => {
  course = await on.empty();
});
afterAll(() => on.close());

type Data = (_: Sdk, db: Sdk) => object;

/** A document, what update() is given, and what the document is then. */
test.each<[string, object, Data, object]>([
  ['plain values are set', { a: 1, b: 2 }, () => ({ a: 5 }), { a: 5, b: 2 }],
  ['an object is merged, field by field', { o: { a: 1, b: 2 } }, () => ({ o: { a: 5 } }), { o: { a: 5, b: 2 } }],
  ['a path reaches into an object', { o: { a: 1, b: 2 } }, () => ({ 'o.a': 5 }), { o: { a: 5, b: 2 } }],
  ['an array is replaced', { l: [1, 2] }, () => ({ l: [3] }), { l: [3] }],
  ['null is set', { a: 1 }, () => ({ a: null }), { a: null }],
  ['a date is set', {}, () => ({ at: new Date(5) }), { at: new Date(5) }],
  ['set replaces an object', { o: { a: 1, b: 2 } }, _ => ({ o: _.set({ c: 1 }) }), { o: { c: 1 } }],
  [
    'remove takes a field away',
    { a: 1, o: { b: 1, c: 2 } },
    _ => ({ a: _.remove(), o: { b: _.remove() } }),
    { o: { c: 2 } },
  ],
  [
    'inc',
    { n: 1, o: { m: 1 } },
    _ => ({ n: _.inc(2), o: { m: _.inc(-1) }, fresh: _.inc(7) }),
    { n: 3, o: { m: 0 }, fresh: 7 },
  ],
  ['mul', { n: 3 }, _ => ({ n: _.mul(2), fresh: _.mul(2) }), { n: 6, fresh: 0 }],
  ['min', { n: 3, m: 3 }, _ => ({ n: _.min(1), m: _.min(9) }), { n: 1, m: 3 }],
  ['max', { n: 3, m: 3 }, _ => ({ n: _.max(1), m: _.max(9) }), { n: 3, m: 9 }],
  ['rename', { a: 1 }, _ => ({ a: _.rename('b') }), { b: 1 }],
  ['bit', { n: 13 }, _ => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
  ['push of one value', { l: [1] }, _ => ({ l: _.push(2) }), { l: [1, 2] }],
  ['push of several', { l: [1] }, _ => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push of an object', { l: [] }, _ => ({ l: _.push({ a: 1 }) }), { l: [{ a: 1 }] }],
  ['push makes the array', {}, _ => ({ l: _.push(1) }), { l: [1] }],
  [
    'push at a position, sorted and cut',
    { l: [5, 1] },
    _ => ({ l: _.push({ each: [3, 4], position: 0, sort: 1, slice: 3 }) }),
    { l: [1, 3, 4] },
  ],
  ['unshift', { l: [3] }, _ => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
  ['pop', { l: [1, 2] }, _ => ({ l: _.pop() }), { l: [1] }],
  ['shift', { l: [1, 2] }, _ => ({ l: _.shift() }), { l: [2] }],
  ['pull of a value', { l: [1, 2, 1] }, _ => ({ l: _.pull(1) }), { l: [2] }],
  ['pull by a command', { l: [1, 2, 3] }, _ => ({ l: _.pull(_.in([1, 3])) }), { l: [2] }],
  [
    'pull by fields',
    {
      l: [
        { m: 'x', at: 1 },
        { m: 'x', at: 2 },
      ],
    },
    _ => ({ l: _.pull({ m: 'x', at: 2 }) }),
    { l: [{ m: 'x', at: 1 }] },
  ],
  ['pull by fields and commands', { l: [{ n: 1 }, { n: 5 }] }, _ => ({ l: _.pull({ n: _.gt(3) }) }), { l: [{ n: 1 }] }],
  ['pullAll', { l: [1, 2, 3] }, _ => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
  ['addToSet', { l: [1] }, _ => ({ l: _.addToSet(1), k: _.addToSet(2) }), { l: [1], k: [2] }],
  ['addToSet of several', { l: [1] }, _ => ({ l: _.addToSet({ $each: [1, 2] }) }), { l: [1, 2] }],
  ['an element by its index', { l: [{ n: 1 }, { n: 2 }] }, _ => ({ 'l.1.n': _.inc(1) }), { l: [{ n: 1 }, { n: 3 }] }],
  [
    'several operators at once',
    { n: 1, l: [], a: 1 },
    _ => ({ n: _.inc(1), l: _.push(1), a: _.remove(), b: 2 }),
    { n: 2, l: [1], b: 2 },
  ],
])('update: %s', async (_title, before, data, after) => {
  await course.add({ data: { _id: 'd', ...before } });

  const { stats } = await course.doc('d').update({ data: data(on._, on.db) });

  expect(stats).toEqual({ updated: 1 });
  expect((await course.doc('d').get()).data).toStrictEqual({ _id: 'd', ...after });
});

/** What MongoDB refuses is refused, and nothing is written. */
test.each<[string, object, Data, string]>([
  ['inc of a text', { v: 'x' }, _ => ({ v: _.inc(1) }), '$inc'],
  ['mul of an array', { v: [] }, _ => ({ v: _.mul(2) }), '$mul'],
  ['push to a number', { v: 1 }, _ => ({ v: _.push(1) }), 'must be an array'],
  ['pop of a text', { v: 'x' }, _ => ({ v: _.pop() }), 'must be an array'],
  ['pull from an object', { v: {} }, _ => ({ v: _.pull(1) }), '$pull'],
  ['addToSet to a text', { v: 'x' }, _ => ({ v: _.addToSet(1) }), 'must be an array'],
  ['a path through null', { v: null }, () => ({ 'v.a': 1 }), "Cannot create field 'a'"],
  ['a path through a number', { v: 1 }, () => ({ 'v.a': 1 }), "Cannot create field 'a'"],
  ['a name in an array', { v: [1] }, () => ({ 'v.a': 1 }), "Cannot create field 'a'"],
  ['a path and one inside it', {}, _ => ({ v: _.set({ a: 1 }), 'v.a': 2 }), 'conflict'],
])('update refuses %s', async (_title, before, data, words) => {
  await course.add({ data: { _id: 'd', ...before } });

  const { errCode, errMsg } = await failureOf(course.doc('d').update({ data: data(on._, on.db) }));

  expect(errCode).toBe(-502001);
  expect(errMsg).toContain(words);
  expect((await course.doc('d').get()).data).toEqual({ _id: 'd', ...before });
});

test('update of a document that is not there counts 0', async () => {
  expect((await course.doc('none').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
  expect((await course.count()).total).toBe(0);
});

test('an update that changes nothing counts 0', async () => {
  await course.add({ data: { _id: 'd', a: 1 } });

  expect((await course.doc('d').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
});

test('where().update() changes all that match', async () => {
  await course.add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ],
  });

  const { stats } = await course.where({ n: on._.gte(2) }).update({ data: { n: on._.inc(10) } });

  expect(stats).toEqual({ updated: 2 });
  expect((await course.get()).data).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 12 },
    { _id: 'c', n: 13 },
  ]);
});

test('the positional $ changes the element that where() matched', async () => {
  await course.add({
    data: {
      _id: 'd',
      line: [
        { m: 'x', at: 1 },
        { m: 'y', at: 1 },
      ],
    },
  });

  await course.where({ _id: 'd', 'line.m': 'y' }).update({ data: { 'line.$.at': 9 } });

  expect((await course.doc('d').get()).data.line).toEqual([
    { m: 'x', at: 1 },
    { m: 'y', at: 9 },
  ]);
});

test('serverDate may be set and pushed', async () => {
  await course.add({ data: { _id: 'd', list: [] } });

  await course.doc('d').update({ data: { at: on.db.serverDate(), list: on._.push(on.db.serverDate()) } });

  expect((await course.doc('d').get()).data).toEqual({ _id: 'd', at: expect.any(Date), list: [expect.any(Date)] });
});

test('a claim as the line takes it: one guarded update decides, orders and keeps out the second tap', async () => {
  const { _ } = on;
  await course.add({ data: { _id: 's', line: [], lineCount: 0 } });
  const claim = (memberId: string) =>
    course
      .where({ _id: 's', lineCount: _.lt(2), 'line.memberId': _.neq(memberId) })
      .update({ data: { line: _.push({ memberId, at: 1 }), lineCount: _.inc(1) } })
      .then((answer: { stats: { updated: number } }) => answer.stats.updated);

  const taken = await Promise.all(['m1', 'm1', 'm2', 'm3', 'm4'].map(claim));

  const { data } = await course.doc('s').get();
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect(data.lineCount).toBe(2);
  expect(new Set(data.line.map((entry: { memberId: string }) => entry.memberId)).size).toBe(2);
});

test('where().remove() removes all that match', async () => {
  await course.add({
    data: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ],
  });

  expect((await course.where({ n: 2 }).remove()).stats).toEqual({ removed: 1 });
  expect((await course.get()).data).toEqual([{ _id: 'a', n: 1 }]);
});
