import { type Environment, type Sdk, failureOf, onlyLocal, openEnvironment } from './environment';

let on: Environment;
let sale: Sdk;
const SALES = [
  {
    _id: 1,
    item: 'tea',
    price: 10,
    count: 2,
    tags: ['hot', 'green'],
    at: new Date(Date.UTC(2025, 2, 1, 8, 30, 15, 250)),
  },
  { _id: 2, item: 'choir', price: 20, count: 1, tags: ['music'], at: new Date(Date.UTC(2025, 2, 2)) },
  { _id: 3, item: 'tea', price: 30, count: 4, tags: [], at: new Date(Date.UTC(2025, 11, 31)) },
];

beforeAll(async () => {
  on = await openEnvironment('conformance_aggregation');
  sale = await on.empty();
  await sale.add({ data: SALES });
});
afterAll(() => on.close());

type Pipeline = (pipeline: Sdk, $: Sdk, _: Sdk, name: string) => Sdk;

/** A pipeline, and the documents that come out. */
test.each<[string, Pipeline, unknown[]]>([
  [
    'match',
    (p, _$, _) => p.match({ price: _.gt(10) }).project({ price: 1 }),
    [
      { _id: 2, price: 20 },
      { _id: 3, price: 30 },
    ],
  ],
  [
    'match twice',
    (p, _$, _) =>
      p
        .match({ item: 'tea' })
        .match({ price: _.gt(10) })
        .project({ _id: 1 }),
    [{ _id: 3 }],
  ],
  [
    'match in the middle, as where() matches',
    (p, _$, _) =>
      p
        .sort({ _id: 1 })
        .match({ tags: _.all(['hot']), count: _.lt(3) })
        .project({ _id: 1 }),
    [{ _id: 1 }],
  ],
  ['match by expr', (p, $, _) => p.match(_.expr($.gt(['$count', 1]))).project({ _id: 1 }), [{ _id: 1 }, { _id: 3 }]],
  ['sort', p => p.sort({ item: 1, price: -1 }).project({ _id: 1 }), [{ _id: 2 }, { _id: 3 }, { _id: 1 }]],
  ['skip and limit', p => p.sort({ price: -1 }).skip(1).limit(1).project({ _id: 1 }), [{ _id: 2 }]],
  ['count', p => p.match({ item: 'tea' }).count('n'), [{ n: 2 }]],
  [
    'project without',
    p => p.match({ _id: 2 }).project({ at: 0, tags: 0, _id: 0 }),
    [{ item: 'choir', price: 20, count: 1 }],
  ],
  [
    'project a path and a computed field',
    (p, $) => p.match({ _id: 1 }).project({ _id: 0, total: $.multiply(['$price', '$count']) }),
    [{ total: 20 }],
  ],
  [
    'addFields',
    (p, $) =>
      p
        .match({ _id: 2 })
        .addFields({ double: $.multiply(['$price', 2]) })
        .project({ double: 1 }),
    [{ _id: 2, double: 40 }],
  ],
  [
    'group with every sum',
    (p, $) => p.group({ _id: null, n: $.sum(1), total: $.sum('$price') }),
    [{ _id: null, n: 3, total: 60 }],
  ],
  [
    'group by a field',
    (p, $) => p.group({ _id: '$item', n: $.sum('$count') }).sort({ _id: 1 }),
    [
      { _id: 'choir', n: 1 },
      { _id: 'tea', n: 6 },
    ],
  ],
  [
    'group by several',
    (p, $) => p.group({ _id: { item: '$item' }, n: $.sum(1) }).sort({ n: 1 }),
    [
      { _id: { item: 'choir' }, n: 1 },
      { _id: { item: 'tea' }, n: 2 },
    ],
  ],
  [
    'sortByCount',
    p => p.sortByCount('$item'),
    [
      { _id: 'tea', count: 2 },
      { _id: 'choir', count: 1 },
    ],
  ],
  [
    'unwind',
    p => p.unwind('$tags').project({ tags: 1 }),
    [
      { _id: 1, tags: 'hot' },
      { _id: 1, tags: 'green' },
      { _id: 2, tags: 'music' },
    ],
  ],
  [
    'unwind that keeps what is empty',
    p => p.unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).match({ _id: 3 }).project({ tags: 1 }),
    [{ _id: 3 }],
  ],
  [
    'unwind with the index',
    p => p.unwind({ path: '$tags', includeArrayIndex: 'at' }).match({ _id: 1 }).project({ _id: 0, at: 1 }),
    [{ at: 0 }, { at: 1 }],
  ],
  [
    'bucket',
    (p, $) =>
      p
        .bucket({ groupBy: '$price', boundaries: [0, 20, 30], default: 'more', output: { n: $.sum(1) } })
        .sort({ n: 1, _id: 1 }),
    [
      { _id: 0, n: 1 },
      { _id: 20, n: 1 },
      { _id: 'more', n: 1 },
    ],
  ],
  ['bucketAuto', p => p.bucketAuto({ groupBy: '$price', buckets: 1 }), [{ _id: { min: 10, max: 30 }, count: 3 }]],
  ['replaceRoot', p => p.match({ _id: 2 }).replaceRoot({ newRoot: { name: '$item' } }), [{ name: 'choir' }]],
  [
    'lookup by a field',
    (p, _$, _, from) =>
      p
        .match({ _id: 2 })
        .lookup({ from, localField: 'item', foreignField: 'item', as: 'same' })
        .project({ 'same.price': 1 }),
    [{ _id: 2, same: [{ price: 20 }] }],
  ],
  [
    'lookup by a pipeline',
    (p, $, _, from) =>
      p
        .match({ _id: 1 })
        .lookup({
          from,
          let: { price: '$price' },
          pipeline: $.pipeline()
            .match(_.expr($.gt(['$price', '$$price'])))
            .project({ price: 1 })
            .done(),
          as: 'dearer',
        })
        .project({ dearer: 1 }),
    [
      {
        _id: 1,
        dearer: [
          { _id: 2, price: 20 },
          { _id: 3, price: 30 },
        ],
      },
    ],
  ],
])('stage: %s', async (_title, pipeline, expected) => {
  const { list } = await pipeline(sale.aggregate(), on.$, on._, on.name).end();

  expect(list).toEqual(expected);
});

