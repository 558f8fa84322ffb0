/** `13812341234` → `138****1234`. What is no mobile number is hidden altogether. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat([...phone].length);
