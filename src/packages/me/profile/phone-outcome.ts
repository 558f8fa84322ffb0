/** What came of asking WeChat for the number: a code for the server, a no, or nothing that could be had. */
export type PhoneOutcome = { code: string } | 'declined' | 'unavailable';

/**
 * What the event of WeChat's button means. A number that is not to be had (the union's calls are used up, an old
 * WeChat without codes, an account that may not ask) is not the person's no.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html
 */
export function phoneOutcome({ code, errMsg = '' }: { code?: string; errMsg?: string }): PhoneOutcome {
  if (code) return { code };
  return /deny|cancel|privacy/i.test(errMsg) ? 'declined' : 'unavailable';
}
