import { maskPhone } from '../../../domain/base/mask';

test.each([
  ['13812341234', '138****1234'],
  ['02349860', '********'],
  ['', ''],
])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
