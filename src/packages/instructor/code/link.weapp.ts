/**
 * What a phone reads from the screen. With a link rule of the mini-program (扫普通链接二维码打开小程序) WeChat's own scanner
 * opens the check-in page; without one the page's scanner reads the bare code.
 */
export const checkInLink = (code: string): string => `${process.env.HG_CHECKIN_LINK ?? ''}${code}`;
