/** WeChat on a phone cannot print. The codes are kept one by one, or printed from a browser. */
export const canPrint = false;

export const print = (): void => undefined;
