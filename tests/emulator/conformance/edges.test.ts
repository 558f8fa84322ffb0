import { type Environment, type Sdk, failureOf, openEnvironment } from './environment';

/**
 * Expressions, stages and projections at their edges: absent, null, mixed types, empty lists, odd sizes, paths through lists.
 * The right answers come from MongoDB's manual and the server's own tests (jstests), named beside each group.
 */
let on: Environment;
let course: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_edges');
});
beforeEach(async () => {
  course = await on.empty();
});
afterAll(() => on.close());

const put = (...documents: object[]) => course.add({ data: documents });
/** What one expression gives for one document; `undefined` where the field stays away. */
async function valueOf(document: object, expression: Sdk): Promise<unknown> {
  course = await on.empty();
  await put({ _id: 'd', ...document });
  const { list } = await course.aggregate().project({ v: expression }).end();
  return list[0].v;
}
const allOf = async (pipeline: Sdk) => (await pipeline.end()).list;

describe('comparisons in expressions go across types (manual: Comparison/Sort Order)', () => {
  /** Ascending; the first is a field that no document has. */
  const ASCENDING: [string, unknown][] = [
    ['absent', undefined],
    ['null', null],
    ['-1', -1],
    ['0', 0],
    ['1.5', 1.5],
    ['an empty text', ''],
    ['a text', 'a'],
    ['a longer text', 'ab'],
    ['an object', { a: 1 }],
    ['a larger object', { a: 2 }],
    ['an empty list', []],
    ['a list', [1]],
    ['a longer list', [1, 2]],
    ['false', false],
    ['true', true],
    ['a date', new Date(Date.UTC(2027, 2, 9))],
    ['a later date', new Date(Date.UTC(2027, 2, 10))],
  ];
  const document = Object.fromEntries(
    ASCENDING.flatMap(([, value], at) => (value === undefined ? [] : [[`f${at}`, value]])),
  );

  test.each(ASCENDING.map(([name], at) => [name, at] as const))('%s with each of the others', async (_, left) => {
    const { $ } = on;
    const fields = ASCENDING.map((_pair, right) => right);
    const ask = (compare: (pair: string[]) => unknown) =>
      Object.fromEntries(fields.map(right => [`r${right}`, compare([`$f${left}`, `$f${right}`])]));

    const found: unknown[] = [];
    for (const name of ['lt', 'lte', 'gt', 'gte', 'eq', 'neq', 'cmp'])
      found.push(
        await valueOf(
          document,
          ask(pair => $[name](pair)),
        ),
      );

    const expected = (verdict: (by: number) => unknown) =>
      Object.fromEntries(fields.map(right => [`r${right}`, verdict(Math.sign(left - right))]));
    expect(found).toEqual([
      expected(by => by < 0),
      expected(by => by <= 0),
      expected(by => by > 0),
      expected(by => by >= 0),
      expected(by => by === 0),
      expected(by => by !== 0),
      expected(by => by),
    ]);
  });

  test('a guard over two fields finds a document that lacks one', async () => {
    const { $, _ } = on;
    await put({ _id: 'lacks', max: 3 }, { _id: 'full', used: 3, max: 3 }, { _id: 'none', used: null, max: 3 });

    const { data } = await course.where(_.expr($.lt(['$used', '$max']))).get();
    const list = await allOf(course.aggregate().match(_.expr($.lt(['$used', '$max']))));

    expect(data.map(({ _id }: Sdk) => _id)).toEqual(['lacks', 'none']);
    expect(list.map(({ _id }: Sdk) => _id)).toEqual(['lacks', 'none']);
  });
});

describe('the largest and the least (manual: $max, $min; null and absent are passed over)', () => {
  test.each<[string, (text: Sdk) => unknown, unknown]>([
    ['max of absent and 0', $ => $.max(['$absent', 0]), 0],
    ['max of null and 0', $ => $.max(['$null', 0]), 0],
    ['min of absent and 0', $ => $.min(['$absent', 0]), 0],
    ['min of null and 5', $ => $.min(['$null', 5]), 5],
    ['max of nothing but null', $ => $.max(['$null', '$absent']), null],
    ['max of a list', $ => $.max('$list'), 7],
    ['min of a list with a null', $ => $.min('$list'), 2],
    ['max of an empty list', $ => $.max('$empty'), null],
    ['max of a list beside a number takes the list as one value', $ => $.max(['$list', 9]), [2, null, 7]],
    ['max across types', $ => $.max([1, 'a']), 'a'],
  ])('%s', async (_, expression, expected) => {
    expect(await valueOf({ null: null, list: [2, null, 7], empty: [] }, expression(on.$))).toEqual(expected);
  });
});

