/** WeChat keeps its own bar on the screen. */
export const fillScreen = (_onLeft: () => void) => () => undefined;