test('stage: sample', async () => {
  const { list } = await sale.aggregate().sample({ size: 2 }).end();

  expect(list).toHaveLength(2);
});

test('an aggregation changes no document', async () => {
  await sale.aggregate().addFields({ 'tags.0': 'changed', price: 0 }).unwind('$tags').end();

  expect((await sale.doc(1).get()).data).toEqual(SALES[0]);
});

/** An operator on the first document (tea, 10 × 2, tags hot and green, 2025-03-01 08:30:15.250 UTC, a Saturday). */
const OPERATORS: [string, ($: Sdk) => unknown, unknown][] = [
  ['abs', $ => $.abs(-3), 3],
  ['add', $ => $.add(['$price', 1]), 11],
  ['ceil', $ => $.ceil(1.2), 2],
  ['divide', $ => $.divide(['$price', 4]), 2.5],
  ['exp', $ => $.exp(0), 1],
  ['floor', $ => $.floor(1.8), 1],
  ['ln', $ => $.ln(1), 0],
  ['log', $ => $.log([8, 2]), 3],
  ['log10', $ => $.log10(100), 2],
  ['mod', $ => $.mod(['$price', 3]), 1],
  ['multiply', $ => $.multiply(['$price', '$count']), 20],
  ['pow', $ => $.pow([2, 5]), 32],
  ['sqrt', $ => $.sqrt(9), 3],
  ['subtract', $ => $.subtract(['$price', 3]), 7],
  ['trunc', $ => $.trunc(-1.7), -1],
  ['arrayElemAt', $ => $.arrayElemAt(['$tags', -1]), 'green'],
  ['arrayToObject', $ => $.arrayToObject([[{ k: 'a', v: 1 }]]), { a: 1 }],
  ['concatArrays', $ => $.concatArrays(['$tags', ['x']]), ['hot', 'green', 'x']],
  ['filter', $ => $.filter({ input: [1, 2, 3], as: 'n', cond: $.gt(['$$n', 1]) }), [2, 3]],
  ['in', $ => $.in(['hot', '$tags']), true],
  ['indexOfArray', $ => $.indexOfArray(['$tags', 'green']), 1],
  ['isArray', $ => $.isArray('$tags'), true],
  ['map', $ => $.map({ input: [1, 2], as: 'n', in: $.add(['$$n', 1]) }), [2, 3]],
  ['objectToArray', $ => $.objectToArray({ a: 1 }), [{ k: 'a', v: 1 }]],
  ['range', $ => $.range([0, 6, 2]), [0, 2, 4]],
  ['reduce', $ => $.reduce({ input: [1, 2, 3], initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  ['reverseArray', $ => $.reverseArray('$tags'), ['green', 'hot']],
  ['size', $ => $.size('$tags'), 2],
  ['size of a list of one argument', $ => $.size(['$tags']), 2],
  ['sum of a list', $ => $.sum(['$price', '$count']), 12],
  ['max of a list', $ => $.max(['$price', '$count']), 10],
  ['slice', $ => $.slice(['$tags', 1]), ['hot']],
  [
    'zip',
    $ => $.zip({ inputs: ['$tags', [1, 2]] }),
    [
      ['hot', 1],
      ['green', 2],
    ],
  ],
  ['and', $ => $.and([true, $.gt(['$price', 5])]), true],
  ['not', $ => $.not([true]), false],
  ['or', $ => $.or([false, false]), false],
  ['cmp', $ => $.cmp(['$price', 20]), -1],
  ['eq', $ => $.eq(['$price', 10]), true],
  ['neq', $ => $.neq(['$price', 10]), false],
  ['gt', $ => $.gt(['$price', 10]), false],
  ['gte', $ => $.gte(['$price', 10]), true],
  ['lt', $ => $.lt(['$price', 10]), false],
  ['lte', $ => $.lte(['$price', 10]), true],
  ['cond', $ => $.cond({ if: $.gt(['$price', 5]), then: 'dear', else: 'cheap' }), 'dear'],
  ['ifNull', $ => $.ifNull(['$none', 'else']), 'else'],
  ['switch', $ => $.switch({ branches: [{ case: $.eq(['$item', 'tea']), then: 't' }], default: 'd' }), 't'],
  ['dateFromParts', $ => $.dateFromParts({ year: 2025, month: 3, day: 1 }), new Date(Date.UTC(2025, 2, 1))],
  ['dateFromString', $ => $.dateFromString({ dateString: '2025-03-01T00:00:00.000Z' }), new Date(Date.UTC(2025, 2, 1))],
  ['dateToString', $ => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M' }), '2025-03-01 08:30'],
  ['dateToString in a time zone', $ => $.dateToString({ date: '$at', format: '%H:%M', timezone: '+08:00' }), '16:30'],
  ['dayOfMonth', $ => $.dayOfMonth('$at'), 1],
  ['dayOfWeek', $ => $.dayOfWeek('$at'), 7],
  ['dayOfYear', $ => $.dayOfYear('$at'), 60],
  ['hour', $ => $.hour('$at'), 8],
  ['isoDayOfWeek', $ => $.isoDayOfWeek('$at'), 6],
  ['isoWeek', $ => $.isoWeek('$at'), 9],
  ['isoWeekYear', $ => $.isoWeekYear('$at'), 2025],
  ['millisecond', $ => $.millisecond('$at'), 250],
  ['minute', $ => $.minute('$at'), 30],
  ['month', $ => $.month('$at'), 3],
  ['second', $ => $.second('$at'), 15],
  ['week', $ => $.week('$at'), 8],
  ['year', $ => $.year('$at'), 2025],
  ['literal', $ => $.literal('$item'), '$item'],
  ['mergeObjects', $ => $.mergeObjects([{ a: 1 }, { b: 2 }]), { a: 1, b: 2 }],
  ['allElementsTrue', $ => $.allElementsTrue([[true, 1]]), true],
  ['anyElementTrue', $ => $.anyElementTrue([[false, 0]]), false],
  ['setDifference', $ => $.setDifference([[1, 2], [2]]), [1]],
  [
    'setEquals',
    $ =>
      $.setEquals([
        [1, 2],
        [2, 1],
      ]),
    true,
  ],
  [
    'setIntersection',
    $ =>
      $.setIntersection([
        [1, 2],
        [2, 3],
      ]),
    [2],
  ],
  ['setIsSubset', $ => $.setIsSubset([[1], [1, 2]]), true],
  ['setUnion', $ => $.setUnion([[1], [2]]), [1, 2]],
  ['concat', $ => $.concat(['$item', '!']), 'tea!'],
  ['indexOfBytes', $ => $.indexOfBytes(['$item', 'a']), 2],
  ['indexOfCP', $ => $.indexOfCP(['$item', 'e']), 1],
  ['split', $ => $.split(['a-b', '-']), ['a', 'b']],
  ['strLenBytes', $ => $.strLenBytes('茶'), 3],
  ['strLenCP', $ => $.strLenCP('茶艺'), 2],
  ['strcasecmp', $ => $.strcasecmp(['TEA', '$item']), 0],
  ['substr', $ => $.substr(['$item', 0, 2]), 'te'],
  ['substrBytes', $ => $.substrBytes(['$item', 1, 2]), 'ea'],
  ['substrCP', $ => $.substrCP(['茶艺', 1, 1]), '艺'],
  ['toLower', $ => $.toLower('TEA'), 'tea'],
  ['toUpper', $ => $.toUpper('$item'), 'TEA'],
  ['let', $ => $.let({ vars: { x: 2 }, in: $.multiply(['$$x', '$price']) }), 20],
];

test.each(OPERATORS)('operator: %s', async (_title, expression, expected) => {
  const { list } = await sale
    .aggregate()
    .match({ _id: 1 })
    .project({ _id: 0, result: expression(on.$) })
    .end();

  expect(list).toEqual([{ result: expected }]);
});

/** An accumulator over the three documents in the order of their _id. */
test.each<[string, ($: Sdk) => unknown, unknown]>([
  ['addToSet', $ => $.addToSet('$item'), ['tea', 'choir']],
  ['avg', $ => $.avg('$price'), 20],
  ['first', $ => $.first('$price'), 10],
  ['last', $ => $.last('$price'), 30],
  ['max', $ => $.max('$price'), 30],
  ['min', $ => $.min('$price'), 10],
  ['push', $ => $.push('$count'), [2, 1, 4]],
  ['stdDevPop', $ => $.stdDevPop('$price'), expect.closeTo(8.165, 3)],
  ['stdDevSamp', $ => $.stdDevSamp('$price'), 10],
  ['sum', $ => $.sum('$count'), 7],
])('accumulator: %s', async (_title, accumulator, expected) => {
  const { list } = await sale
    .aggregate()
    .sort({ _id: 1 })
    .group({ _id: null, result: accumulator(on.$) })
    .end();

  expect(list).toEqual([{ _id: null, result: expected }]);
});

/** The SDK offers these, but has no way to send them: they fail before anything goes out. */
test.each(['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact'])(
  'the SDK itself cannot send the stage %s',
  stage => {
    expect(() => sale.aggregate()[stage]({})).toThrow(/is not a function/);
  },
);

test.each<[string, Pipeline, string]>([
  [
    'geoNear',
    (p, _$, _) => p.geoNear({ near: on.db.Geo.Point(0, 0), distanceField: 'd', spherical: true }),
    '$geoNear',
  ],
  ['meta', (p, $) => p.project({ score: $.meta('textScore') }), '$meta'],
  ['an operator that does not exist', p => p.project({ x: { $frobnicate: 1 } }), '$frobnicate'],
  ['a match by an operator that does not exist', p => p.match({ x: { $frobnicate: 1 } }), '$frobnicate'],
])('%s answers an error that names it', async (_title, pipeline, name) => {
  const { errCode, errMsg } = await failureOf(pipeline(sale.aggregate(), on.$, on._, on.name).end());

  // The SDK loses the code of an aggregation's error: only the text tells.
  expect(errCode).toBe(-1);
  expect(errMsg).toContain(name);
});

onlyLocal('the SDK cannot send it, and a real environment takes no hand-made request')(
  'a stage that the SDK cannot send, but the wire can, names itself',
  async () => {
    const stages = [{ stageKey: '$out', stageValue: '"elsewhere"' }];

    expect(await on.database.handle('database.aggregateDocuments', { collectionName: on.name, stages })).toEqual({
      code: 'DATABASE_INVALID_OPERRATOR',
      message: expect.stringContaining('$out'),
    });
  },
);

test('an operator with a wrong argument fails, and names itself', async () => {
  const { errMsg } = await failureOf(
    sale
      .aggregate()
      .project({ x: on.$.size('$item') })
      .end(),
  );

  expect(errMsg).toContain('$size');
});

test('an operator that does not exist fails also where no document reaches it', async () => {
  const { errMsg } = await failureOf(
    sale
      .aggregate()
      .match({ _id: 'none' })
      .project({ x: { $frobnicate: 1 } })
      .end(),
  );

  expect(errMsg).toContain('$frobnicate');
});
