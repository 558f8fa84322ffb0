import type { Opening } from '../protocol';
import type { Modules } from './modules';
import type { Package } from './package';
import { Page, type Options } from './page';
import { fileFrom } from './path';
import { note, post } from './port';

/** 朋友圈 shows one page and no other: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html */
const SINGLE_PAGE = 1154;

/** Why a page was not opened: the words after `navigateTo:fail`. */
export class Refused extends Error {}

/** The pages of the app, and the order in which they come to life and go, as WeChat has it. */
export class Stack {
  private pages: Page[] = [];
  /** Pages of the tab bar stay when another tab is shown. */
  private readonly tabs = new Map<string, Page>();
  private readonly declared = new Map<string, Options>();
  private loading = '';

  constructor(
    private readonly app: Package,
    private readonly mostPages: number,
    private readonly modules: () => Modules,
    private readonly opened: () => Opening,
    private readonly theme: () => 'light' | 'dark',
    private readonly notFound: (route: string, query: Record<string, string>) => void,
  ) {}

  get top(): Page | undefined {
    return this.pages[this.pages.length - 1];
  }

  get all(): readonly Page[] {
    return this.pages;
  }

  find(id: number): Page | undefined {
    return this.pages.find(page => page.id === id) ?? [...this.tabs.values()].find(page => page.id === id);
  }

  /** `Page({ … })` in the file that is being loaded. */
  declare(options: Options): void {
    this.declared.set(this.loading, options);
  }

  navigateTo(url: string): void {
    const { route, query } = this.known(url);
    if (this.app.tabIndex(route) >= 0) throw new Refused('can not navigateTo a tabbar page');
    if (this.pages.length >= this.mostPages) throw new Refused('webview count limit exceed');
    this.top?.run('onHide');
    this.push(this.create(route, query));
    this.shown('navigateTo');
  }

  redirectTo(url: string): void {
    const { route, query } = this.known(url);
    if (this.app.tabIndex(route) >= 0) throw new Refused('can not redirect to a tabbar page');
    if (this.top) this.tabs.delete(this.top.route);
    this.drop(1);
    this.push(this.create(route, query));
    this.shown('redirectTo');
  }

  switchTab(url: string): void {
    const { route } = this.known(url);
    if (this.app.tabIndex(route) < 0) throw new Refused('can not switch to no-tabBar page');
    const before = this.top;
    if (before?.route === route) return;
    if (before && this.tabs.get(before.route) === before) before.run('onHide');
    this.drop(this.pages.length);
    const known = this.tabs.get(route);
    if (known) {
      this.pages = [known];
      known.run('onShow');
    } else this.push(this.create(route, {}));
    this.shown('switchTab');
  }

  reLaunch(url: string): void {
    const { route, query } = this.known(url);
    this.launch(route, query, 'reLaunch');
  }

  /** Opens a page as the first. A path that the app does not have is told to `onPageNotFound`. */
  launch(route: string, query: Record<string, string>, by = 'launch'): void {
    const [path] = route.replace(/^\//, '').split('?');
    if (path && !this.app.pages.includes(path)) return this.notFound(path, query);
    for (const page of new Set([...this.pages, ...this.tabs.values()])) this.end(page);
    this.pages = [];
    this.tabs.clear();
    this.push(this.create(path || this.app.pages[0]!, query));
    this.shown(by);
  }

  /** @returns false if there is no page to go back to. */
  back(delta = 1): boolean {
    if (this.top?.catchBack()) return true;
    if (this.pages.length <= 1) return false;
    this.drop(Math.min(delta, this.pages.length - 1));
    this.top?.run('onShow');
    this.shown('navigateBack');
    return true;
  }

  private known(url: string): { route: string; query: Record<string, string> } {
    if (this.opened().scene === SINGLE_PAGE) throw new Refused('not supported in single page mode');
    const [path = '', search = ''] = url.split('?');
    const route = fileFrom(this.top?.route ?? '', path);
    if (!this.app.pages.includes(route)) throw new Refused(`page "${route}" is not found`);
    return { route, query: queryOf(search) };
  }

  private create(route: string, query: Record<string, string>): Page {
    if (!this.declared.has(route)) {
      this.loading = route;
      this.modules().load(route);
    }
    const page = new Page(route, query, this.declared.get(route)!);
    if (this.app.tabIndex(route) >= 0) this.tabs.set(route, page);
    return page;
  }

  private push(page: Page): void {
    this.pages.push(page);
    const window = this.app.window(page.route, this.theme());
    post({ kind: 'page', page: page.shown, window, isTab: this.app.tabIndex(page.route) >= 0 });
    page.begin();
    page.run('onLoad', { ...page.query });
    page.run('onShow');
  }

  /** Takes so many pages from the top. Pages of the tab bar are kept. */
  private drop(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count).reverse())
      if (this.tabs.get(page.route) !== page) this.end(page);
  }

  private end(page: Page): void {
    page.run('onUnload');
    page.end();
  }

  private shown(by: string): void {
    note({ kind: 'moved', by, to: this.top?.route ?? '' });
    post({ kind: 'show', stack: this.pages.map(page => page.shown) });
  }
}

export const queryOf = (search: string): Record<string, string> =>
  Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map(pair => {
        const mark = pair.indexOf('=');
        return mark < 0 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
      }),
  );