describe('$size (manual: resolves to an array, or an error)', () => {
  test.each([
    ['absent', {}],
    ['null', { v: null }],
    ['a text', { v: 'ab' }],
    ['a number', { v: 3 }],
    ['an object', { v: { length: 3 } }],
  ])('of %s is refused', async (_, document) => {
    await put(document);
    const { errMsg } = await failureOf(
      course
        .aggregate()
        .project({ n: on.$.size('$v') })
        .end(),
    );
    expect(errMsg).toContain('The argument to $size must be an array');
  });

  test.each([
    [[], 0],
    [[null], 1],
    [[[1, 2], 3], 2],
  ])('of %j is %d', async (v, size) => {
    expect(await valueOf({ v }, on.$.size('$v'))).toBe(size);
  });
});

describe('parts of a date (manual: $year and its like)', () => {
  const PARTS = [
    'year',
    'month',
    'week',
    'dayOfMonth',
    'dayOfWeek',
    'dayOfYear',
    'hour',
    'minute',
    'second',
    'millisecond',
    'isoWeek',
    'isoWeekYear',
    'isoDayOfWeek',
  ];

  test.each(PARTS)('%s of absent and of null is null, of a text an error', async part => {
    const { $ } = on;
    expect(await valueOf({ at: null }, { a: $[part]('$absent'), b: $[part]('$at') })).toEqual({ a: null, b: null });
    course = await on.empty();
    await put({ at: '2027-03-09' });
    const { errMsg } = await failureOf(
      course
        .aggregate()
        .project({ v: $[part]('$at') })
        .end(),
    );
    expect(errMsg).toContain('to Date');
  });

  // ISO 8601: the week belongs to the year of its Thursday. Days from its own examples and around the turns of years.
  test.each([
    ['2024-12-29', 2024, 52],
    ['2024-12-30', 2025, 1],
    ['2024-12-31', 2025, 1],
    ['2025-01-01', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2028-01-01', 2027, 52],
    ['2028-01-02', 2027, 52],
    ['2028-12-31', 2028, 52],
    ['2029-12-31', 2030, 1],
    ['2005-01-01', 2004, 53],
    ['2008-12-29', 2009, 1],
    ['2010-01-03', 2009, 53],
  ])('%s lies in week %d-%d', async (day, year, week) => {
    const { $ } = on;
    const at = new Date(`${day}T12:00:00Z`);

    const found = await valueOf(
      { at },
      {
        year: $.isoWeekYear('$at'),
        week: $.isoWeek('$at'),
        text: $.dateToString({ date: '$at', format: '%G-W%V' }),
        percent: $.dateToString({ date: '$at', format: '%%G' }),
      },
    );

    expect(found).toEqual({
      year,
      week,
      text: `${year}-W${String(week).padStart(2, '0')}`,
      percent: '%G',
    });
  });

  test('a part in another zone: the last hour of a year in UTC is the next year in China', async () => {
    const { $ } = on;
    const at = new Date('2026-12-31T16:30:00Z');
    expect(await valueOf({ at }, { a: $.year('$at'), b: $.year({ date: '$at', timezone: '+0800' }) })).toEqual({
      a: 2026,
      b: 2027,
    });
  });
});

describe('parts of a text (manual: $substrBytes, $substrCP; tests of node-sdk and tcb-admin-node)', () => {
  test.each<[string, string, [unknown, number, number], string]>([
    ['substr', 'a negative length is the rest', ['$t', 5, -1], 'world'],
    ['substrBytes', 'a negative length is the rest', ['$t', 5, -1], 'world'],
    ['substr', 'from the beginning', ['$t', 0, 5], 'hello'],
    ['substr', 'longer than the text', ['$t', 7, 100], 'rld'],
    ['substr', 'behind the end', ['$t', 50, 2], ''],
    ['substr', 'no length', ['$t', 3, 0], ''],
    ['substr', 'of absent', ['$absent', 0, 3], ''],
    ['substr', 'of null', ['$null', 0, 3], ''],
    ['substr', 'of a number', ['$n', 0, 2], '20'],
    ['substrBytes', 'Chinese signs have three bytes', ['$c', 3, 3], '艺'],
    ['substrBytes', 'and the rest of them', ['$c', 3, -1], '艺一班'],
    ['substrCP', 'by signs', ['$c', 1, 2], '艺一'],
    ['substrCP', 'an emoji is one', ['$e', 1, 1], 'b'],
    ['substrCP', 'behind the end', ['$c', 9, 2], ''],
  ])('%s: %s', async (name, _, [text, from, length], expected) => {
    const document = { t: 'helloworld', c: '茶艺一班', e: '🎵b', n: 2027, null: null };
    expect(await valueOf(document, on.$[name]([text, from, length]))).toBe(expected);
  });

  test.each([
    ['substrBytes', ['$c', 1, 2]],
    ['substrBytes', ['$c', 0, 2]],
    ['substrBytes', ['$c', -1, 2]],
    ['substrCP', ['$c', -1, 2]],
  ])('%s of %j is refused', async (name, triple) => {
    await put({ c: '茶艺' });
    await failureOf(
      course
        .aggregate()
        .project({ v: on.$[name](triple) })
        .end(),
    );
  });
});

describe('groups (manual and jstests: $push, $addToSet, $count)', () => {
  const group = (documents: object[], fields: object) =>
    put(...documents).then(() =>
      allOf(
        course
          .aggregate()
          .sort({ _id: 1 })
          .group({ _id: null, ...fields }),
      ),
    );

  test('what a document lacks adds nothing, a null is a value', async () => {
    const { $ } = on;
    const documents = [{ _id: 1 }, { _id: 2, v: null }, { _id: 3, v: 'a' }, { _id: 4, v: 'a' }];

    const [found] = await group(documents, { all: $.push('$v'), set: $.addToSet('$v') });

    expect(found.all).toEqual([null, 'a', 'a']);
    expect(new Set(found.set)).toEqual(new Set([null, 'a']));
    expect(found.set).toHaveLength(2);
  });

  test('of documents that all lack it: empty lists', async () => {
    const { $ } = on;
    expect(await group([{ _id: 1 }, { _id: 2 }], { all: $.push('$v'), set: $.addToSet('$v') })).toEqual([
      { _id: null, all: [], set: [] },
    ]);
  });

  test('objects and expressions are pushed as they are, without what is absent in them', async () => {
    const { $ } = on;
    expect(
      await group([{ _id: 1, a: 1 }, { _id: 2 }], { all: $.push({ a: '$a', twice: $.multiply(['$a', 2]) }) }),
    ).toEqual([{ _id: null, all: [{ a: 1, twice: 2 }, { twice: null }] }]);
  });

  test('the count of nothing is no document', async () => {
    await put({ _id: 1 });
    expect(await allOf(course.aggregate().match({ _id: 'none' }).count('n'))).toEqual([]);
    expect(await allOf(course.aggregate().match({ _id: 1 }).count('n'))).toEqual([{ n: 1 }]);
  });
});

describe('sample (manual: $sample; each document at most once)', () => {
  const ids = async (size: unknown) =>
    (await allOf(course.aggregate().sample({ size: size as number }))).map(({ _id }: Sdk) => _id).sort();

  test('as many as there are, each once', async () => {
    await put(...Array.from({ length: 20 }, (_, _id) => ({ _id })));
    expect(new Set(await ids(20)).size).toBe(20);
    expect(new Set(await ids(7)).size).toBe(7);
  });

  test('more than there are, of none', async () => {
    await put({ _id: 'a' }, { _id: 'b' });
    expect(await ids(9)).toEqual(['a', 'b']);
    expect(await allOf(course.aggregate().match({ _id: 'none' }).sample({ size: 3 }))).toEqual([]);
  });

  test('of a size with a fraction, its whole part', async () => {
    await put({ _id: 'a' }, { _id: 'b' }, { _id: 'c' });
    expect(await ids(1.5)).toHaveLength(1);
  });

  test('each document is drawn now and then', async () => {
    await put(...Array.from({ length: 4 }, (_, _id) => ({ _id })));
    const drawn = new Set<unknown>();
    for (let round = 0; round < 200 && drawn.size < 4; round++) (await ids(1)).forEach((id: unknown) => drawn.add(id));
    expect(drawn.size).toBe(4);
  });

  test.each([[-1], ['2'], [null], [Number.NaN]])('of %p is refused, and the emulator goes on', async size => {
    await put({ _id: 1 });
    await failureOf(
      course
        .aggregate()
        .sample({ size: size as number })
        .end(),
    );
    expect((await course.count()).total).toBe(1);
  });
});

describe('lookup (manual: $lookup with an array; jstests: lookup)', () => {
  const look = async (document: object, foreign: object[], localField = 'ids', foreignField = '_id') => {
    await put({ _id: 'd', kind: 'local', ...document }, ...foreign.map(one => ({ kind: 'foreign', ...one })));
    const [found] = await allOf(
      course.aggregate().match({ kind: 'local' }).lookup({ from: on.name, localField, foreignField, as: 'x' }),
    );
    return found.x.filter(({ kind }: Sdk) => kind === 'foreign').map(({ _id }: Sdk) => _id);
  };

  test('of a list only those that are there, each once', async () => {
    expect(await look({ ids: ['a', 'gone', 'b', 'a'] }, [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }])).toEqual([
      'a',
      'b',
    ]);
  });

  test('of an empty list none, of a plain value one', async () => {
    expect(await look({ ids: [] }, [{ _id: 'a' }])).toEqual([]);
    course = await on.empty();
    expect(await look({ ids: 'a' }, [{ _id: 'a' }])).toEqual(['a']);
  });

  test('absent equals null and absent there', async () => {
    expect(await look({}, [{ _id: 'a', v: null }, { _id: 'b' }, { _id: 'c', v: 1 }], 'none', 'v')).toEqual(['a', 'b']);
  });

  test('a value meets an element of a list there, and a path goes through lists here', async () => {
    expect(
      await look(
        { l: [{ k: 'x' }, { k: 'y' }] },
        [
          { _id: 'a', v: ['x', 'z'] },
          { _id: 'b', v: 'q' },
        ],
        'l.k',
        'v',
      ),
    ).toEqual(['a']);
  });
});

