/** WeChat's own bar stays where it is. */
export const fillScreen = (_onLeft: () => void) => () => undefined;
