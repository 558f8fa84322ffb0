import { lastOf } from '../last-of';

/** `何小燕` → `何*燕`, `何燕` → `何*`: for lists that others can see. */
export function maskName(name: string): string {
  const letters = [...name];
  const first = letters[0] ?? '';
  if (letters.length <= 1) return first;
  if (letters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(letters.length - 2)}${lastOf(letters) ?? ''}`;
}

/** `13812341234` → `138****1234`. What is no mobile number is hidden altogether. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat([...phone].length);
