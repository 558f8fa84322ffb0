import { firstComers, lineSizeOf, rush } from '../../bench/scene';

test('the first comers of a crowd are those who get a place, in the order in which they come', () => {
  const crowd = { ...rush(400, 3), capacity: 5, waitlistLimit: 2 };
  const { choice } = firstComers(crowd);
  const lines = [0, 1, 2].map(section => choice.filter(one => one === section).length);
  expect(lines).toEqual([7, 7, 7]);
  expect(lineSizeOf(crowd)).toBe(7);
  // The last place of the most wanted class is taken long before somebody has come for the others' last ones.
  const taken = [0, 0, 0];
  const expected = [...crowd.choice].filter(section => taken[section]!++ < 7);
  expect([...choice]).toEqual(expected);
});

test('a crowd that is smaller than the lines comes whole', () => {
  const crowd = rush(10, 3);
  expect([...firstComers(crowd).choice]).toEqual([...crowd.choice]);
});
