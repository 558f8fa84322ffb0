/**
 * What a phone reads from the screen. If the mini-program has a link rule (扫普通链接二维码打开小程序), WeChat's own scanner
 * opens the check-in page. Without one, only the page's scanner can be used, and it reads the bare code.
 */
export const checkInLink = (code: string): string => `${process.env.HG_CHECKIN_LINK ?? ''}${code}`;
