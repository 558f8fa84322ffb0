import type { Consent } from '../consent';
import { ask, tell } from '../person';
import type { Stack } from '../stack';
import { fromBase64, toBase64 } from './base64';
import { asynchronous, Fail, type Bag } from './call';
import type { Files } from './files';

/** Told to the screen, and done. */
const TOLD = `showToast hideToast showLoading hideLoading setNavigationBarTitle setNavigationBarColor
  showNavigationBarLoading hideNavigationBarLoading setBackgroundColor setBackgroundTextStyle startPullDownRefresh
  stopPullDownRefresh setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot setTabBarItem setTabBarStyle
  showTabBar hideTabBar setKeepScreenOn vibrateShort vibrateLong previewImage makePhoneCall pageScrollTo hideKeyboard
  showShareMenu hideShareMenu updateShareMenu setVisualEffectOnCapture reportEvent hideHomeButton`.split(/\s+/);

/** What the phone shows over the page, and what a person decides there. */
export function native(stack: Stack, consent: Consent, files: Files): Bag {
  const told = TOLD.map(name => [name, asynchronous(name, options => tell(name, { ...options, page: stack.top?.id }))]);
  /** An API that touches personal data, and may need an access of its own. */
  const careful = (name: string, scope: string | undefined, work: (options: Bag) => Promise<Bag | void> | Bag | void) =>
    asynchronous(name, async options => {
      await consent.privacy(name);
      if (scope) await consent.scope(scope);
      return work(options);
    });
  const setClipboardData = async ({ data }: Bag) => {
    tell('setClipboardData', { data });
    tell('showToast', { title: '内容已复制', icon: 'none', duration: 1_500 });
  };
  return {
    ...Object.fromEntries(told),
    showModal: asynchronous('showModal', options => ask('showModal', options)),
    showActionSheet: asynchronous('showActionSheet', options => ask('showActionSheet', options)),
    scanCode: asynchronous('scanCode', options => ask('scanCode', options)),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', options => {
      consent.requireTap();
      return ask('requestSubscribeMessage', options);
    }),
    setClipboardData: careful('setClipboardData', undefined, setClipboardData),
    getClipboardData: careful('getClipboardData', undefined, () => ask('getClipboardData', {})),
    chooseMessageFile: careful('chooseMessageFile', undefined, async options => {
      const { files: chosen } = await ask<{ files: { name: string; base64: string }[] }>('chooseMessageFile', options);
      return { tempFiles: chosen.map(({ name, base64 }) => tempFile(name, fromBase64(base64))) };
    }),
    saveImageToPhotosAlbum: careful('saveImageToPhotosAlbum', 'scope.writePhotosAlbum', ({ filePath }) =>
      tell('saveImageToPhotosAlbum', { filePath, base64: toBase64(files.read(String(filePath))) }),
    ),
    addPhoneCalendar: careful('addPhoneCalendar', 'scope.addPhoneCalendar', options =>
      tell('addPhoneCalendar', options),
    ),
    openDocument: asynchronous('openDocument', ({ filePath, ...rest }) =>
      tell('openDocument', { ...rest, filePath, base64: toBase64(files.read(String(filePath))) }),
    ),
    authorize: asynchronous('authorize', ({ scope }) => consent.scope(String(scope))),
    getSetting: asynchronous('getSetting', () => ({ authSetting: consent.setting() })),
    openSetting: asynchronous('openSetting', async () => {
      const { scopes } = await ask<{ scopes: Record<string, boolean> }>('openSetting', { scopes: consent.setting() });
      for (const [scope, allowed] of Object.entries(scopes)) consent.allow(scope, allowed);
      return { authSetting: consent.setting() };
    }),
    getPrivacySetting: asynchronous('getPrivacySetting', consent.contract),
    requirePrivacyAuthorize: asynchronous('requirePrivacyAuthorize', () => consent.privacy('requirePrivacyAuthorize')),
    openPrivacyContract: asynchronous('openPrivacyContract', () => tell('openPrivacyContract', {})),
    onNeedPrivacyAuthorization: consent.onNeedPrivacyAuthorization,
  };

  function tempFile(name: string, bytes: Uint8Array<ArrayBuffer>): Bag {
    const path = files.keep(bytes, name.split('.').pop() ?? 'bin');
    return { name, path, size: bytes.length, time: Math.floor(Date.now() / 1000), type: 'file' };
  }
}

/** `wx.getLocation`, which WeChat refuses unless app.json declares it. */
export const getLocation = (consent: Consent, isDeclared: boolean) =>
  asynchronous('getLocation', async options => {
    if (!isDeclared)
      throw new Fail('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
    await consent.privacy('getLocation');
    await consent.scope('scope.userLocation');
    return ask('getLocation', options);
  });
