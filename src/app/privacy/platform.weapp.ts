import type { PrivacyQuestion } from './questions';

/** WeChat requires a tap on a button, which it finds by this name. */
export const AGREE_BUTTON = 'privacy-agree';

interface Wx {
  onNeedPrivacyAuthorization?(
    listen: (resolve: (answer: { event: string; buttonId?: string }) => void, info?: { referrer?: string }) => void,
  ): void;
  openPrivacyContract?(options: { success: () => void; fail: () => void }): void;
}
declare const wx: Wx;

/**
 * WeChat asks us before an interface that touches personal data goes on. We ask the person and answer.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.onNeedPrivacyAuthorization.html Base
 * libraries before 2.32.3 do not ask, and go on.
 */
export function listenForPrivacy(ask: (question: PrivacyQuestion) => void): void {
  wx.onNeedPrivacyAuthorization?.((resolve, info) => {
    resolve({ event: 'exposureAuthorization' });
    ask({
      referrer: info?.referrer ?? '',
      answer: agreed => resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }),
    });
  });
}

/** Opens the text that the union has given to WeChat. False if there is none to open. */
export const openContract = (): Promise<boolean> =>
  new Promise(resolve => {
    if (!wx.openPrivacyContract) return resolve(false);
    wx.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) });
  });

/** WeChat itself asks, at the interface. */
export const passesPrivacy = (_referrer: string): Promise<boolean> => Promise.resolve(true);
