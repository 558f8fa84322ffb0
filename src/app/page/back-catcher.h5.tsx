/** A browser does this with its history (app/way/history.h5.ts). */
export const BackCatcher = (_: { shown: boolean }) => null;
