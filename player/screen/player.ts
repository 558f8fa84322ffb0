import type { Answer, Device, LogEntry, Opening, Settings, ShownPage, TabBar, ToApp, ToScreen } from '../protocol';
import { hideToast, showBar, showTabs, showToast } from './bars';
import { Declined, DIALOGS } from './dialogs';
import { deviceOf, type DeviceWishes } from './device';
import { eventFor } from './events';
import { Files } from './files';
import { ScreenPage } from './page';
import { Storage } from './storage';

export interface Options {
  app: string;
  open: Opening;
  cloud: Settings['cloud'];
  baseLibrary?: string;
  without?: string[];
  mostPages?: number;
  privacyAgreed?: boolean;
  device?: DeviceWishes;
  /** What the phone remembers, beside what earlier runs in this browser have stored. */
  stored?: Record<string, unknown>;
  /** What a person answers when they are asked, in order, by what they are asked. */
  answers?: Record<string, GivenAnswer[]>;
}

/** The result of an API, or the words after `fail`. */
export type GivenAnswer = Record<string, unknown> | { fail: string; errCode?: number };

const USUAL_BASE_LIBRARY = '3.8.0';
/** https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html */
const MOST_PAGES = 10;
/** Ten thousand are enough for any walk, and a window that stays open for days does not grow. */
const MOST_ENTRIES = 10_000;

/** A phone that plays one mini-program in this window. */
export class Player {
  /** Everything that happened, oldest first. */
  readonly log: LogEntry[] = [];
  /** Files that the app gave to the person, to open or to keep in the album. */
  readonly handed: { name: string; base64: string }[] = [];
  /** What lies on each other, the top last. */
  stack: ShownPage[] = [];
  private readonly pages = new Map<number, ScreenPage>();
  private readonly files: Files;
  private readonly stored: Storage;
  private readonly answers: Record<string, GivenAnswer[]>;
  private readonly worker: Worker;
  private readonly asked = new Map<number, (value: unknown) => void>();
  private readonly reading = new Map<string, ((bytes: Uint8Array<ArrayBuffer> | undefined) => void)[]>();
  private tabBar: TabBar | undefined;
  private wishes: DeviceWishes;
  private device: Device;
  private asks = 0;

  constructor(private readonly options: Options) {
    this.files = new Files(options.app);
    this.stored = new Storage(options.app, Object.values(options.cloud.headers).join(), options.stored ?? {});
    this.answers = options.answers ?? {};
    this.wishes = options.device ?? {};
    this.device = deviceOf(this.wishes);
    this.worker = new Worker('app.js');
    this.worker.onmessage = (event: MessageEvent<ToScreen>) => this.hear(event.data);
  }

  start(): void {
    const { app, open, cloud, baseLibrary = USUAL_BASE_LIBRARY, mostPages = MOST_PAGES } = this.options;
    const { without = [], privacyAgreed = false } = this.options;
    const { device } = this;
    const stored = this.stored.all();
    const settings = { app, open, cloud, baseLibrary, mostPages, without, privacyAgreed, device, stored };
    this.send({ kind: 'start', settings });
    const changed = () => this.change({});
    window.addEventListener('resize', changed);
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
    document.getElementById('back')!.addEventListener('click', () => this.back());
    document.getElementById('more')!.addEventListener('click', () => void this.share('message'));
    document.getElementById('close')!.addEventListener('click', () => {
      this.hide();
      showToast('退到后台，再点一下回来', 1_500);
      window.addEventListener('pointerdown', () => this.return(), { once: true });
    });
    document.getElementById('tabs')!.addEventListener('click', event => {
      const tab = (event.target as Element).closest<HTMLElement>('[data-tab]');
      if (tab) this.send({ kind: 'tab', index: Number(tab.dataset.tab) });
    });
  }

  /** The phone's own Back: closes a page-container, or a page, or leaves the app. */
  back(): void {
    this.send({ kind: 'back' });
  }

  hide(): void {
    this.send({ kind: 'hide' });
  }

  /** The app comes back. With `opening` it was opened by another way meanwhile. */
  return(opening?: Opening): void {
    this.send({ kind: 'return', ...(opening ? { opening } : {}) });
  }

  pull(): void {
    this.send({ kind: 'pull' });
  }

