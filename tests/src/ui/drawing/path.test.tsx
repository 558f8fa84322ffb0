import fc from 'fast-check';
import { segmentsOf } from '../../../../src/ui/drawing/path';

test.each([
  ['M1 2h3v4H0V0Z', ['M1,2', 'L4,2', 'L4,6', 'L0,6', 'L0,0', 'Z']],
  ['m1 1 2 0 0 2z', ['M1,1', 'L3,1', 'L3,3', 'Z']],
  ['M0 0L.5.5-1-1', ['M0,0', 'L0.5,0.5', 'L-1,-1']],
  ['M0 0C1 0 2 1 2 2s1 2 2 2', ['M0,0', 'C1,0,2,1,2,2', 'C2,3,3,4,4,4']],
  ['M0 0Q3 0 3 3T6 6', ['M0,0', 'C2,0,3,1,3,3', 'C3,5,4,6,6,6']],
  ['M5 5', ['M5,5']],
  ['', []],
])('%s', (d, said) => {
  expect(segmentsOf(d).map(([command, ...numbers]) => command + numbers.map(n => +(+n).toFixed(6)).join())).toEqual(
    said,
  );
});

test('an arc goes where it shall, and every point of it lies on its circle', () => {
  const radius = fc.double({ min: 1, max: 60, noNaN: true });
  const angle = fc.double({ min: 0.1, max: 6, noNaN: true });
  fc.assert(
    fc.property(radius, angle, angle, fc.boolean(), (r, from, span, sweep) => {
      const to = sweep ? from + span : from - span;
      const [x, y, ex, ey] = [r * Math.cos(from), r * Math.sin(from), r * Math.cos(to), r * Math.sin(to)];
      fc.pre(Math.abs(span - Math.PI) > 0.01);
      const arc = `A${r} ${r} 0 ${span > Math.PI ? 1 : 0} ${sweep ? 1 : 0} ${ex} ${ey}`;

      const [, ...curves] = segmentsOf(`M${x} ${y}${arc}`);

      let at = [x, y];
      for (const [command, x1, y1, x2, y2, x3, y3] of curves as [
        'C',
        number,
        number,
        number,
        number,
        number,
        number,
      ][]) {
        expect(command).toBe('C');
        const half = [(at[0]! + 3 * x1 + 3 * x2 + x3) / 8, (at[1]! + 3 * y1 + 3 * y2 + y3) / 8];
        expect(Math.hypot(half[0]!, half[1]!)).toBeCloseTo(r, 1);
        at = [x3, y3];
      }
      expect(at[0]).toBeCloseTo(ex, 6);
      expect(at[1]).toBeCloseTo(ey, 6);
    }),
  );
});

test('flags of an arc may stand without blanks', () => {
  expect(segmentsOf('M0 0a5 5 0 0110 0').length).toBe(segmentsOf('M0 0a5 5 0 0 1 10 0').length);
});

test.each(['M', '1 2', 'M0 0X3', 'M0 0 L1'])('%s is no path', d => {
  expect(() => segmentsOf(d)).toThrow();
});
