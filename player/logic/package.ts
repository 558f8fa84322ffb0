import type { TabBar, Window } from '../protocol';
import { readFile } from './modules';

interface WindowJson {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
}
interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  window?: WindowJson;
  tabBar?: TabBar;
  themeLocation?: string;
  darkmode?: boolean;
  __usePrivacyCheck__?: boolean;
  requiredPrivateInfos?: string[];
}
type Theme = 'light' | 'dark';

/** What the json files of the built package say. */
export class Package {
  readonly app: AppJson;
  readonly pages: string[];
  private readonly themes: Record<Theme, Record<string, string>>;
  private readonly ofPage = new Map<string, WindowJson>();

  constructor(private readonly base: string) {
    this.app = this.json('app.json') as AppJson;
    const parts = [...(this.app.subPackages ?? []), ...(this.app.subpackages ?? [])];
    this.pages = [...this.app.pages, ...parts.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))];
    const { themeLocation } = this.app;
    this.themes = themeLocation
      ? (this.json(themeLocation) as Record<Theme, Record<string, string>>)
      : { light: {}, dark: {} };
  }

  tabIndex(route: string): number {
    return this.app.tabBar?.list.findIndex(tab => tab.pagePath === route) ?? -1;
  }

  /** An app that does not declare darkmode is always light. */
  themeOf(wanted: Theme): Theme {
    return this.app.darkmode ? wanted : 'light';
  }

  window(route: string, theme: Theme): Window {
    let own = this.ofPage.get(route);
    if (!own) this.ofPage.set(route, (own = this.json(`${route}.json`) as WindowJson));
    const all = this.themed({ ...this.app.window, ...own }, theme);
    return {
      title: all.navigationBarTitleText ?? '',
      titleColor: all.navigationBarTextStyle === 'black' ? '#000' : '#fff',
      barColor: all.navigationBarBackgroundColor ?? '#000000',
      ground: all.backgroundColor ?? '#ffffff',
      custom: all.navigationStyle === 'custom',
      pullsDown: all.enablePullDownRefresh ?? false,
    };
  }

  tabBar(theme: Theme): TabBar | undefined {
    return this.app.tabBar && this.themed(this.app.tabBar, theme);
  }

  /** Replaces `@name` by what theme.json has under it, also in lists. */
  private themed<T>(value: T, theme: Theme): T {
    const named = this.themes[this.themeOf(theme)];
    const one = (found: unknown): unknown => {
      if (typeof found === 'string') return found.startsWith('@') ? (named[found.slice(1)] ?? found) : found;
      if (Array.isArray(found)) return found.map(one);
      if (typeof found !== 'object' || found === null) return found;
      return Object.fromEntries(Object.entries(found).map(([key, inner]) => [key, one(inner)]));
    };
    return one(value) as T;
  }

  private json(path: string): unknown {
    return JSON.parse(readFile(`${this.base}${path}`));
  }
}
