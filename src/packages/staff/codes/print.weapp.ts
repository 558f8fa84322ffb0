/** A phone's WeChat prints nothing: the codes are kept one by one, or printed from a browser. */
export const canPrint = false;

export const print = (): void => undefined;
