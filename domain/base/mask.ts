/**
 * Matches the numbers that are shown as this one is: a search by it tells nothing that its answer would not show, so that a
 * hidden part cannot be tried out. `undefined` for what is no mobile number.
 */
export const sameMasked = (phone: string): RegExp | undefined =>
  /^\d{11}$/.test(phone) ? new RegExp(`^${phone.slice(0, 3)}\\d{4}${phone.slice(-4)}$`) : undefined;

/** `13812341234` → `138****1234`. What is no mobile number is hidden altogether. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat([...phone].length);
