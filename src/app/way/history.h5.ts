import Taro from '@tarojs/taro';
import { closeDownTo, openSheets } from '../../ui/open-sheets';
import { addresses } from './pages';
import { read, samePage } from '../../../domain/link/routes';

/**
 * What the browser's history says beyond Taro's pages. Each open sheet has an entry of its own, so Back closes it.
 * Each step within a page has one too, with its number in the address. Taro would take each of them for another
 * page, so their events are stopped here.
 */
interface Marks {
  /** How many sheets are open at this entry. */
  sheets?: number;
  /** How many steps lie between this entry and the one by which the page was opened. */
  steps?: number;
  /** Set by the history library: how many entries of the app lie before this one. */
  idx?: number | null;
}
const marks = (): Marks => (window.history.state ?? {}) as Marks;

/** A step back that we take ourselves. Until the browser has reported it, nothing else is done. */
let travelling: ReturnType<typeof setTimeout> | undefined;
/** A browser that is asked to go back too far does not move and reports nothing. */
const LOST_AFTER_MS = 1_000;
let leaving: { steps: boolean; then: () => void } | undefined;
/** True once the app has started. A page that is drawn by itself, as in a test, has no history to follow. */
let watching = false;
const stepped = new Set<(values: Record<string, string>) => void>();

function travel(entries: number): void {
  travelling = setTimeout(arrived, LOST_AFTER_MS);
  window.history.go(-entries);
}
function arrived(): void {
  clearTimeout(travelling);
  travelling = undefined;
  settle();
}

/** Makes the history agree with the sheets that are open. Then goes where somebody wanted to go. */
function settle(): void {
  if (travelling !== undefined) return;
  const { sheets = 0, steps = 0 } = watching ? marks() : ({} as Marks);
  const wanted = leaving || !watching ? 0 : openSheets.getState().length;
  if (sheets > wanted) return travel(sheets - wanted + (leaving?.steps ? steps : 0));
  if (leaving?.steps && steps > 0) return travel(steps);
  for (let next = sheets + 1; next <= wanted; next++)
    window.history.pushState({ ...marks(), sheets: next }, '', window.location.href);
  const then = leaving?.then;
  leaving = undefined;
  if (then) {
    // The sheets that were open stay with the page that is left.
    openSheets.setState([], true);
    then();
  }
}

/**
 * Leaves the page, or a step of it. Its sheets are removed from the history first.
 * @param steps whether its steps go too, because the page will not be there any more.
 */
export function leave(then: () => void, { steps = false } = {}): void {
  leaving = { steps, then };
  settle();
}

const seen = (): string | undefined => {
  const all = addresses();
  return all[all.length - 1];
};

/** The page to which Taro would go back. Taro compares only the path. */
const takenFor = (there: string): string | undefined =>
  addresses()
    .slice(0, -1)
    .reverse()
    .find(one => read(one).path === read(there).path);

function onPop(event: Event): void {
  if (!watching) return;
  if (travelling !== undefined) {
    event.stopImmediatePropagation();
    return arrived();
  }
  const here = seen();
  const there = window.location.hash;
  if (here === undefined) return;
  if (samePage(here, there)) {
    event.stopImmediatePropagation();
    closeDownTo(marks().sheets ?? 0);
    stepped.forEach(tell => tell(read(there).values));
    // The person went forward to a sheet that is closed, so we go back again.
    return settle();
  }
  const taken = takenFor(there);
  if (taken !== undefined && !samePage(taken, there)) {
    event.stopImmediatePropagation();
    openSheets.setState([], true);
    void Taro.redirectTo({ url: `/${there.replace(/^#?\/?/, '')}` });
  }
}

/** Stops a change of the address that the app already knows of. */
function onHash(event: Event): void {
  if (!watching) return;
  const here = seen();
  if (here !== undefined && samePage(here, window.location.hash)) event.stopImmediatePropagation();
}

// Listeners of `window` itself are called in the order in which they were added, capturing or not. This module is part
// of the app, and Taro creates its router, which has a listener of its own, only after the app. So ours come first.
window.addEventListener('popstate', onPop);
window.addEventListener('hashchange', onHash);

export function watchHistory(): void {
  if (watching) return;
  watching = true;
  openSheets.subscribe(() => void Promise.resolve().then(settle));
  // Needed if the page was reloaded while a sheet was open.
  settle();
}

/** Whether the browser has a page of the app before this one although Taro has none, as after a reload. */
export const hasEarlier = (): boolean => (marks().idx ?? 0) > 0;
export const toEarlier = (): void => window.history.back();

/** Adds a step of the visible page: an entry of its own, with the step in the address. */
export function pushStep(name: string, value: string): void {
  leave(() => {
    const { path, values } = read(window.location.hash);
    const query = Object.entries({ ...values, [name]: value }).map(([key, one]) => `${key}=${encodeURIComponent(one)}`);
    window.history.pushState({ ...marks(), steps: (marks().steps ?? 0) + 1 }, '', `#/${path}?${query.join('&')}`);
  });
}

export function onStep(tell: (values: Record<string, string>) => void): () => void {
  stepped.add(tell);
  return () => void stepped.delete(tell);
}
