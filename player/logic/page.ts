import type { ComponentEvent, ShownPage } from '../protocol';
import { labelsIn } from './elements';
import { tell } from './person';
import { note, post, utf8 } from './port';
import { setPath } from './set-data';

export type Options = Record<string, unknown> & { data?: Record<string, unknown> };
/** WeChat transmits no more than this at once: https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html */
const MOST_BYTES = 1024 * 1024;

let pages = 0;

/** One page on the stack: the object that the app sees as `this`, and what the player knows of it. */
export class Page {
  readonly id = ++pages;
  readonly instance: Record<string, unknown>;
  private calls = 0;
  private isReady = false;
  private isOver = false;
  private isGuarded = false;
  private readonly waiting = new Map<number, () => void>();

  constructor(
    readonly route: string,
    readonly query: Record<string, string>,
    options: Options,
  ) {
    const { data, ...rest } = options;
    this.instance = {
      ...rest,
      data: JSON.parse(JSON.stringify(data ?? {})) as Record<string, unknown>,
      route,
      __route__: route,
      options: query,
      is: route,
      setData: (sent: Record<string, unknown>, then?: () => void) => this.setData(sent, then),
      getPageId: () => `pageId:${this.id}`,
      getTabBar: () => null,
      getOpenerEventChannel: () => ({ on() {}, once() {}, off() {}, emit() {} }),
    };
  }

  get shown(): ShownPage {
    return { id: this.id, route: this.route, query: this.query };
  }

  /** Calls a method of the app's page. What it throws is told as an error of the app, and the page lives on. */
  run(method: string, ...args: unknown[]): unknown {
    const own = this.instance[method];
    if (typeof own !== 'function') return undefined;
    try {
      return (own as (...args: unknown[]) => unknown).apply(this.instance, args);
    } catch (error) {
      note({ kind: 'failed', message: `${this.route} ${method}: ${String((error as Error).stack ?? error)}` });
      return undefined;
    }
  }

  has(method: string): boolean {
    return typeof this.instance[method] === 'function';
  }

  /** Sends what the page begins with. */
  begin(): void {
    const data = this.instance.data as Record<string, unknown>;
    this.send(data, JSON.stringify(data));
  }

  end(): void {
    this.isOver = true;
    post({ kind: 'drop', id: this.id });
  }

  events(events: ComponentEvent[]): void {
    for (const event of events) {
      const { handler, ...rest } = event;
      this.run(handler, { ...rest, mark: {} });
    }
  }

  guard(isGuarded: boolean): void {
    this.isGuarded = isGuarded;
  }

  /** Back, while a page-container is shown, closes the container. True if it did. */
  catchBack(): boolean {
    if (!this.isGuarded) return false;
    this.isGuarded = false;
    tell('leaveContainer', { page: this.id });
    return true;
  }

  drawn(call: number): void {
    if (!this.isReady) {
      this.isReady = true;
      this.run('onReady');
    }
    this.waiting.get(call)?.();
    this.waiting.delete(call);
  }

  private setData(sent: Record<string, unknown>, then?: () => void): void {
    if (this.isOver) return;
    const json = JSON.stringify(sent);
    // The app's side keeps a copy, too: what it was given may be changed by the next path.
    for (const [path, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
      setPath(this.instance.data as Record<string, unknown>, path, value);
    this.send(sent, json, then);
  }

  private send(sent: Record<string, unknown>, json: string, then?: () => void): void {
    const bytes = utf8(json).length;
    const call = ++this.calls;
    note({ kind: 'setData', page: this.id, route: this.route, call, bytes, paths: Object.keys(sent) });
    if (bytes > MOST_BYTES)
      return note({
        kind: 'failed',
        message: `${this.route}: setData of ${bytes} bytes is over the limit of ${MOST_BYTES}`,
      });
    if (then) this.waiting.set(call, then);
    post({ kind: 'data', id: this.id, call, json, labels: Object.values(sent).reduce(labelsOf, {}) });
  }
}

type Labels = Record<string, Record<string, unknown>>;
const labelsOf = (into: Labels, value: unknown): Labels => labelsIn(value, into);
