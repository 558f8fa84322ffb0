import type { ToScreen, Window } from '../protocol';
import baseCss from './base.css';
import { components } from './components';
import { leaveContainer } from './components/others';
import type { Surroundings } from './components/surroundings';
import type { Drawn } from './component';
import { listen } from './events';
import type { Files } from './files';
import type { Theme } from './wxss';
import { Tree } from './tree';

type Sent = Extract<ToScreen, { kind: 'data' }>;

/** What a page needs of the player around it. */
export interface PageParts {
  files: Files;
  theme(): Theme;
  around: Surroundings;
  scrolled(top: number, atEnd: boolean): void;
  drawn(call: number): void;
  painted(call: number): void;
  failed(message: string): void;
}

/** A page in a document of its own, as each page of a mini-program is. */
export class ScreenPage {
  readonly frame = document.createElement('iframe');
  private tree: Tree | undefined;
  private waiting: Sent[] | undefined = [];
  private readonly containers = new Set<Drawn>();
  private readonly style: HTMLStyleElement;

  constructor(
    readonly id: number,
    readonly route: string,
    readonly isTab: boolean,
    public window: Window,
    private readonly parts: PageParts,
  ) {
    this.frame.title = route;
    document.getElementById('pages')!.append(this.frame);
    const inside = this.frame.contentDocument!;
    inside.open();
    inside.write('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body></body></html>');
    inside.close();
    const base = inside.createElement('style');
    base.textContent = baseCss;
    this.style = inside.createElement('style');
    inside.head.append(base, this.style);
    inside.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = inside.documentElement;
      parts.scrolled(scrollTop, scrollTop + clientHeight >= scrollHeight - 50);
    });
    void this.begin(inside).catch((error: Error) => parts.failed(`${route}: ${error.stack ?? error.message}`));
  }

  get document(): Document {
    return this.frame.contentDocument!;
  }

  receive(sent: Sent): void {
    if (this.waiting) this.waiting.push(sent);
    else this.draw(sent);
  }

  async repaint(): Promise<void> {
    this.style.textContent = await this.parts.files.styles(this.route, this.parts.theme());
  }

  setSafe(bottom: number): void {
    this.document.documentElement.style.setProperty('--safe-bottom', `${this.isTab ? 0 : bottom}px`);
  }

  leaveContainer(): void {
    const shown = [...this.containers].find(one => (one.element as Element).hasAttribute('shown'));
    if (shown) leaveContainer(shown, this.parts.around);
  }

  end(): void {
    this.frame.remove();
  }

  private async begin(inside: Document): Promise<void> {
    const { parts, route } = this;
    const [templates] = await Promise.all([parts.files.templates(route), this.repaint()]);
    const { around } = parts;
    const of = components(around, tag => parts.failed(`${route}: the player has no component <${tag}>`));
    this.tree = new Tree(templates, inside.body, tag => {
      const component = of(tag);
      if (tag !== 'page-container') return component;
      return {
        ...component,
        create: drawn => {
          this.containers.add(drawn);
          component.create?.(drawn);
        },
        end: drawn => {
          this.containers.delete(drawn);
          component.end?.(drawn);
        },
      };
    });
    listen(inside, around.send, drawn => drawn.component!.tapped!(drawn));
    const sent = this.waiting!;
    this.waiting = undefined;
    for (const one of sent) this.draw(one);
  }

  private draw({ call, json, labels }: Sent): void {
    try {
      this.tree!.apply(JSON.parse(json) as Record<string, unknown>, labels);
    } catch (error) {
      this.parts.failed(`${this.route}: ${(error as Error).stack ?? String(error)}`);
    }
    this.parts.drawn(call);
    // The frame after the next task is the first that shows it.
    requestAnimationFrame(() => setTimeout(() => this.parts.painted(call)));
  }
}
