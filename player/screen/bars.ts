import type { TabBar, Window } from '../protocol';

const byId = (id: string) => document.getElementById(id)!;

/** The bar above a page: its title, the way back, and WeChat's own menu. */
export function showBar(window: Window, how: { canGoBack: boolean; statusBarHeight: number }): void {
  const bar = byId('bar');
  bar.hidden = window.custom;
  bar.style.cssText = `background:${window.barColor};color:${window.titleColor};padding-top:${how.statusBarHeight}px`;
  byId('title').textContent = window.title;
  byId('back').hidden = !how.canGoBack;
  byId('phone').style.background = window.ground;
}

/** The tab bar, with the chosen tab. Absent on a page that is no tab. */
export function showTabs(tabBar: TabBar | undefined, route: string, base: string, safeBottom: number): void {
  const bar = byId('tabs');
  const isShown = tabBar?.list.some(tab => tab.pagePath === route) ?? false;
  bar.hidden = !isShown;
  if (!tabBar || !isShown) return;
  const { backgroundColor, borderStyle, color, selectedColor } = tabBar;
  bar.style.cssText = `background:${backgroundColor};padding-bottom:${safeBottom}px;border-color:${borderStyle === 'white' ? '#fff3' : '#0003'}`;
  bar.replaceChildren(
    ...tabBar.list.map((tab, index) => {
      const isChosen = tab.pagePath === route;
      const button = document.createElement('button');
      button.dataset.tab = String(index);
      button.setAttribute('aria-selected', String(isChosen));
      button.style.color = isChosen ? selectedColor : color;
      const icon = (isChosen && tab.selectedIconPath) || tab.iconPath;
      if (icon) button.append(Object.assign(document.createElement('img'), { src: base + icon, alt: '' }));
      button.append(tab.text);
      return button;
    }),
  );
}

let clock: ReturnType<typeof setTimeout> | undefined;

export function showToast(title: string, durationMs: number): void {
  const toast = byId('toast');
  toast.textContent = title;
  toast.hidden = false;
  clearTimeout(clock);
  clock = setTimeout(hideToast, durationMs);
}

export function hideToast(): void {
  byId('toast').hidden = true;
}
