import { dialled, isContact } from '../../../domain/batch/contact';
import { plainWords } from '../../../domain/base/written';

test.each([
  ['023-4985 0000', '02349850000'],
  ['(023) 49850000', '02349850000'],
  ['０２３－４９８５００００', '02349850000'],
  ['\u202a13883012716\u202c', '13883012716'],
  ['+86 138 8301 2716', '+8613883012716'],
  ['49850000 转 801', '49850000'],
  ['00861388301271612345', '00861388301271612345'],
])('%s is a number that a phone dials', (typed, expected) => {
  const contact = plainWords(typed);

  expect(isContact(contact)).toBe(true);
  expect(dialled(contact)).toBe(expected);
});

test('nothing is no number, and is allowed', () => expect(isContact(plainWords('  '))).toBe(true));

test.each(['王老师', '微信 hg2027', '120号', '023', '023-4985 0000 转 8012345678', '138830127161388301271'])(
  '%s is none',
  typed => expect(isContact(plainWords(typed))).toBe(false),
);
