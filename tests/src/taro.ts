import { useEffect } from 'react';

/** Taro as far as the app uses it, with handles for the specs (`phone`). Browsers have `matchMedia`, jsdom has not. */
window.matchMedia ??= () => ({ matches: false, addEventListener: () => undefined }) as unknown as MediaQueryList;

interface Asked {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
}
type Server = (asked: Asked) => Promise<{ statusCode: number; data: unknown }>;

const storage = new Map<string, unknown>();
const shows = new Set<() => void>();
const hides = new Set<() => void>();
let params: Record<string, string> = {};
let went: string[] = [];
let full = false;
/** Where the phone is; `undefined` = it does not say. */
let place: { latitude: number; longitude: number } | undefined;
let copied = '';
let rung = '';
/** What a person answers WeChat when it asks for messages; an error code is thrown. */
let aboutMessages: object = {};
/** What WeChat says of itself: theme, letters. */
let base: object = {};
const told = new Set<() => void>();
const networks = new Set<(status: { isConnected: boolean }) => void>();
let server: Server = async () => ({ statusCode: 404, data: {} });

export const phone = {
  reset() {
    storage.clear();
    window.sessionStorage.clear();
    params = {};
    went = [];
    refused = [];
    full = false;
    place = undefined;
  },
  standAt: (next: typeof place) => (place = next),
  /** The settings of WeChat are changed while the app is away, and the app comes back. */
  setBase: (next: object) => {
    base = next;
    told.forEach(tell => tell());
  },
  answerAboutMessages: (next: object) => (aboutMessages = next),
  /** What is on the clipboard. */
  copied: () => copied,
  /** The number that was dialled last. */
  rung: () => rung,
  /** The storage takes nothing more. */
  fill: () => (full = true),
  stored: () => [...storage.keys()],
  /** Where the app has gone, in order. */
  went: () => went,
  /** WeChat refuses these calls from now on. */
  refuse: (...calls: string[]) => (refused = calls),
  setParams: (next: Record<string, string>) => (params = next),
  serve: (next: Server) => (server = next),
  server: () => server,
  /** The network goes, or comes back. */
  /** A browser says it by an event, WeChat to whoever listens. */
  network(isConnected: boolean) {
    networks.forEach(tell => tell({ isConnected }));
    window.dispatchEvent(new Event(isConnected ? 'online' : 'offline'));
  },
  /** Another page is opened over this one, or the app goes to the background. */
  hide: () => hides.forEach(tell => tell()),
  show: () => shows.forEach(tell => tell()),
};

const listen = (all: Set<() => void>) =>
  function useListen(tell: () => void) {
    useEffect(() => {
      all.add(tell);
      return () => void all.delete(tell);
    });
  };

export const useDidShow = listen(shows);
export const useDidHide = listen(hides);
export const usePullDownRefresh = () => undefined;
export const usePageNotFound = () => undefined;
/** What WeChat's menu would pass on, as the page last said. */
export const shared: { message?: () => object; timeline?: () => object } = {};
export const useShareAppMessage = (tell: () => object) => void (shared.message = tell);
export const useShareTimeline = (tell: () => object) => void (shared.timeline = tell);
export const useRouter = () => ({ params });

/** Ways that WeChat does not take, by the name of the call. */
let refused: string[] = [];
const open =
  (call: string) =>
  async ({ url }: { url: string }) => {
    if (refused.includes(call)) throw { errMsg: `${call}:fail` };
    went.push(url);
  };

export default {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  /** A copy, as on a phone; without room it throws. */
  setStorageSync: (key: string, value: unknown) => {
    if (full) throw { errMsg: 'setStorageSync:fail exceed storage max size' };
    storage.set(key, JSON.parse(JSON.stringify(value)));
  },
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  // The page under test, and one below it once the app has gone anywhere.
  getCurrentPages: () => (went.length > 1 ? [{ path: 'below' }, { path: 'here' }] : [{ path: 'here' }]),
  getAppBaseInfo: (() => base) as (() => object) | undefined,
  getSystemInfoSync: () => base,
  onAppShow: (tell: () => void) => void told.add(tell),
  onThemeChange: (tell: () => void) => void told.add(tell),
  onNetworkStatusChange: (tell: (status: { isConnected: boolean }) => void) => void networks.add(tell),
  offNetworkStatusChange: (tell: (status: { isConnected: boolean }) => void) => void networks.delete(tell),
  arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812 }),
  onWindowResize: () => undefined,
  offWindowResize: () => undefined,
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => void (rung = phoneNumber),
  setClipboardData: async ({ data }: { data: string }) => void (copied = data),
  getLocation: async () => place ?? Promise.reject({ errMsg: 'getLocation:fail auth deny' }),
  requestSubscribeMessage: async () => ('errCode' in aboutMessages ? Promise.reject(aboutMessages) : aboutMessages),
  setNavigationBarTitle: async () => undefined,
  stopPullDownRefresh: () => undefined,
  navigateTo: open('navigateTo'),
  switchTab: open('switchTab'),
  redirectTo: open('redirectTo'),
  reLaunch: open('reLaunch'),
  navigateBack: () => open('navigateBack')({ url: 'back' }),
  request: (asked: Asked) => server(asked),
  cloud: undefined,
};
