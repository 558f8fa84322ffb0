/** The result of asking WeChat for the number: a code for the server, a refusal, or no number available. */
export type PhoneOutcome = { code: string } | 'declined' | 'unavailable';

/**
 * What the event of WeChat's button means. A number may be unavailable because the union's calls are used up, the
 * WeChat is too old for codes, or the account may not ask. None of these is a refusal by the person.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html
 */
export function phoneOutcome({ code, errMsg = '' }: { code?: string; errMsg?: string }): PhoneOutcome {
  if (code) return { code };
  return /deny|cancel|privacy/i.test(errMsg) ? 'declined' : 'unavailable';
}