  /** Theme, letters, network or safe areas of the phone. */
  change(wishes: DeviceWishes): void {
    this.wishes = { ...this.wishes, ...wishes };
    const before = this.device;
    this.device = deviceOf(this.wishes);
    this.send({ kind: 'device', device: this.device });
    if (before.theme !== this.device.theme) for (const page of this.pages.values()) void page.repaint();
    this.arrange();
  }

  /** What a person will answer the next time they are asked `what`: `showModal`, `scanCode`, `authorize`, `picker`, … */
  answer(what: string, ...given: GivenAnswer[]): void {
    (this.answers[what] ??= []).push(...given);
  }

  /** Whether every answer that was given for `what` has been used. */
  isAnswered(what: string): boolean {
    return !this.answers[what]?.length;
  }

  /** The options of each call of this API so far, if it succeeded. */
  done(api: string): unknown[] {
    return this.log.flatMap(one =>
      one.kind === 'called' && one.api === api && /:ok$/.test((one.result as { errMsg?: string }).errMsg ?? '')
        ? [one.options]
        : [],
    );
  }

  /** What the menu passes on from the page that is shown, or null if it passes nothing on. */
  share(what: 'message' | 'timeline'): Promise<unknown> {
    const ask = ++this.asks;
    this.send({ kind: 'share', ask, what });
    return new Promise(resolve => this.asked.set(ask, resolve));
  }

  /** Forgets what the app has stored. It takes effect when the app is opened anew. */
  forget(): void {
    this.stored.forget();
  }

  /** A file that the app has written, in base64. */
  async read(path: string): Promise<string | undefined> {
    const bytes = await this.bytesOf(path);
    return bytes && btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  }

  private hear(message: ToScreen): void {
    switch (message.kind) {
      case 'page':
        return this.open(message);
      case 'window': {
        const page = this.pages.get(message.id);
        // A title that the app itself has set stays.
        if (page) page.window = { ...message.window, title: page.window.title };
        return this.arrange();
      }
      case 'tabs':
        this.tabBar = message.tabBar;
        return this.arrange();
      case 'show':
        this.stack = message.stack;
        return this.arrange();
      case 'drop':
        this.pages.get(message.id)?.end();
        this.pages.delete(message.id);
        return undefined;
      case 'data':
        return this.pages.get(message.id)?.receive(message);
      case 'store':
        return this.stored.put(message.key, message.json);
      case 'do':
        return this.do(message.what, message.options);
      case 'ask':
        return void this.ask(message.what, message.options).then(
          result => this.send({ kind: 'answer', ask: message.ask, answer: { ok: true, result } }),
          (error: unknown) => this.send({ kind: 'answer', ask: message.ask, answer: refusal(error) }),
        );
      case 'file':
        for (const then of this.reading.get(message.path) ?? []) then(message.bytes);
        this.reading.delete(message.path);
        return undefined;
      case 'log':
        return this.note(message.entry);
    }
  }

  private open({ page, window, isTab }: Extract<ToScreen, { kind: 'page' }>): void {
    const { id, route } = page;
    const note = (call: number) => this.note({ at: now(), kind: 'painted', page: id, route, call });
    this.pages.set(
      id,
      new ScreenPage(id, route, isTab, window, {
        files: this.files,
        theme: () => this.device.theme,
        around: {
          emit: (drawn, type, detail) => {
            const bound = drawn.bound.get(type);
            if (bound) this.send({ kind: 'events', id, events: [eventFor(bound.handler, type, detail, drawn)] });
          },
          send: events => this.send({ kind: 'events', id, events }),
          open: (openType, event) => this.send({ kind: 'open', id, openType, event }),
          ask: (what, options) => this.ask(what, options),
          addressOf: source => this.addressOf(source),
          containerShown: shown => this.send({ kind: 'container', id, shown }),
        },
        scrolled: (top, atEnd) => this.send({ kind: 'scrolled', id, top, atEnd }),
        drawn: call => this.send({ kind: 'drawn', id, call }),
        painted: note,
        failed: message => this.note({ at: now(), kind: 'failed', message }),
      }),
    );
  }

  /** Shows the page on top, its bar and its tabs. */
  private arrange(): void {
    const top = this.stack[this.stack.length - 1];
    const page = top && this.pages.get(top.id);
    for (const one of this.pages.values()) {
      one.frame.toggleAttribute('data-top', one === page);
      one.setSafe(this.device.safeBottom);
    }
    if (!page) return;
    const { statusBarHeight, safeBottom } = this.device;
    showBar(page.window, { canGoBack: this.stack.length > 1, statusBarHeight });
    showTabs(this.tabBar, page.route, this.options.app, safeBottom);
  }

