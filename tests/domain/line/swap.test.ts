import { decideSwap } from '../../../domain/line/swap';
import { section, standing, T } from './sections';

const now = T + 60_000;
const to = section({ _id: 'to', clashIds: ['from'] }, 'ann');
const from = section({ _id: 'from', clashIds: ['to'] }, 'ann', 'bo', 'me');
const held = standing({ from: T + 3_000, keep: T });

test('leaves the wait, takes the seat, and the standing says so', () => {
  expect(decideSwap(now, 'me', to, [from], held)).toEqual({
    entry: { memberId: 'me', at: now },
    leave: [{ sectionId: 'from', entry: { memberId: 'me', at: T + 3_000 }, wasFull: true }],
    standing: {
      holds: [
        { sectionId: 'keep', batchId: 'b', at: T },
        { sectionId: 'to', batchId: 'b', at: now },
      ],
      batches: { b: { settledAt: T - 1, count: 2 } },
      first: [],
    },
  });
});

test('whether the line that is left was full', () => {
  const roomy = { ...from, waitlistLimit: 5 };
  expect(decideSwap(now, 'me', to, [roomy], held)?.leave).toEqual([
    { sectionId: 'from', entry: { memberId: 'me', at: T + 3_000 }, wasFull: false },
  ]);
});

test('counts by batch where the wait was in another one', () => {
  const elsewhere = { ...from, batchId: 'x' };
  const both = standing(
    {},
    {
      holds: [{ sectionId: 'from', batchId: 'x', at: T + 3_000 }],
      batches: { x: { settledAt: 1, count: 1 }, b: { settledAt: 1, count: 0 } },
    },
  );
  expect(decideSwap(now, 'me', to, [elsewhere], both)?.standing.batches).toEqual({
    x: { settledAt: 1, count: 0 },
    b: { settledAt: 1, count: 1 },
  });
});

test.each([
  ['the seat went meanwhile', { ...to, line: section({}, 'ann', 'bo').line }, from, held],
  ['the seat is not open yet', { ...to, reopensAt: now + 1 }, from, held],
  ['the batch closed', { ...to, closesAt: now }, from, held],
  ['the wait became a seat', to, { ...from, line: from.line.slice(1) }, held],
  ['I left there meanwhile', to, section({ _id: 'from' }, 'ann'), held],
  ['the hold is of another time', to, from, standing({ from: T })],
  ['I hold this section already', to, from, standing({ from: T + 3_000, to: now })],
  ['I stand in its line already', { ...to, line: section({}, 'me').line }, from, held],
  ['the standing is not settled', to, from, { ...held, batches: {} }],
  ['the limit is reached by what stays', { ...to, limit: 1 }, from, held],
])('nothing is written when %s', (_, target, source, of) => {
  expect(decideSwap(now, 'me', target, [source], of)).toBeUndefined();
});

test('nothing is written for a tap from before the person left there', () => {
  const left = { ...held, batches: { b: { ...held.batches['b']!, left: { to: now } } } };
  expect(decideSwap(now, 'me', to, [from], left, now)).toBeUndefined();
  expect(decideSwap(now, 'me', to, [from], left, now + 1)).toBeDefined();
  expect(decideSwap(now, 'me', to, [from], left)).toBeDefined();
});

test('the documents given are not changed', () => {
  const before = structuredClone({ to, from, held });
  decideSwap(now, 'me', to, [from], held);
  expect({ to, from, held }).toEqual(before);
});

test('a seat that reopens in this instant is taken, one that reopens later is not', () => {
  const at = (reopensAt: number) => decideSwap(now, 'me', { ...to, reopensAt }, [from], held);
  expect(at(now)).toBeDefined();
  expect(at(now + 1)).toBeUndefined();
});

test('the hold that stands behind the wait is of this very class', () => {
  const another = standing({ other: T + 3_000 });
  expect(decideSwap(now, 'me', to, [from], another)).toBeUndefined();
});
