export const canPrint = true;

/** The browser's own dialogue. */
export const print = (): void => window.print();