describe('projection (manual: Project Fields to Return, $slice, $elemMatch)', () => {
  const STORED = {
    _id: 'd',
    o: { a: 1, b: { c: 2, d: 3 } },
    list: [{ a: 1, b: 2 }, 'plain', { a: 3 }, [{ a: 4, b: 5 }]],
    n: [1, 2, 3, 4, 5],
    text: 't',
  };
  const slice = (argument: unknown) => on._.project.slice(argument);

  test.each<[string, () => object, object]>([
    ['leaves out a path', () => ({ 'o.a': false }), { ...STORED, o: { b: { c: 2, d: 3 } } }],
    ['leaves out a deeper path', () => ({ 'o.b.c': false }), { ...STORED, o: { a: 1, b: { d: 3 } } }],
    [
      'leaves out a path through lists',
      () => ({ 'list.a': false }),
      { ...STORED, list: [{ b: 2 }, 'plain', {}, [{ b: 5 }]] },
    ],
    ['leaves out what is not there', () => ({ 'x.y': false }), STORED],
    ['leaves out below a plain value', () => ({ 'text.y': false }), STORED],
    ['takes a path', () => ({ 'o.b.d': true }), { _id: 'd', o: { b: { d: 3 } } }],
    [
      'takes a path through lists: plain values go',
      () => ({ 'list.b': true }),
      { _id: 'd', list: [{ b: 2 }, {}, [{ b: 5 }]] },
    ],
    ['takes two paths', () => ({ 'o.a': true, 'o.b.c': true }), { _id: 'd', o: { a: 1, b: { c: 2 } } }],
    ['takes what is not there', () => ({ 'x.y': true }), { _id: 'd' }],
    ['takes below a plain value', () => ({ 'text.y': true }), { _id: 'd' }],
    ['takes all but _id', () => ({ _id: false, text: true }), { text: 't' }],
    ['leaves out _id alone', () => ({ _id: false }), (({ _id, ...rest }) => rest)(STORED)],
    ['takes _id alone', () => ({ _id: true }), { _id: 'd' }],
    ['slices the last, all other fields stay', () => ({ n: slice(-2) }), { ...STORED, n: [4, 5] }],
    ['slices more than there are', () => ({ n: slice(-10) }), STORED],
    ['slices the first', () => ({ n: slice(2) }), { ...STORED, n: [1, 2] }],
    ['slices none', () => ({ n: slice(0) }), { ...STORED, n: [] }],
    ['slices from the middle', () => ({ n: slice([1, 2]) }), { ...STORED, n: [2, 3] }],
    ['slices from before the end', () => ({ n: slice([-2, 5]) }), { ...STORED, n: [4, 5] }],
    ['slices from before the beginning', () => ({ n: slice([-9, 2]) }), { ...STORED, n: [1, 2] }],
    [
      'slices beside a field that is left out',
      () => ({ n: slice(1), o: false, list: false }),
      { _id: 'd', n: [1], text: 't' },
    ],
    ['slices beside a field that is taken', () => ({ n: slice(1), text: true }), { _id: 'd', n: [1], text: 't' }],
    ['slices what is no list', () => ({ text: slice(1) }), STORED],
    ['takes no element where none meets', () => ({ list: on._.project.elemMatch({ a: 9 }) }), { _id: 'd' }],
    ['takes an object of a list', () => ({ list: on._.project.elemMatch({ a: 3 }) }), { _id: 'd', list: [{ a: 3 }] }],
  ])('%s; the store stays as it is', async (_, fields, expected) => {
    await put(STORED);

    const { data: one } = await course.doc('d').field(fields()).get();
    const { data: many } = await course.where({ text: 't' }).field(fields()).get();

    expect([one, ...many]).toEqual([expected, expected]);
    expect((await course.doc('d').get()).data).toEqual(STORED);
    await course.doc('d').update({ data: { touched: true } });
    expect((await course.doc('d').get()).data).toEqual({ ...STORED, touched: true });
  });
});

