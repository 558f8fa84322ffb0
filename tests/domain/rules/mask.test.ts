import { maskName, maskPhone } from '../../../domain/rules/mask';

test.each([
  ['何小燕', '何*燕'],
  ['何燕', '何*'],
  ['欧阳小燕', '欧**燕'],
  ['何', '何'],
  ['', ''],
  ['𠮷小田', '𠮷*田'],
])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

test.each([
  ['13812341234', '138****1234'],
  ['02349860', '********'],
  ['', ''],
])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
