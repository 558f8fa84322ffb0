import { createContext, Script, type Context } from 'node:vm';
import { dirname, join, posix } from 'node:path';
import { textOf } from './built';

/** One call of `setData`: what was sent to the page, as WeChat sends it. */
export interface Sent {
  page: string;
  data: Record<string, unknown>;
  /** Of its JSON text, in UTF-8. */
  bytes: number;
}

type Cloud = (fn: string, event: unknown) => Promise<unknown>;
type Method = (this: object, ...args: unknown[]) => unknown;
interface PageOnTheStack extends Record<string, unknown> {
  route: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
}

export interface Phone {
  /** Opens a page as `navigateTo` does. */
  open(path: string, query?: Record<string, string>): Promise<void>;
  /** Every `setData` so far, the oldest first. */
  sent: Sent[];
  /** Whatever the page says now, without its drawings. */
  text(): string;
  /** Waits until the visible page says so, and then until nothing has been sent for a while. */
  shows(pattern: RegExp): Promise<void>;
}

/** Nothing is sent for this long: the page is drawn. */
const QUIET_MS = 400;
const LONGEST_MS = 45_000;

/**
 * Runs the logic of the built mini-program as WeChat does: one JavaScript context without a document, pages that get
 * their tree by `setData`. Nothing is drawn and nothing tapped here, but every byte that a page costs is seen.
 * @param without names of `wx` that an older base library does not have.
 */
export async function startPhone(cloud: Cloud, { without = [] as string[] } = {}): Promise<Phone> {
  const sent: Sent[] = [];
  const pages = new Map<string, Record<string, unknown>>();
  const stack: PageOnTheStack[] = [];
  let app: Record<string, unknown> = {};
  let current = '';

  const wx = libraryOf(cloud);
  for (const name of without) delete wx[name];
  const context = createContext({
    wx,
    // A picture that cannot be drawn here is no news.
    console: { ...console, warn: () => undefined },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (one: Record<string, unknown>) => (app = one),
    Page: (one: Record<string, unknown>) => pages.set(current, one),
    Component: () => undefined,
    Behavior: () => undefined,
    getApp: () => app,
    getCurrentPages: () => stack,
  });
  const load = loaderIn(context);

  load('app.js');
  await call(app, 'onLaunch', { path: 'pages/home/index', query: {}, scene: 1001 });
  await call(app, 'onShow', { path: 'pages/home/index', query: {}, scene: 1001 });

  const quiet = async () => {
    let before = -1;
    while (before !== sent.length) {
      before = sent.length;
      await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    }
  };
  const text = () => textIn(stack[stack.length - 1]?.data);
  return {
    sent,
    text,
    shows: async pattern => {
      const until = Date.now() + LONGEST_MS;
      while (!pattern.test(text())) {
        if (Date.now() > until) throw new Error(`The page never said ${String(pattern)}. It says: ${text()}`);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      await quiet();
    },
    open: async (path, query = {}) => {
      current = path;
      if (!pages.has(path)) load(`${path}.js`);
      const data: Record<string, unknown> = structuredClone((pages.get(path)!.data as object) ?? {}) as never;
      const page: PageOnTheStack = Object.assign(Object.create(null) as object, pages.get(path), {
        route: path,
        options: query,
        data,
        setData(change: Record<string, unknown>, done?: () => void) {
          const text = JSON.stringify(change);
          sent.push({ page: path, data: JSON.parse(text) as never, bytes: Buffer.byteLength(text) });
          for (const [at, value] of Object.entries(JSON.parse(text) as object)) put(data, at, value);
          if (done) setTimeout(done);
        },
      });
      const below = stack[stack.length - 1];
      if (below) await call(below, 'onHide');
      stack.push(page);
      await call(page, 'onLoad', query);
      await call(page, 'onShow');
      await call(page, 'onReady');
    },
  };
}

const call = async (on: Record<string, unknown>, name: string, ...args: unknown[]) =>
  (on[name] as Method | undefined)?.call(on, ...args);

/** CommonJS within the package, as WeChat has it. */
function loaderIn(context: Context): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const require = (name: string) => {
      const path = posix.normalize(join(dirname(file), name)).replaceAll('\\', '/');
      return load(path.endsWith('.js') ? path : `${path}.js`);
    };
    const run = new Script(`(function(require,module,exports){${textOf(file)}\n})`, { filename: file });
    (run.runInContext(context) as (...args: unknown[]) => void)(require, module, module.exports);
    return module.exports;
  };
  return load;
}

/** `root.cn.[0].cn` in a tree. */
function put(tree: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replace(/\[(\d+)\]/g, '$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop()!;
  let at = tree;
  for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
  at[last] = value;
}

/** A tree after `setData`. */
export const applied = (tree: object, data: Record<string, unknown>): object => {
  const after = structuredClone(tree) as Record<string, unknown>;
  for (const [path, value] of Object.entries(data)) put(after, path, structuredClone(value));
  return after;
};

/** The texts of a tree: Taro calls a text `v` and a list of children `cn`. */
function textIn(tree: unknown): string {
  if (typeof tree !== 'object' || tree === null) return '';
  return Object.entries(tree)
    .map(([name, value]) => (name === 'v' && typeof value === 'string' ? value : textIn(value)))
    .filter(Boolean)
    .join(' ');
}

/** As much of `wx` as a page needs before anything is tapped. */
function libraryOf(cloud: Cloud): Record<string, unknown> {
  const storage = new Map<string, string>();
  const base = { theme: 'light', SDKVersion: '3.5.8', language: 'zh_CN', fontSizeScaleFactor: 1 };
  const window = { windowWidth: 375, windowHeight: 667, pixelRatio: 2, statusBarHeight: 20 };
  const nothing = () => undefined;
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getStorageSync: (key: string) => (storage.has(key) ? (JSON.parse(storage.get(key)!) as unknown) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getAppBaseInfo: () => base,
    getWindowInfo: () => window,
    getSystemInfoSync: () => ({ ...base, ...window, platform: 'android' }),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    canIUse: () => true,
    getFileSystemManager: () => ({ writeFileSync: nothing }),
    nextTick: (then: () => void) => setTimeout(then),
    cloud: {
      init: nothing,
      callFunction: ({ name, data }: { name: string; data: unknown }) => cloud(name, data).then(result => ({ result })),
    },
    setNavigationBarTitle: ({ success }: { success?: () => void }) => success?.(),
    onThemeChange: nothing,
    onAppShow: nothing,
    onAppHide: nothing,
    onNetworkStatusChange: nothing,
    offNetworkStatusChange: nothing,
    onWindowResize: nothing,
    offWindowResize: nothing,
    onError: nothing,
    onUnhandledRejection: nothing,
  };
}
