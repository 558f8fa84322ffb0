/** A share in whole percent. Less than all is never 100, and more than nothing never 0. */
export const percentOf = (share: number): number =>
  share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : Math.round(share * 100);