test.each<[string, object]>([
  ['a field beside a part of it', { o: true, 'o.a': true }],
  ['a part beside its field', { 'o.a.b': false, 'o.a': false }],
])('field() of %s is refused (manual: Project Fields to Return, Path Collision)', async (_, fields) => {
  await put({ _id: 'd', o: { a: { b: 1 } } });

  expect((await failureOf(course.field(fields).get())).errMsg).toContain('Path collision at o.a');
});

describe('order by a path with a number in it (jstests: sort with dotted numeric paths)', () => {
  const DOCUMENTS = [
    { _id: 'b', list: [{ price: 5 }, { price: 1 }] },
    { _id: 'a', list: [{ price: 2 }, { price: 9 }] },
    { _id: 'c', list: [{ price: 7 }] },
    { _id: 'none' },
    { _id: 'short', list: [] },
  ];
  const order = async (path: string, direction: string) =>
    (await course.orderBy(path, direction).orderBy('_id', 'asc').get()).data.map(({ _id }: Sdk) => _id);

  test('by the first element', async () => {
    await put(...DOCUMENTS);
    expect(await order('list.0.price', 'asc')).toEqual(['none', 'short', 'a', 'b', 'c']);
    expect(await order('list.0.price', 'desc')).toEqual(['c', 'b', 'a', 'none', 'short']);
  });

  test('by the second, and by the least or greatest of all', async () => {
    await put(...DOCUMENTS);
    expect(await order('list.1.price', 'asc')).toEqual(['c', 'none', 'short', 'b', 'a']);
    expect(await order('list.price', 'asc')).toEqual(['none', 'short', 'b', 'a', 'c']);
    expect(await order('list.price', 'desc')).toEqual(['a', 'c', 'b', 'none', 'short']);
  });
});

