export const canPrint = true;

/** Opens the browser's own dialogue. */
export const print = (): void => window.print();
