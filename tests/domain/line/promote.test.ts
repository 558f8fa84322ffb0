import { promoted } from '../../../domain/line/promote';

const entry = (memberId: string, at: number) => ({ memberId, at });
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(entry) as [
  ReturnType<typeof entry>,
  ...ReturnType<typeof entry>[],
];

test('who waited and has a seat now has moved up; who had one before, or waits still, has not', () => {
  expect(promoted([a, b!, c!, d!], [b!, c!, d!], 2)).toEqual([c]);
  expect(promoted([a, b!, c!, d!], [c!, d!], 2)).toEqual([c, d]);
  expect(promoted([a, b!], [a], 2)).toEqual([]);
});

test('who joined meanwhile and has the last seat may have waited and moved up; who has another seat did not', () => {
  expect(promoted([a, b!, c!], [b!, c!, e!], 3)).toEqual([e]);
  expect(promoted([a, b!], [d!, e!], 3)).toEqual([]);
});

test('somebody who left and came back is somebody who joined, not who was there; so is somebody else of the same instant', () => {
  const back = entry('b', 9);
  expect(promoted([a, b!], [a, back], 2)).toEqual([back]);
  expect(promoted([a, b!], [back, c!, a], 3)).toEqual([]);
  const other = entry('z', b!.at);
  expect(promoted([a, b!], [a, other], 2)).toEqual([other]);
  expect(promoted([a, b!, c!], [entry('z', c!.at), b!, a], 2)).toEqual([]);
});