test('set of the same content counts as updated, update with the same values does not (tests of node-sdk)', async () => {
  await put({ _id: 's', a: 1 });
  expect((await course.doc('s').set({ data: { a: 1 } })).stats).toMatchObject({ updated: 1 });
  expect((await course.doc('s').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
});

describe('expressions of null, absent and wrong types (manual: each operator)', () => {
  const DOCUMENT = { n: null, zero: 0, i: 7, t: 'abc', e: '', l: [1, 2, 3], o: { a: 1 }, c: '茶艺' };

  test.each<[string, (text: Sdk) => unknown, unknown]>([
    ['mod of null', $ => $.mod(['$n', 2]), null],
    ['mod of absent', $ => $.mod([7, '$absent']), null],
    ['log of null', $ => $.log(['$n', 2]), null],
    ['log', $ => $.log([8, 2]), 3],
    ['slice of null', $ => $.slice(['$n', 1]), null],
    ['slice of absent', $ => $.slice(['$absent', 1]), null],
    ['slice by null', $ => $.slice(['$l', '$n']), null],
    ['not of an empty text', $ => $.not(['$e']), false],
    ['not of zero', $ => $.not('$zero'), true],
    ['not of absent', $ => $.not(['$absent']), true],
    ['switch by an empty text', $ => $.switch({ branches: [{ case: '$e', then: 1 }], default: 2 }), 1],
    ['switch by default', $ => $.switch({ branches: [{ case: '$n', then: 1 }], default: null }), null],
    ['merge of one object', $ => $.mergeObjects('$o'), { a: 1 }],
    ['merge passes over null', $ => $.mergeObjects(['$o', '$n', '$absent', { b: 2 }]), { a: 1, b: 2 }],
    ['union with null', $ => $.setUnion(['$n', '$l']), null],
    ['place by bytes', $ => $.indexOfBytes(['$c', '艺']), 3],
    ['place by signs', $ => $.indexOfCP(['$c', '艺']), 1],
    ['split by absent', $ => $.split(['$t', '$absent']), null],
    ['null compared as text', $ => $.strcasecmp(['$n', '']), 0],
    ['a number compared as text', $ => $.strcasecmp(['$i', '7']), 0],
    ['lower case of absent', $ => $.toLower('$absent'), ''],
    ['sum of a text', $ => $.sum('$t'), 0],
    ['sum of a list', $ => $.sum('$l'), 6],
    ['sum of a number beside a list', $ => $.sum(['$i', '$l']), 7],
    ['average of absent', $ => $.avg('$absent'), null],
  ])('%s', async (_, expression, expected) => {
    expect(await valueOf(DOCUMENT, expression(on.$))).toEqual(expected);
  });

  test.each<[string, (text: Sdk) => unknown]>([
    ['mod by zero', $ => $.mod(['$i', '$zero'])],
    ['ln of zero', $ => $.ln('$zero')],
    ['log10 of zero', $ => $.log10(0)],
    ['log to the base 1', $ => $.log([8, 1])],
    ['cond without else', $ => $.cond({ if: true, then: 1 })],
    ['switch where nothing meets', $ => $.switch({ branches: [{ case: false, then: 1 }] })],
    ['switch without branches', $ => $.switch({ branches: [], default: 2 })],
    ['merge of a text', $ => $.mergeObjects(['$t'])],
    ['place from before the beginning', $ => $.indexOfCP(['$t', 'a', -1])],
    ['split by nothing', $ => $.split(['$t', ''])],
    ['a date of a text that is none', $ => $.dateFromString({ dateString: 'hello' })],
    ['a date of a number', $ => $.dateFromString({ dateString: '$i' })],
    ['a date that names two zones', $ => $.dateFromString({ dateString: '2027-03-09T08:00:00Z', timezone: '+08:00' })],
    ['parts without a year', $ => $.dateFromParts({ month: 3 })],
    ['a year that is a text', $ => $.dateFromParts({ year: '$t' })],
    ['parts of two calendars', $ => $.dateFromParts({ year: 2027, isoWeek: 10 })],
    ['an unknown letter in a format', $ => $.dateToString({ date: new Date(0), format: '%x' })],
    ['a format that breaks off', $ => $.dateToString({ date: new Date(0), format: '%Y%' })],
    ['an unknown zone', $ => $.dateToString({ date: new Date(0), timezone: 'Mars/City' })],
  ])('%s is refused', async (_, expression) => {
    await put(DOCUMENT);
    await failureOf(
      course
        .aggregate()
        .project({ v: expression(on.$) })
        .end(),
    );
  });

  const at = new Date('2027-03-09T05:06:07.089Z');
  test.each<[string, (text: Sdk) => unknown, unknown]>([
    ['days and weeks', $ => $.dateToString({ date: at, format: '%j|%u|%w|%U|%V|%G' }), '068|2|3|10|10|2027'],
    ['a zone', $ => $.dateToString({ date: at, format: '%H:%M %z %Z', timezone: '+0800' }), '13:06 +0800 +480'],
    ['a zone west', $ => $.dateToString({ date: at, format: '%H:%M %z', timezone: '-05:30' }), '23:36 -0530'],
    ['a named zone', $ => $.dateToString({ date: at, format: '%H:%M', timezone: 'Asia/Shanghai' }), '13:06'],
    ['a zone that is null', $ => $.dateToString({ date: at, format: '%H', timezone: '$n' }), null],
    ['a letter twice', $ => $.dateToString({ date: at, format: '%Y%Y%%Y' }), '20272027%Y'],
    ['no format', $ => $.dateToString({ date: at }), '2027-03-09T05:06:07.089Z'],
    ['a text or else', $ => $.dateFromString({ dateString: 'hello', onError: 'bad' }), 'bad'],
    ['a year alone', $ => $.dateFromParts({ year: 2027 }), new Date('2027-01-01T00:00:00Z')],
    ['month 14', $ => $.dateFromParts({ year: 2027, month: 14 }), new Date('2028-02-01T00:00:00Z')],
    ['day 0', $ => $.dateFromParts({ year: 2027, month: 3, day: 0 }), new Date('2027-02-28T00:00:00Z')],
    ['a null part', $ => $.dateFromParts({ year: 2027, month: '$n' }), null],
    [
      'weeks',
      $ => $.dateFromParts({ isoWeekYear: 2027, isoWeek: 10, isoDayOfWeek: 2 }),
      new Date('2027-03-09T00:00:00Z'),
    ],
    [
      'a date there',
      $ => $.dateFromParts({ year: 2027, hour: 8, timezone: '+08:00' }),
      new Date('2027-01-01T00:00:00Z'),
    ],
  ])('dates: %s', async (_, expression, expected) => {
    expect(await valueOf(DOCUMENT, expression(on.$))).toEqual(expected);
  });
});

describe('stages at their edges (manual: $unwind, $addFields, $project, $sort, $group, $bucket, $bucketAuto, $lookup)', () => {
  const run = async (documents: object[], build: (pipeline: Sdk) => Sdk) => {
    if (documents.length > 0) await put(...documents);
    const found = await allOf(build(course.aggregate()));
    expect((await course.orderBy('_id', 'asc').get()).data).toEqual(documents);
    return found;
  };

  test('unwind: empty, null, absent and plain values, with their place', async () => {
    const documents = [
      { _id: 1, l: ['a', 'b'] },
      { _id: 2, l: [] },
      { _id: 3, l: null },
      { _id: 4 },
      { _id: 5, l: 'x' },
    ];
    const wide = { path: '$l', preserveNullAndEmptyArrays: true, includeArrayIndex: 'm.at' };
    expect(await run(documents, pipeline => pipeline.unwind(wide))).toEqual([
      { _id: 1, l: 'a', m: { at: 0 } },
      { _id: 1, l: 'b', m: { at: 1 } },
      { _id: 2, m: { at: null } },
      { _id: 3, l: null, m: { at: null } },
      { _id: 4, m: { at: null } },
      { _id: 5, l: 'x', m: { at: null } },
    ]);
  });

  test('unwind below a list: there is nothing to unwind', async () => {
    const documents = [{ _id: 1, o: [{ l: [1, 2] }] }];
    expect(await run(documents, pipeline => pipeline.unwind('$o.l'))).toEqual([]);
  });

  test('addFields: beside what is there, into elements, in place of a plain value', async () => {
    const documents = [{ _id: 1, o: { a: 1 }, l: [{ a: 1 }, 5], t: 'x', gone: 1 }];
    expect(
      await run(documents, pipeline => pipeline.addFields({ o: { c: '$t' }, 'l.z': 2, 't.z': '$t', gone: '$absent' })),
    ).toEqual([{ _id: 1, o: { a: 1, c: 'x' }, l: [{ a: 1, z: 2 }, { z: 2 }], t: { z: 'x' } }]);
  });

  test('project: a value that is computed goes into each element of a list, beside what is taken', async () => {
    const documents = [{ _id: 1, o: { a: 1, b: 2 }, l: [{ a: 1 }, 5], t: 'x' }];
    expect(
      await run(documents, pipeline => pipeline.project({ 'o.a': 1, 'o.c': '$t', 'l.z': on.$.add(['$o.a', 1]) })),
    ).toEqual([{ _id: 1, o: { a: 1, c: 'x' }, l: [{ z: 2 }, { z: 2 }] }]);
  });

  test('a path goes into the objects of a list, not into lists within and not by index (expression.cpp: evaluatePathArray)', async () => {
    const documents = [
      { _id: 1, l: [{ b: 1 }, [{ b: 2 }], 3, { b: [{ c: 4 }, [{ c: 5 }]] }, {}], o: { l: [{ b: 6 }] } },
    ];
    const { $ } = on;
    expect(
      await run(documents, pipeline =>
        pipeline.project({
          b: '$l.b',
          c: '$l.b.c',
          at: '$l.0',
          deep: '$o.l.b',
          gone: '$o.l.x',
          none: '$l.b.c.d',
          each: $.map({ input: '$l', as: 'one', in: '$$one.b' }),
        }),
      ),
    ).toEqual([
      {
        _id: 1,
        b: [1, [{ c: 4 }, [{ c: 5 }]]],
        c: [[4]],
        at: [],
        deep: [6],
        gone: [],
        none: [[]],
        each: [1, [2], null, [{ c: 4 }, [{ c: 5 }]], null],
      },
    ]);
  });

  test('group and sortByCount: objects are the same only with their fields in the same order (manual: Comparison/Sort Order)', async () => {
    const documents = [
      { _id: 1, v: { a: 1, b: 2 } },
      { _id: 2, v: { b: 2, a: 1 } },
      { _id: 3, v: { a: 1, b: 2 } },
      { _id: 4, v: null },
      { _id: 5 },
    ];
    const groups = await run(documents, pipeline => pipeline.group({ _id: '$v', n: on.$.sum(1) }));
    expect(groups.map((one: Sdk) => JSON.stringify(one)).sort()).toEqual([
      '{"_id":null,"n":2}',
      '{"_id":{"a":1,"b":2},"n":2}',
      '{"_id":{"b":2,"a":1},"n":1}',
    ]);
    course = await on.empty();
    const counts = await run(documents, pipeline => pipeline.match({ v: on._.neq(null) }).sortByCount('$v'));
    expect(JSON.stringify(counts)).toBe('[{"_id":{"a":1,"b":2},"count":2},{"_id":{"b":2,"a":1},"count":1}]');
  });

  test('project: _id beside fields that are left out', async () => {
    const documents = [{ _id: 1, a: 1, b: 2 }];
    expect(await run(documents, pipeline => pipeline.project({ a: 0, _id: 1 }))).toEqual([{ _id: 1, b: 2 }]);
  });

  test('sort: a list by its least or its greatest, an empty one before null', async () => {
    const values = [null, 1, 'a', { a: 1 }, [], [0, 'z'], true];
    const documents = [...values.map((v, _id) => ({ _id, v })), { _id: 7 }];
    const order = async (direction: number) =>
      (await allOf(course.aggregate().sort({ v: direction, _id: 1 }))).map(({ _id }: Sdk) => _id);
    await put(...documents);
    expect(await order(1)).toEqual([4, 0, 7, 5, 1, 2, 3, 6]);
    expect(await order(-1)).toEqual([6, 3, 5, 2, 1, 0, 7, 4]);
  });

  test('group: the spread of one number, sums of constants and of texts', async () => {
    const { $ } = on;
    const documents = [
      { _id: 1, v: 3 },
      { _id: 2, v: 'x' },
    ];
    const fields = { _id: null, n: $.sum(1), s: $.sum('$v'), a: $.avg('$v'), d: $.stdDevSamp('$v') };
    expect(await run(documents, pipeline => pipeline.group(fields))).toEqual([
      { _id: null, n: 2, s: 3, a: 3, d: null },
    ]);
  });

  test('bucketAuto of nothing gives no bucket; lookup under a dotted name keeps what stands beside it', async () => {
    expect(await run([], pipeline => pipeline.bucketAuto({ groupBy: '$v', buckets: 2 }))).toEqual([]);
    const lookup = { from: on.name, localField: 'k', foreignField: '_id', as: 'o.x' };
    const documents = [{ _id: 1, k: 1, o: { z: 1 } }];
    expect(await run(documents, pipeline => pipeline.lookup(lookup))).toEqual([
      { _id: 1, k: 1, o: { z: 1, x: documents } },
    ]);
  });

  test.each<[string, (pipeline: Sdk, text: Sdk) => Sdk]>([
    ['unwind of no path', pipeline => pipeline.unwind('l')],
    ['unwind of an empty path', pipeline => pipeline.unwind('$')],
    ['a place with a dollar', pipeline => pipeline.unwind({ path: '$l', includeArrayIndex: '$at' })],
    ['a group by a field', pipeline => pipeline.group({ _id: null, n: '$v' })],
    ['a group by an operator that gathers nothing', (pipeline, $) => pipeline.group({ _id: null, n: $.concat(['a']) })],
    ['a group into a dotted name', (pipeline, $) => pipeline.group({ _id: null, 'a.b': $.sum(1) })],
    ['a projection of nothing', pipeline => pipeline.project({})],
    ['no fields to add', pipeline => pipeline.addFields({})],
    ['an order of 2', pipeline => pipeline.sort({ v: 2 })],
    ['an order in words', pipeline => pipeline.sort({ v: 'asc' })],
    ['a count by a plain word', pipeline => pipeline.sortByCount('v')],
    ['a bucket for no value', pipeline => pipeline.bucket({ groupBy: '$v', boundaries: [5, 10] })],
    ['boundaries of two types', pipeline => pipeline.bucket({ groupBy: '$v', boundaries: [0, 'a'] })],
    [
      'a default between the boundaries',
      pipeline => pipeline.bucket({ groupBy: '$v', boundaries: [0, 5], default: 3 }),
    ],
    ['buckets in words', pipeline => pipeline.bucketAuto({ groupBy: '$v', buckets: '2' })],
    ['one bucket and a half', pipeline => pipeline.bucketAuto({ groupBy: '$v', buckets: 1.5 })],
    ['a lookup to nowhere', pipeline => pipeline.lookup({ from: on.name, localField: 'a', foreignField: 'b' })],
  ])('%s is refused', async (_, build) => {
    await put({ _id: 1, v: 1, l: [1] });
    await failureOf(build(course.aggregate(), on.$).end());
  });
});

test('what every object has in JavaScript is no field of a document', async () => {
  await put({ _id: 1, o: { a: 1 } }, { _id: 2, o: { toString: 1 } });
  const found = async (criteria: object) => (await course.where(criteria).get()).data.map(({ _id }: Sdk) => _id);
  expect(await found({ constructor: on._.exists(true) })).toEqual([]);
  expect(await found({ 'o.toString': on._.exists(true) })).toEqual([2]);
});
