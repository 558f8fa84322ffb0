import { lastOf } from './last-of';

/**
 * Matches all numbers that look like this one when masked. A search by it reveals nothing that its answer would not
 * show, so nobody can guess the hidden digits by trying. `undefined` if the text is no mobile number.
 */
export const sameMasked = (phone: string): RegExp | undefined =>
  /^\d{11}$/.test(phone) ? new RegExp(`^${phone.slice(0, 3)}\\d{4}${phone.slice(-4)}$`) : undefined;

/** Matches all mobile numbers that end in these four digits. `undefined` if the text is anything else. */
export const endsIn = (lastFour: string): RegExp | undefined =>
  /^\d{4}$/.test(lastFour) ? new RegExp(`^\\d{7}${lastFour}$`) : undefined;

/** `13812341234` → `138****1234`. Text that is no mobile number is hidden altogether. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat([...phone].length);

/** `张桂丽` → `张*丽`, `王敏` → `王*`: enough to recognise, not enough to learn a name by. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 2) return `${letters[0] ?? ''}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${lastOf(letters)}`;
}
