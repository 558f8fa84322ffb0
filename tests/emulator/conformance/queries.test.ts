import { type Environment, type Sdk, failureOf, openEnvironment } from './environment';

let on: Environment;
let course: Sdk;
const DOCUMENTS = [
  {
    _id: 'choir',
    name: '合唱',
    seats: 40,
    tags: ['music', 'evening'],
    place: { hall: 'A', floor: 1 },
    at: new Date(1000),
    line: [
      { memberId: 'm1', at: 1 },
      { memberId: 'm2', at: 5 },
    ],
  },
  {
    _id: 'tea',
    name: '茶艺',
    seats: 24,
    tags: ['tea'],
    place: { hall: 'B', floor: 2 },
    at: new Date(2000),
    line: [{ memberId: 'm1', at: 9 }],
  },
  {
    _id: 'guqin',
    name: '古琴',
    seats: 12,
    tags: ['music'],
    place: { hall: 'A', floor: 3 },
    at: new Date(3000),
    line: [],
    note: null,
  },
  { _id: 'paper', name: 'paper-cutting', seats: 7, tags: [], scores: [3, 8, 15], price: 'free' },
];

beforeAll(async () => {
  on = await openEnvironment('conformance_queries', [
    { name: 'member', keys: [{ field: 'line.memberId', direction: 1 }] },
    { name: 'hall', keys: [{ field: 'place.hall', direction: 1 }] },
  ]);
  course = await on.empty();
  await course.add({ data: DOCUMENTS });
});
afterAll(() => on.close());

/** What is asked, and the documents that answer it. */
type Where = (_: Sdk, db: Sdk) => object;
const CASES: [string, Where, string[]][] = [
  ['everything', () => ({}), ['choir', 'tea', 'guqin', 'paper']],
  ['a value', () => ({ seats: 24 }), ['tea']],
  ['two fields at once', () => ({ seats: 24, name: '合唱' }), []],
  ['a nested field by its path', () => ({ 'place.hall': 'A' }), ['choir', 'guqin']],
  ['a nested field by an object, which the SDK flattens', () => ({ place: { hall: 'A' } }), ['choir', 'guqin']],
  ['a whole object by eq, which compares all of it', _ => ({ place: _.eq({ hall: 'A' }) }), []],
  ['a whole object by eq, in the order of its fields', _ => ({ place: _.eq({ hall: 'A', floor: 1 }) }), ['choir']],
  ['an element of an array', () => ({ tags: 'music' }), ['choir', 'guqin']],
  ['a whole array', () => ({ tags: ['music', 'evening'] }), ['choir']],
  ['an empty array', () => ({ tags: [] }), ['paper']],
  ['an element by its index', () => ({ 'tags.0': 'music' }), ['choir', 'guqin']],
  ['a field of the elements', () => ({ 'line.memberId': 'm2' }), ['choir']],
  ['a field of the elements, in', _ => ({ 'line.memberId': _.in(['m1', 'm9']) }), ['choir', 'tea']],
  ['a field of one element by its index', () => ({ 'line.0.at': 9 }), ['tea']],
  ['null, which an absent field is too', () => ({ note: null }), ['choir', 'tea', 'guqin', 'paper']],
  ['null or absent at a path', () => ({ 'place.hall': null }), ['paper']],
  ['a date', () => ({ at: new Date(2000) }), ['tea']],
  ['a regular expression', () => ({ name: /^paper/ }), ['paper']],
  ['a regular expression with an option', () => ({ name: /^PAPER/i }), ['paper']],
  ['db.RegExp', (_, db) => ({ name: db.RegExp({ regexp: 'CUT', options: 'i' }) }), ['paper']],
  ['a regular expression on an array', () => ({ tags: /^mus/ }), ['choir', 'guqin']],
  ['eq', _ => ({ seats: _.eq(12) }), ['guqin']],
  ['neq', _ => ({ seats: _.neq(12) }), ['choir', 'tea', 'paper']],
  ['neq on an array: no element is', _ => ({ 'line.memberId': _.neq('m1') }), ['guqin', 'paper']],
  ['gt', _ => ({ seats: _.gt(24) }), ['choir']],
  ['gte', _ => ({ seats: _.gte(24) }), ['choir', 'tea']],
  ['lt', _ => ({ seats: _.lt(12) }), ['paper']],
  ['lte', _ => ({ seats: _.lte(12) }), ['guqin', 'paper']],
  ['lt on dates', _ => ({ at: _.lt(new Date(2000)) }), ['choir']],
  ['gt never meets another type', _ => ({ price: _.gt(0) }), []],
  ['lt never meets an absent field', _ => ({ price: _.lt('zzz') }), ['paper']],
  ['in', _ => ({ seats: _.in([7, 12, 99]) }), ['guqin', 'paper']],
  ['in nothing', _ => ({ seats: _.in([]) }), []],
  ['in with null meets absent fields', _ => ({ price: _.in([null]) }), ['choir', 'tea', 'guqin']],
  ['nin', _ => ({ seats: _.nin([7, 12]) }), ['choir', 'tea']],
  ['nin on an array: none of its elements', _ => ({ tags: _.nin(['tea', 'evening']) }), ['guqin', 'paper']],
  ['exists', _ => ({ price: _.exists(true) }), ['paper']],
  ['exists, also of null', _ => ({ note: _.exists(true) }), ['guqin']],
  ['exists false', _ => ({ price: _.exists(false) }), ['choir', 'tea', 'guqin']],
  ['mod', _ => ({ seats: _.mod(10, 2) }), ['guqin']],
  ['all', _ => ({ tags: _.all(['evening', 'music']) }), ['choir']],
  ['size', _ => ({ tags: _.size(1) }), ['tea', 'guqin']],
  ['elemMatch on fields', _ => ({ line: _.elemMatch({ memberId: 'm1', at: _.lt(5) }) }), ['choir']],
  ['elemMatch on values', _ => ({ scores: _.elemMatch({ $gt: 5, $lt: 10 }) }), ['paper']],
  ['elemMatch on values, with a bare command', _ => ({ scores: _.elemMatch(_.gt(5)) }), ['paper']],
  ['two conditions without elemMatch may be met by two elements', _ => ({ scores: _.gt(10).and(_.lt(5)) }), ['paper']],
  ['and of one field', _ => ({ seats: _.gt(7).and(_.lt(24)) }), ['guqin']],
  ['and by chained commands', _ => ({ seats: _.gt(7).lt(24) }), ['guqin']],
  ['or of one field', _ => ({ seats: _.lt(10).or(_.gt(30)) }), ['choir', 'paper']],
  ['or of one field by a list', _ => ({ seats: _.or([_.eq(7), _.eq(40)]) }), ['choir', 'paper']],
  ['not', _ => ({ seats: _.not(_.gt(12)) }), ['guqin', 'paper']],
  ['not also meets absent fields', _ => ({ price: _.not(_.eq('free')) }), ['choir', 'tea', 'guqin']],
  ['not of a regular expression', _ => ({ name: _.not(/^paper/) }), ['choir', 'tea', 'guqin']],
  ['and of whole conditions', _ => _.and([{ seats: _.gt(10) }, { 'place.hall': 'A' }]), ['choir', 'guqin']],
  ['or of whole conditions', _ => _.or([{ seats: 7 }, { 'place.floor': 2 }]), ['tea', 'paper']],
  ['nor of whole conditions', _ => _.nor([{ seats: 7 }, { 'place.floor': 2 }]), ['choir', 'guqin']],
  ['or inside and', _ => _.and([{ 'place.hall': 'A' }, _.or([{ seats: 12 }, { seats: 7 }])]), ['guqin']],
  ['expr compares two fields', _ => _.expr(_.aggregate.gt(['$seats', 20])), ['choir', 'tea']],
  ['expr in an or', _ => _.or([_.expr(_.aggregate.eq(['$seats', 24])), { seats: 7 }]), ['tea', 'paper']],
  ['_id', () => ({ _id: 'tea' }), ['tea']],
  ['_id in', _ => ({ _id: _.in(['paper', 'none', 'choir']) }), ['choir', 'paper']],
  ['_id and a guard that holds', _ => ({ _id: 'tea', seats: _.gt(0) }), ['tea']],
  ['_id and a guard that does not', _ => ({ _id: 'tea', seats: _.gt(24) }), []],
];

