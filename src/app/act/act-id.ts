/** A permanent id for one act of a person. If the act is sent again after a lost answer, it is still the same act. */
export const newActId = (): string =>
  `${Date.now().toString(36)}-${Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 8)).join('')}`;
