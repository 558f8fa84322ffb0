import { maskPhone, sameMasked } from '../../../domain/base/mask';

test.each([
  ['13812341234', '138****1234'],
  ['02349860', '********'],
  ['', ''],
])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

test('a search by a number finds every number that is shown as it is, and no other', () => {
  const found = (phone: string) => sameMasked('13812341234')!.test(phone);
  expect(['13812341234', '13800001234', '13812341235', '13912341234', '138123412345'].map(found)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each(['1381234123', '138123412345', ''])('%j is no number to search by', phone => {
  expect(sameMasked(phone)).toBeUndefined();
});