test.each(CASES)('where: %s', async (_title, where, expected) => {
  const { data } = await course.where(where(on._, on.db)).get();

  expect(data.map((document: { _id: string }) => document._id).sort()).toEqual([...expected].sort());
});

test.each(CASES)('count: %s', async (_title, where, expected) => {
  expect((await course.where(where(on._, on.db)).count()).total).toBe(expected.length);
});

test('a chain of where replaces the condition', async () => {
  const { data } = await course.where({ seats: 7 }).where({ seats: 12 }).get();

  expect(data.map((document: { _id: string }) => document._id)).toEqual(['guqin']);
});

test('field() chooses the fields of all results', async () => {
  const { data } = await course.where({ 'place.hall': 'A' }).field({ name: true, _id: false }).get();

  expect(data).toEqual([{ name: '合唱' }, { name: '古琴' }]);
});

test('field() cuts an array by project.slice', async () => {
  const { data } = await course
    .where({ _id: 'paper' })
    .field({ scores: on._.project.slice(2), _id: true })
    .get();

  expect(data[0].scores).toEqual([3, 8]);
});

test('field() takes the first element that project.elemMatch meets', async () => {
  const { data } = await course
    .where({ _id: 'choir' })
    .field({ line: on._.project.elemMatch({ memberId: 'm2' }) })
    .get();

  expect(data).toEqual([{ _id: 'choir', line: [{ memberId: 'm2', at: 5 }] }]);
});

/** What the emulator does not do, it says. */
test.each<[string, Where, string]>([
  ['geoNear', (_, db) => ({ place: _.geoNear({ geometry: db.Geo.Point(0, 0), maxDistance: 1 }) }), '$nearSphere'],
  ['geoWithin', _ => ({ place: _.geoWithin({ centerSphere: [[0, 0], 1] }) }), '$geoWithin'],
  ['geoIntersects', (_, db) => ({ place: _.geoIntersects({ geometry: db.Geo.Point(0, 0) }) }), '$geoIntersects'],
  ['text', _ => ({ name: _.text({ search: 'x' }) }), '$search'],
  ['an operator inside expr that does not exist', _ => _.expr({ $frobnicate: 1 }), '$frobnicate'],
  ['jsonSchema', _ => _.jsonSchema({ required: ['name'] }), '$jsonSchema'],
])('%s answers an error that names its operator', async (_title, where, operator) => {
  const { errCode, errMsg } = await failureOf(course.where(where(on._, on.db)).get());

  expect(errCode).toBe(-502002);
  expect(errMsg).toContain(operator);
});
