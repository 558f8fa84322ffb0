/** A browser has its history for it (way/history.h5.ts). */
export const BackCatcher = (_: { shown: boolean }) => null;
