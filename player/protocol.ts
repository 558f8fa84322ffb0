/** What the two threads of a mini-program tell each other. Everything here can be cloned and sent. */

/** How an app is opened, as `wx.getLaunchOptionsSync` has it. */
export interface Opening {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo?: Record<string, unknown>;
}

/** A phone as the app may ask about it. Lengths are in CSS pixels. */
export interface Device {
  width: number;
  height: number;
  pixelRatio: number;
  /** The strip with the clock. */
  statusBarHeight: number;
  /** The part of the bottom edge that belongs to the phone. */
  safeBottom: number;
  theme: 'light' | 'dark';
  /** 1 is the usual size of letters; 关怀模式 sets 1.4. */
  fontScale: number;
  platform: 'ios' | 'android' | 'devtools' | 'windows' | 'mac';
  network: 'wifi' | '4g' | 'none';
}

export interface Settings {
  /** Address of the folder with app.json; ends in a slash. */
  app: string;
  open: Opening;
  /** Cloud functions are called with `POST {cloud.url}/<name>` and these headers. */
  cloud: { url: string; headers: Record<string, string> };
  /** The version of the base library that `getAppBaseInfo` and `getSystemInfo` report. */
  baseLibrary: string;
  /** APIs of `wx` that this phone does not have, such as `getAppBaseInfo` or `cloud.callFunction`. */
  without: string[];
  /** So many pages may lie on each other. */
  mostPages: number;
  /** What the phone remembers of earlier runs, as JSON by key. */
  stored: Record<string, string>;
  /** Whether the person has agreed to the privacy contract on an earlier day. */
  privacyAgreed: boolean;
  device: Device;
}

/** What a page's bar and ground look like, after app.json, the page's own json and theme.json. */
export interface Window {
  title: string;
  titleColor: string;
  barColor: string;
  ground: string;
  custom: boolean;
  pullsDown: boolean;
}

export interface TabBar {
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface ShownPage {
  id: number;
  route: string;
  query: Record<string, string>;
}

/** One thing that happened, for a test or a measurement. `at` is in milliseconds since 1970, with fractions. */
export type LogEntry = { at: number } & (
  | { kind: 'setData'; page: number; route: string; call: number; bytes: number; paths: string[] }
  | { kind: 'painted'; page: number; route: string; call: number }
  | { kind: 'request'; url: string; ms: number; status: number; bytes: number }
  | { kind: 'stored'; key: string; bytes: number }
  | { kind: 'called'; api: string; options: unknown; result: unknown }
  | { kind: 'moved'; by: string; to: string }
  | { kind: 'tapped'; route: string }
  | { kind: 'failed'; message: string }
);

/** From the app's thread to the one that draws. */
export type ToScreen =
  | { kind: 'page'; page: ShownPage; window: Window; isTab: boolean }
  | { kind: 'window'; id: number; window: Window }
  | { kind: 'tabs'; tabBar: TabBar | undefined }
  | { kind: 'show'; stack: ShownPage[] }
  | { kind: 'drop'; id: number }
  | { kind: 'data'; id: number; call: number; json: string; labels: Record<string, Record<string, unknown>> }
  | { kind: 'store'; key: string; json: string | null }
  | { kind: 'do'; what: string; options: Record<string, unknown> }
  | { kind: 'ask'; ask: number; what: string; options: Record<string, unknown> }
  | { kind: 'file'; path: string; bytes: Uint8Array<ArrayBuffer> | undefined }
  | { kind: 'log'; entry: LogEntry };

export interface Target {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Record<string, unknown>;
}

/** An event of a component, once for each handler that it reaches. */
export interface ComponentEvent {
  handler: string;
  type: string;
  timeStamp: number;
  detail: unknown;
  target: Target;
  currentTarget: Target;
  touches?: unknown[];
  changedTouches?: unknown[];
}

/** From the thread that draws to the app's. */
export type ToApp =
  | { kind: 'start'; settings: Settings }
  | { kind: 'events'; id: number; events: ComponentEvent[] }
  | { kind: 'drawn'; id: number; call: number }
  | { kind: 'answer'; ask: number; answer: Answer }
  /** A tap on a button with an `open-type`. */
  | { kind: 'open'; id: number; openType: string; event: ComponentEvent }
  /** A page-container is shown, or not any more: while it is, Back closes it instead of the page. */
  | { kind: 'container'; id: number; shown: boolean }
  | { kind: 'back' }
  | { kind: 'tab'; index: number }
  | { kind: 'hide' }
  | { kind: 'return'; opening?: Opening }
  | { kind: 'pull' }
  | { kind: 'scrolled'; id: number; top: number; atEnd: boolean }
  | { kind: 'device'; device: Device }
  | { kind: 'share'; ask: number; what: 'message' | 'timeline' }
  | { kind: 'read'; path: string };

/** What a person, or the screen, answered: a success with its result, or the words after `fail`. */
export type Answer = { ok: true; result: Record<string, unknown> } | { ok: false; errMsg: string; errCode?: number };
