import type { Device, Opening, Settings } from '../../protocol';
import type { Consent } from '../consent';
import type { Stack } from '../stack';
import { asynchronous, Fail, News, type Bag } from './call';
import { canvas } from './canvas';
import { fromBase64, toBase64 } from './base64';
import { USER_FOLDER, type Files } from './files';
import { moves } from './moves';
import { getLocation, native } from './native';
import { cloud, request } from './network';
import { createSelectorQuery } from './query';
import { storage } from './storage';
import { system } from './system';
import { unsupported } from './unsupported';

const SINGLE_PAGE = 1154;

export interface PlatformParts {
  settings: Settings;
  kept: Map<string, string>;
  stack: Stack;
  consent: Consent;
  files: Files;
  declared: string[];
  device(): Device;
  theme(): 'light' | 'dark';
  entered(): Opening;
  top(): { isTab: boolean; isCustom: boolean };
}

export interface Platform {
  /** What the app sees as `wx`. */
  api: Bag;
  /** Whom the player tells what, by the name of the hook. */
  news: Record<string, News | undefined>;
}

/** The platform: everything that the app may call. */
export function platform(parts: PlatformParts): Platform {
  const { settings, kept, stack, consent, files, declared, device } = parts;
  const isSinglePage = settings.open.scene === SINGLE_PAGE;
  const { news, ...phone } = system({ ...parts, baseLibrary: settings.baseLibrary, opened: () => settings.open });
  const own = Object.fromEntries(
    ['onAppShow', 'onAppHide', 'onPageNotFound', 'error', 'rejection'].map(name => [name, new News()]),
  ) as Record<string, News>;
  const api: Bag = {
    ...unsupported(),
    ...phone,
    ...storage(kept),
    ...moves(stack),
    ...native(stack, consent, files),
    ...canvas(files),
    env: { USER_DATA_PATH: USER_FOLDER },
    request: request(device),
    cloud: cloud(settings, device, () => isSinglePage),
    getLocation: getLocation(consent, declared.includes('getLocation')),
    login: asynchronous('login', () => {
      if (isSinglePage) throw new Fail('not supported in single page mode');
      return { code: `code-${Date.now()}` };
    }),
    checkSession: asynchronous('checkSession', () => undefined),
    getFileSystemManager: () => files.manager(),
    createSelectorQuery: createSelectorQuery(stack),
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    onAppShow: own.onAppShow!.on,
    offAppShow: own.onAppShow!.off,
    onAppHide: own.onAppHide!.on,
    offAppHide: own.onAppHide!.off,
    onPageNotFound: own.onPageNotFound!.on,
    offPageNotFound: own.onPageNotFound!.off,
    onError: own.error!.on,
    offError: own.error!.off,
    onUnhandledRejection: own.rejection!.on,
    offUnhandledRejection: own.rejection!.off,
    canIUse: (name: string) =>
      name.split('.').reduce<unknown>((at, key) => (at as Bag | undefined)?.[key], api) !== undefined,
  };
  for (const path of settings.without) remove(api, path);
  return { api, news: { ...own, ...news, onThemeChange: news.theme } };
}

/** Takes an API away, as an older base library or another phone would have it: `getAppBaseInfo`, `cloud.callFunction`. */
function remove(api: Bag, path: string): void {
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce<Bag | undefined>((at, key) => at?.[key] as Bag | undefined, api);
  if (holder) delete holder[keys[keys.length - 1]!];
}
