import { Binary, Decimal128, EJSON, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { readEjson, writeEjson } from '../../../emulator/database/ejson';

const canonical = (value: unknown) => EJSON.stringify(value, { relaxed: false });

const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.date({ noInvalidDate: true }),
);
const documents = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    // Names with a dollar are no field names; `__proto__` is none that JSON.parse and a literal agree on.
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter(name => !name.startsWith('$') && name !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

test('what the SDK writes is read to the same values', () => {
  fc.assert(fc.property(documents, value => void expect(readEjson(canonical({ value }), 0)).toEqual({ value })));
});

test('what is written is read by the SDK, and by us, to the same values', () => {
  fc.assert(
    fc.property(documents, value => {
      const text = writeEjson({ value });
      expect(EJSON.parse(text)).toEqual({ value });
      expect(readEjson(text, 0)).toEqual({ value });
    }),
  );
});

test.each<[string, unknown]>([
  ['an ObjectId', new ObjectId('0123456789abcdef01234567')],
  ['a decimal', Decimal128.fromString('1.10')],
  ['bytes', new Binary(Buffer.from('茶'))],
  ['a timestamp', new Timestamp({ t: 1, i: 2 })],
  ['the least key', new MinKey()],
  ['the greatest key', new MaxKey()],
])('%s is given back intact', (_title, value) => {
  const text = canonical({ value });

  expect(canonical(EJSON.parse(writeEjson(readEjson(text, 0)), { relaxed: false }))).toBe(text);
});

test('a long is a number', () => {
  expect(readEjson(canonical({ n: Long.fromString('1764000000000') }), 0)).toEqual({ n: 1764000000000 });
});

test('serverDate is the clock that is given, and its offset', () => {
  const text = '{"at":{"$tcb_server_date":{"offset":{"$numberInt":"-5"}}}}';

  expect(readEjson(text, 1000)).toEqual({ at: new Date(995) });
});

test.each(['', '{', 'undefined', '{"a":{"$regularExpression":{"pattern":"(","options":""}}}'])(
  '%j is refused',
  text => {
    expect(() => readEjson(text, 0)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
  },
);
