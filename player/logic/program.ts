import type { Device, Opening, Settings, ToApp } from '../protocol';
import { Consent } from './consent';
import { Modules } from './modules';
import { Package } from './package';
import type { Options } from './page';
import { answered } from './person';
import { note, post } from './port';
import { Stack } from './stack';
import { platform, type Platform } from './wx';
import { Files } from './wx/files';

type Hooks = Record<string, ((...args: unknown[]) => unknown) | undefined>;

/** One running mini-program: its package, its pages, its `wx`, and what the phone tells it. */
export class Program {
  private readonly package: Package;
  private readonly modules: Modules;
  private readonly stack: Stack;
  private readonly consent: Consent;
  private readonly files = new Files();
  private readonly wx: Platform;
  private app: Hooks = {};
  private device: Device;
  private entered: Opening;
  private isAway = false;

  constructor(private readonly settings: Settings) {
    this.device = settings.device;
    this.entered = settings.open;
    this.package = new Package(settings.app);
    const kept = new Map(Object.entries(settings.stored));
    this.consent = new Consent(kept, settings.privacyAgreed, Boolean(this.package.app.__usePrivacyCheck__));
    this.stack = new Stack(
      this.package,
      settings.mostPages,
      () => this.modules,
      () => this.settings.open,
      () => this.device.theme,
      (path, query) => this.tell('onPageNotFound', { path, query, isEntryPage: true }),
    );
    this.wx = platform({
      settings,
      kept,
      stack: this.stack,
      consent: this.consent,
      files: this.files,
      declared: this.package.app.requiredPrivateInfos ?? [],
      device: () => this.device,
      theme: () => this.package.themeOf(this.device.theme),
      entered: () => this.entered,
      top: () => ({
        isTab: this.package.tabIndex(this.stack.top?.route ?? '') >= 0,
        isCustom: this.stack.top ? this.package.window(this.stack.top.route, this.device.theme).custom : false,
      }),
    });
    this.modules = new Modules(settings.app, {
      wx: this.wx.api,
      App: (hooks: Hooks) => void (this.app = hooks),
      Page: (options: Options) => this.stack.declare(options),
      Component: () => undefined,
      Behavior: (options: unknown) => options,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.all.map(page => page.instance),
    });
  }

  start(): void {
    post({ kind: 'tabs', tabBar: this.package.tabBar(this.device.theme) });
    this.modules.load('app');
    const { open } = this.settings;
    this.run('onLaunch', { ...open });
    this.tell('onAppShow', { ...open });
    this.stack.launch(open.path, open.query);
  }

  /** An error that nobody caught. */
  failed(message: string, reason: unknown): void {
    this.wx.news.error!.tell(message);
    this.run('onError', message);
    this.wx.news.rejection!.tell({ reason });
  }

  hear(message: Exclude<ToApp, { kind: 'start' }>): void {
    switch (message.kind) {
      case 'events':
        return this.events(message);
      case 'drawn':
        return this.stack.find(message.id)?.drawn(message.call);
      case 'answer':
        return this.consent.duringTap(() => answered(message.ask, message.answer));
      case 'open':
        return void this.open(message);
      case 'container':
        this.stack.find(message.id)?.guard(message.shown);
        return undefined;
      case 'back':
        if (!this.stack.back()) this.hide();
        return undefined;
      case 'tab':
        return this.stack.switchTab(`/${this.package.app.tabBar!.list[message.index]!.pagePath}`);
      case 'hide':
        return this.hide();
      case 'return':
        return this.comeBack(message.opening);
      case 'pull':
        return void this.stack.top?.run('onPullDownRefresh');
      case 'scrolled':
        return this.scrolled(message);
      case 'device':
        return this.changed(message.device);
      case 'share':
        return this.share(message.ask, message.what);
      case 'read':
        return post({
          kind: 'file',
          path: message.path,
          bytes: this.files.has(message.path) ? this.files.read(message.path) : undefined,
        });
    }
  }

  private events({ id, events }: Extract<ToApp, { kind: 'events' }>): void {
    const page = this.stack.find(id);
    if (!events.some(({ type }) => type === 'tap')) return page?.events(events);
    note({ kind: 'tapped', route: page?.route ?? '' });
    this.consent.duringTap(() => page?.events(events));
  }

  /** What WeChat does at a tap on a button of its own, and what it tells the page of it. */
  private async open({ id, openType, event }: Extract<ToApp, { kind: 'open' }>): Promise<void> {
    const page = this.stack.find(id);
    const target = { id: event.target.id, dataset: event.target.dataset };
    if (openType === 'share') return this.share(0, 'message', target);
    if (openType === 'agreePrivacyAuthorization') this.consent.agreedBy(event.target.id);
    const detail = await this.consent.button(openType);
    if (detail) this.consent.duringTap(() => page?.events([{ ...event, detail }]));
  }

  private scrolled({ id, top, atEnd }: Extract<ToApp, { kind: 'scrolled' }>): void {
    const page = this.stack.find(id);
    page?.run('onPageScroll', { scrollTop: top });
    if (atEnd) page?.run('onReachBottom');
  }

  private hide(): void {
    if (this.isAway) return;
    this.isAway = true;
    this.stack.top?.run('onHide');
    this.tell('onAppHide', {});
  }

  /** The app comes to the front again, or is opened by another way while it lives. */
  private comeBack(opening: Opening | undefined): void {
    if (opening) this.entered = opening;
    this.isAway = false;
    this.tell('onAppShow', { ...this.entered });
    if (opening?.path) this.stack.launch(opening.path, opening.query, 'return');
    else this.stack.top?.run('onShow');
  }

  private changed(device: Device): void {
    const before = this.device;
    this.device = device;
    if (device.theme !== before.theme) {
      post({ kind: 'tabs', tabBar: this.package.tabBar(device.theme) });
      for (const page of this.stack.all)
        post({ kind: 'window', id: page.id, window: this.package.window(page.route, device.theme) });
      this.tell('onThemeChange', { theme: this.package.themeOf(device.theme) });
    }
    if (device.network !== before.network)
      this.wx.news.network!.tell({ isConnected: device.network !== 'none', networkType: device.network });
    if (device.width !== before.width || device.height !== before.height) {
      const size = { windowWidth: device.width, windowHeight: device.height };
      this.wx.news.resize!.tell({ size });
      this.stack.top?.run('onResize', { size });
    }
  }

  private share(ask: number, what: 'message' | 'timeline', button?: Record<string, unknown>): void {
    const page = this.stack.top;
    const from = button ? { from: 'button', target: button } : { from: 'menu', target: undefined };
    const method = what === 'message' ? 'onShareAppMessage' : 'onShareTimeline';
    const card = page?.has(method) ? page.run(method, from) : undefined;
    post({ kind: 'do', what: 'shared', options: { ask, card: card ?? null, route: page?.route ?? '' } });
  }

  /** A hook of `App({ … })` and everybody who listens by `wx.onX`. */
  private tell(name: string, value: Record<string, unknown>): void {
    this.run(name.replace(/^onApp(Show|Hide)/, 'on$1'), value);
    this.wx.news[name]?.tell(value);
  }

  private run(hook: string, value: unknown): void {
    try {
      this.app[hook]?.(value);
    } catch (error) {
      note({ kind: 'failed', message: `App ${hook}: ${String((error as Error).stack ?? error)}` });
    }
  }
}
