import fc from 'fast-check';
import { partsOf } from '../../config/mini-program/parts';
import { applied } from './phone';

const bytes = (part: unknown) => Buffer.byteLength(JSON.stringify(part));

/** A tree as Taro sends it: attributes with short names, and `cn` for the children. */
const tree = fc.letrec(tie => ({
  node: fc.record({
    nn: fc.string({ maxLength: 3 }),
    cl: fc.string({ maxLength: 60 }),
    cn: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('node'), { maxLength: 6 })),
  }),
})).node;

test('sent one after the other, the parts do what the whole does, and none is much larger than allowed', () => {
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const data = { 'root.cn': [after], 'root.uid': 'pages/home/index' };

      const parts = partsOf(data, 400);

      expect(parts.reduce(applied, { root: { cn: [before] } })).toEqual(applied({ root: { cn: [before] } }, data));
      // A text of 60 characters is not cut.
      parts.forEach(part => expect(JSON.stringify(part).length).toBeLessThan(900));
    }),
  );
});

test('what is small is sent as it is', () => {
  const data = { 'root.cn.[0].v': '19:59' };

  expect(partsOf(data)).toEqual([data]);
});

test('60 rows in Chinese: each part is below 64 KB', () => {
  const row = { nn: '3', cn: [{ nn: '9', v: '每周三晚上七点到八点半'.repeat(60) }] };
  const parts = partsOf({ 'root.cn.[0].cn': Array.from({ length: 60 }, () => row) });

  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map(bytes))).toBeLessThan(64 * 1024);
});