  private do(what: string, options: Record<string, unknown>): void {
    if (what === 'shared') {
      const answered = this.asked.get(Number(options.ask));
      this.note({ at: now(), kind: 'called', api: 'share', options: { route: options.route }, result: options.card });
      this.asked.delete(Number(options.ask));
      return answered?.(options.card);
    }
    const page = this.pages.get(Number(options.page));
    if (what === 'leaveContainer') return page?.leaveContainer();
    if (what === 'openDocument' || what === 'saveImageToPhotosAlbum') {
      const name = decodeURIComponent(String(options.filePath).split('/').pop()!);
      return void this.handed.push({ name, base64: String(options.base64) });
    }
    if (what === 'showToast' || what === 'showLoading')
      return showToast(String(options.title), Number(options.duration ?? 1_500));
    if (what === 'hideToast' || what === 'hideLoading') return hideToast();
    if (what === 'setNavigationBarTitle' && page) {
      page.window = { ...page.window, title: String(options.title) };
      return this.arrange();
    }
    if (what === 'setNavigationBarColor' && page) {
      page.window = {
        ...page.window,
        barColor: String(options.backgroundColor),
        titleColor: String(options.frontColor),
      };
      return this.arrange();
    }
    if (what === 'pageScrollTo' && page) return scroll(page, options);
  }

  /** A queued answer, or else what the person does in a dialogue. @throws Declined */
  private async ask(what: string, options: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (what === 'query') return { results: this.query(options) };
    const given = this.answers[what]?.shift();
    if (given && 'fail' in given) throw new Declined(String(given.fail), given.errCode as number | undefined);
    if (given) return given as Record<string, unknown>;
    const dialog = DIALOGS[what];
    if (!dialog) throw new Declined('not supported');
    return dialog(options);
  }

  private query({ page: id, asked }: Record<string, unknown>): unknown[] {
    const page = this.pages.get(Number(id));
    if (!page) return [];
    return (asked as { selector: string; all: boolean; fields: Record<string, unknown> }[]).map(
      ({ selector, all, fields }) => {
        const root = page.document.documentElement;
        if (!selector)
          return {
            scrollTop: root.scrollTop,
            scrollLeft: root.scrollLeft,
            width: root.clientWidth,
            height: root.clientHeight,
          };
        const found = [...page.document.querySelectorAll(selector)].map(element => {
          const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
          return {
            id: element.id,
            left,
            top,
            right,
            bottom,
            width,
            height,
            ...(fields.scrollOffset ? { scrollTop: element.scrollTop, scrollLeft: element.scrollLeft } : {}),
          };
        });
        return all ? found : (found[0] ?? null);
      },
    );
  }

  private async addressOf(source: string): Promise<string | undefined> {
    if (!source) return undefined;
    if (/^(data|https?|blob):/.test(source)) return source;
    if (!source.startsWith('wxfile://')) return this.options.app + source.replace(/^\//, '');
    const bytes = await this.bytesOf(source);
    return bytes && URL.createObjectURL(new Blob([bytes]));
  }

  private bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return new Promise(resolve => {
      this.reading.set(path, [...(this.reading.get(path) ?? []), resolve]);
      this.send({ kind: 'read', path });
    });
  }

  private note(entry: LogEntry): void {
    this.log.push(entry);
    if (this.log.length > MOST_ENTRIES) this.log.splice(0, 1_000);
    if (entry.kind === 'failed') console.error(entry.message);
  }

  private send(message: ToApp): void {
    this.worker.postMessage(message);
  }
}

const now = (): number => performance.timeOrigin + performance.now();

const refusal = (error: unknown): Answer =>
  error instanceof Declined
    ? { ok: false, errMsg: error.message, ...(error.errCode === undefined ? {} : { errCode: error.errCode }) }
    : { ok: false, errMsg: String(error) };

function scroll(page: ScreenPage, { scrollTop, selector, offsetTop = 0 }: Record<string, unknown>): void {
  const root = page.document.documentElement;
  const element = selector ? page.document.querySelector(String(selector)) : undefined;
  if (element) root.scrollTop += element.getBoundingClientRect().top + Number(offsetTop);
  else if (scrollTop !== undefined) root.scrollTop = Number(scrollTop);
}
