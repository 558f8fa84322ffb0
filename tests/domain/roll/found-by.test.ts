import { foundBy } from '../../../domain/roll/found-by';
import { mark, roll } from './rolls';

const appeal = (answer: { at: number; forgiven: boolean; text: string } | null) => ({
  memberId: 'c',
  at: 1,
  text: '我在',
  answer,
});
const answered = appeal({ at: 2, forgiven: true, text: '好' });

test('a roll is found by everybody on it: who is marked, who marks, who wrote', () => {
  expect(foundBy(roll({ marks: [mark('a', 'present')], appeals: [answered] })).people).toEqual(['a', 'teacher', 'c']);
});

test('an open appeal is found, one that is answered is not', () => {
  const open = (...appeals: ReturnType<typeof appeal>[]) => foundBy(roll({ appeals })).appealOpen;
  expect([open(), open(answered), open(answered, appeal(null))]).toEqual([false, false, true]);
});

test('the list of people is the very same one while they are the same people, so that it is not written again', () => {
  const on = (people: string[]) => {
    const before = roll({ marks: [mark('a', 'present')], people });
    return foundBy(before).people === before.people;
  };
  expect(on(['teacher', 'a'])).toBe(true);
  expect(on(['a'])).toBe(false);
  expect(on(['a', 'teacher', 'left'])).toBe(false);
  expect(on(['a', 'somebody'])).toBe(false);
  expect(on(['somebody', 'else'])).toBe(false);
  expect(foundBy(roll({ people: ['a'] })).people).toEqual([]);
  expect(foundBy(roll()).people).toEqual([]);
});
