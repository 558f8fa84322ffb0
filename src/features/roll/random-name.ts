/** A name that is unique over all phones and all times: letters and digits, 20 to 30 of them. */
export const randomName = (): string =>
  `${Date.now().toString(36)}-${Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 8)).join('')}`;
