import { type Environment, type Sdk, failureOf, openEnvironment } from './environment';

let on: Environment;
let course: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_documents');
});
beforeEach(async () => {
  course = await on.empty();
});
afterAll(() => on.close());

test('a document that is added comes back as it was', async () => {
  const data = {
    _id: 'c1',
    text: '合唱',
    number: 2,
    half: 1.5,
    large: 2 ** 45,
    yes: true,
    nothing: null,
    list: [1, [2], { a: [] }],
    inside: { a: { b: {} } },
  };
  await course.add({ data });

  expect((await course.doc('c1').get()).data).toEqual(data);
});

test('dates come back as dates', async () => {
  await course.add({
    data: { _id: 'c1', at: new Date(1764000000000), list: [new Date(5)], inside: { at: new Date(0) } },
  });

  const { data } = await course.doc('c1').get();

  expect(data).toEqual({ _id: 'c1', at: new Date(1764000000000), list: [new Date(5)], inside: { at: new Date(0) } });
});

test('NaN and the infinities come back', async () => {
  await course.add({ data: { _id: 'c1', list: [NaN, Infinity, -Infinity] } });

  expect((await course.doc('c1').get()).data.list).toEqual([NaN, Infinity, -Infinity]);
});

test('fields that are undefined are left out', async () => {
  await course.add({ data: { _id: 'c1', a: undefined, inside: { b: undefined } } });

  expect((await course.doc('c1').get()).data).toStrictEqual({ _id: 'c1', inside: {} });
});

test('an _id is made where none is given', async () => {
  const { _id } = await course.add({ data: { a: 1 } });

  expect(_id).toMatch(/^[0-9a-f]{32}$/);
  expect((await course.doc(_id).get()).data).toEqual({ _id, a: 1 });
});

test('an _id may be a number, which is another than its digits', async () => {
  await course.add({ data: { _id: 5, is: 'number' } });
  await course.add({ data: { _id: '5', is: 'text' } });

  expect((await course.doc(5).get()).data).toEqual({ _id: 5, is: 'number' });
  expect((await course.doc('5').get()).data).toEqual({ _id: '5', is: 'text' });
});

test('several documents are added at once', async () => {
  const { _ids } = await course.add({ data: [{ _id: 'a' }, { _id: 'b' }] });

  expect(_ids).toEqual(['a', 'b']);
  expect((await course.count()).total).toBe(2);
});

test('serverDate is the server’s time, moved by its offset', async () => {
  const before = Date.now() - 60_000;
  await course.add({ data: { _id: 'c1', at: on.db.serverDate(), later: on.db.serverDate({ offset: 3_600_000 }) } });

  const { data } = await course.doc('c1').get();

  expect(data.at.getTime()).toBeGreaterThan(before);
  expect(data.later - data.at).toBe(3_600_000);
});

test('a regular expression is stored as one', async () => {
  await course.add({ data: { _id: 'c1', pattern: /^a/i } });

  const { pattern } = (await course.doc('c1').get()).data;

  expect(JSON.stringify(pattern)).toBe(JSON.stringify({ pattern: '^a', options: 'i' }));
});

test('set replaces the whole document', async () => {
  await course.add({ data: { _id: 'c1', a: 1, b: 2 } });

  const { stats } = await course.doc('c1').set({ data: { a: 3 } });

  expect(stats).toEqual({ updated: 1, created: 0 });
  expect((await course.doc('c1').get()).data).toEqual({ _id: 'c1', a: 3 });
});

test('set makes a document that is not there', async () => {
  const { stats } = await course.doc('new').set({ data: { a: 1, at: on.db.serverDate() } });

  expect(stats).toEqual({ updated: 0, created: 1 });
  expect((await course.doc('new').get()).data).toEqual({ _id: 'new', a: 1, at: expect.any(Date) });
});

test('remove takes a document away, and counts 0 the second time', async () => {
  await course.add({ data: { _id: 'c1' } });

  expect((await course.doc('c1').remove()).stats).toEqual({ removed: 1 });
  expect((await course.doc('c1').remove()).stats).toEqual({ removed: 0 });
});

test('field() of a document chooses its fields', async () => {
  await course.add({ data: { _id: 'c1', a: 1, b: { c: 1, d: 2 } } });

  expect((await course.doc('c1').field({ 'b.c': true }).get()).data).toEqual({ _id: 'c1', b: { c: 1 } });
  expect((await course.doc('c1').field({ b: false }).get()).data).toEqual({ _id: 'c1', a: 1 });
  expect((await course.doc('c1').field({ _id: false, a: true }).get()).data).toEqual({ a: 1 });
});

test('a document that is not there fails with -1', async () => {
  expect(await failureOf(course.doc('none').get())).toEqual({
    errCode: -1,
    errMsg: 'document.get:fail document with _id none does not exist',
  });
});

test('a document that is not there is null where the database was opened so', async () => {
  const lenient = on.cloud.database({ throwOnNotFound: false }).collection(on.name);

  expect((await lenient.doc('none').get()).data).toBeNull();
});

test('what was read is a copy: changing it changes nothing', async () => {
  await course.add({ data: { _id: 'c1', list: [1] } });
  const first = (await course.doc('c1').get()).data;
  first.list.push(2);

  expect((await course.doc('c1').get()).data).toEqual({ _id: 'c1', list: [1] });
});

const shape = (on: Environment) => {
  const { Geo } = on.db;
  const at = (longitude: number, latitude: number) => Geo.Point(longitude, latitude);
  const ring = Geo.LineString([at(0, 0), at(0, 2), at(2, 2), at(0, 0)]);
  return {
    Point: at(106.5, 29.5),
    LineString: Geo.LineString([at(0, 0), at(1, 1)]),
    Polygon: Geo.Polygon([ring]),
    MultiPoint: Geo.MultiPoint([at(0, 0), at(1, 1)]),
    MultiLineString: Geo.MultiLineString([Geo.LineString([at(0, 0), at(1, 1)])]),
    MultiPolygon: Geo.MultiPolygon([Geo.Polygon([ring])]),
  };
};

test.each(['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const)(
  'a %s comes back as what it was',
  async kind => {
    const place = shape(on)[kind];
    await course.add({ data: { _id: 'c1', place } });

    const { data } = await course.doc('c1').get();

    expect(data.place.toJSON()).toEqual(place.toJSON());
    expect(data.place.constructor).toBe(place.constructor);
  },
);
