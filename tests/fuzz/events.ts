import fc from 'fast-check';
import { CONTRACT, type EndpointName } from '../../domain/api';

/** Strings that have broken something somewhere. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '$ne',
  'a.b',
  '💥'.repeat(40),
  '\ud800',
  'm'.repeat(65),
  'x'.repeat(5_000),
  '{"$ne":null}',
  "'; drop table",
  '<script>alert(1)</script>',
  'NaN',
  '1e999',
  '٣',
  '\u202enoitces',
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
);
/** Looks like an id and is none that exists. */
const unknownId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/).map(id => `${id.slice(0, 60)}-no`);
const operators = fc
  .tuple(fc.constantFrom('$ne', '$gt', '$in', '$regex', '$where', '$set', '$numberLong', '$date'), fc.jsonValue())
  .map(([operator, value]) => ({ [operator]: value }));
/** Own properties of these names, as JSON.parse makes them. */
const keyed = fc
  .tuple(fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'then', 'toJSON', 'length'), fc.jsonValue())
  .map(pair => Object.fromEntries([pair]) as Record<string, unknown>);
const deep = fc.integer({ min: 10, max: 300 }).map(depth => {
  let value: unknown = 'deep';
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { a: value };
  return value;
});
const wide = fc.integer({ min: 51, max: 2_000 }).map(length => Array.from({ length }, (_, index) => `n${index}`));
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  text,
  unknownId,
  operators,
  keyed,
  deep,
  wide,
  fc.constantFrom(null, true, -0, 1e308, -1, 0.1, Number.MAX_SAFE_INTEGER),
);

const FIELDS = ['batchId', 'sectionId', 'name', 'phone', 'employer', 'unionMember', 'noticeIds'];
const FORGED = ['openid', 'OPENID', 'memberId', 'userInfo', 'role', 'roles', '_id', 'now', 'at', 'endpoint'];

/** An input in the shape that an endpoint takes, with something wrong, missing or too much in some of its fields. */
const shaped = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof({ weight: 2, arbitrary: unknownId }, anything), { maxKeys: 4 }),
    fc.dictionary(fc.constantFrom(...FORGED), anything, { maxKeys: 2 }),
  )
  .map(([fields, forged]) => ({ ...fields, ...forged }));
const typed = fc.oneof(
  fc.record({ batchId: unknownId }),
  fc.record({ sectionId: unknownId }),
  fc.record({ batchId: unknownId, sectionId: unknownId }),
  fc.record({ noticeIds: fc.array(text, { minLength: 1, maxLength: 50 }) }),
  fc.record({ name: text, phone: text, employer: text, unionMember: fc.boolean() }),
);

/** With a right input these write, and rightly so: what they are sent here must be wrong. */
const WRITES: EndpointName[] = ['staff.check'];

/** Events for one endpoint that nothing may come of. */
export function malformedEvents(endpoint: EndpointName): fc.Arbitrary<Record<string, unknown>> {
  const input = fc
    .oneof(anything, shaped, typed)
    .filter(value => !WRITES.includes(endpoint) || !CONTRACT[endpoint].input.safeParse(value).success);
  const fields = fc.dictionary(fc.constantFrom('userInfo', 'Type', 'TriggerName', ...FORGED.slice(0, 5)), anything);
  return fc.oneof(
    { weight: 8, arbitrary: input.map(value => ({ endpoint, input: value })) },
    { weight: 1, arbitrary: fc.tuple(fields, input).map(([more, value]) => ({ ...more, endpoint, input: value })) },
    { weight: 1, arbitrary: fc.tuple(anything, input).map(([name, value]) => ({ endpoint: name, input: value })) },
    { weight: 1, arbitrary: fc.oneof(keyed, fields, fc.dictionary(text, anything, { maxKeys: 5 })) },
  ) as fc.Arbitrary<Record<string, unknown>>;
}
