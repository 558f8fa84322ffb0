import { othersWithNumber, sameNumberAlarms } from '../../../domain/people/same-number';
import { sameNumberWords } from '../../../domain/people/same-number-words';
import { section } from '../line/sections';

const member = (_id: string, phone: string) => ({ _id, phone });
const members = (...all: [string, string][]) => new Map(all.map(([id, phone]) => [id, member(id, phone)]));

test('who shares a number is told how many others do; who has none shares nothing', () => {
  const people = [
    member('a', '13800001234'),
    member('b', '13800001234'),
    member('c', '13900001234'),
    member('d', ''),
    member('e', ''),
  ];

  expect([...othersWithNumber(people)]).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});

test('an alarm a number and batch, where it stands for several accounts', () => {
  const tea = section({ _id: 'tea' }, 'a', 'b');
  const choir = section({ _id: 'choir', course: '合唱' }, 'b', 'c');
  const later = section({ _id: 'later', batchId: 'c' }, 'a');
  const same = members(['a', '13800001234'], ['b', '13800001234'], ['c', '13900001234']);

  expect(sameNumberAlarms([tea, choir, later], same)).toEqual([
    { sectionId: 'tea', text: expect.stringMatching(/138\*\*\*\*1234 有 2 个账号，共 3 个位置（茶艺一班、合唱一班）/) },
  ]);
  expect(sameNumberAlarms([choir, later], same)).toEqual([]);
});

test('one account in several classes is no alarm, and who is gone shares nothing', () => {
  const tea = section({ _id: 'tea' }, 'a', 'xgone');
  const choir = section({ _id: 'choir' }, 'a', 'xgone2');

  expect(sameNumberAlarms([tea, choir], members(['a', '13800001234']))).toEqual([]);
});

test('in words, where there is somebody else', () => {
  expect(sameNumberWords(2)).toBe('另有 2 个账号同号');
  expect([sameNumberWords(undefined), sameNumberWords(0)]).toEqual([undefined, undefined]);
});
