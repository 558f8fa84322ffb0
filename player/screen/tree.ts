import { stepsOf } from '../logic/set-data';
import type { Component, Drawn } from './component';
import type { Scope, Tag, Value, Wxml } from './wxml';

/** What Taro sends of one element. */
interface Sent {
  sid: string;
  cn?: Sent[];
  [name: string]: unknown;
}

/** A tag of a template that stands for an element, and the values it is drawn with. */
interface Wanted {
  key: unknown;
  tag: Tag;
  scope: Scope;
}

/** WXML files that belong together: those of a page, and the component that Taro uses for what lies deep. */
export interface Templates {
  find(name: string): Tag | undefined;
  component(name: string): Wxml | undefined;
  page: Tag;
  /** The functions of WXS files, by module. */
  scripts: Scope;
}

type Labels = Record<string, Record<string, unknown>>;

/**
 * The elements of a page. They follow the data that `setData` writes, through the templates of the package, and only
 * what the data touched is drawn anew.
 */
export class Tree {
  private readonly data: Record<string, unknown> = {};
  private readonly drawn = new Map<string, Drawn>();
  private readonly root: Drawn;
  private isDrawn = false;
  /** Kept, because an element is made anew when another template is taken for it. */
  private readonly labels = new Map<string, Record<string, unknown>>();

  constructor(
    private readonly templates: Templates,
    body: HTMLElement,
    private readonly componentOf: (tag: string) => Component,
  ) {
    this.root = { tag: templates.page, scope: {}, element: body, children: [], bound: new Map(), values: {} };
  }

  find(sid: string): Drawn | undefined {
    return this.drawn.get(sid);
  }

  /** @param sent paths and values, as `setData` was given them. */
  apply(sent: Record<string, unknown>, labels: Labels): void {
    // The first call draws the page, also if there is nothing in it.
    const touched = new Set<Drawn>(this.isDrawn ? [] : [this.root]);
    this.isDrawn = true;
    for (const [path, value] of Object.entries(sent)) touched.add(this.set(path, value));
    for (const one of touched) if (one === this.root || this.isThere(one)) this.redraw(one);
    for (const [sid, label] of Object.entries(labels)) {
      this.labels.set(sid, { ...this.labels.get(sid), ...label });
      const known = this.drawn.get(sid);
      if (known) this.label(known, label);
    }
  }

  /** Data attributes of the app's own, which stand in no template. */
  private label({ element, tag }: Drawn, label: Record<string, unknown>): void {
    if (tag === TEXT) return;
    for (const [name, value] of Object.entries(label))
      (element as HTMLElement).setAttribute(
        `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
        String(value),
      );
  }

  /** Writes a value, and says which element has to be drawn anew: itself, or its parent where its kind may change. */
  private set(path: string, value: unknown): Drawn {
    const steps = stepsOf(path);
    const last = steps[steps.length - 1]!;
    const way: Drawn[] = [this.root];
    let at = this.data as Record<string | number, unknown>;
    steps.slice(0, -1).forEach((step, i) => {
      if (typeof at[step] !== 'object' || at[step] === null) at[step] = typeof steps[i + 1] === 'number' ? [] : {};
      at = at[step] as Record<string | number, unknown>;
      const known = this.drawn.get((at as { sid?: string }).sid ?? '');
      if (known) way.push(known);
    });
    at[last] = value;
    const nearest = way[way.length - 1]!;
    const label = typeof last === 'string' && /^data([A-Z].*)/.exec(last)?.[1];
    if (label) this.label(nearest, { [label.replace(/^./, letter => letter.toLowerCase())]: value });
    // These decide which template is taken.
    const mayChangeKind = last === 'nn' || last === 'focus';
    return ((mayChangeKind || nearest.tag === TEXT) && nearest.parent) || nearest;
  }

  private isThere(one: Drawn): boolean {
    for (let at: Drawn | undefined = one; at; at = at.parent) if (at === this.root) return true;
    return false;
  }

  private redraw(one: Drawn): void {
    if (one === this.root) one.scope = { ...this.templates.scripts, ...this.data };
    else this.assign(one);
    this.drawChildren(one);
  }

  private drawChildren(parent: Drawn): void {
    const wanted = this.wantedIn(parent);
    if (!wanted) return;
    const before = new Map(parent.children.map(child => [child.key, child]));
    const next: Drawn[] = [];
    for (const one of wanted) {
      const known = before.get(one.key);
      if (known && known.tag === one.tag) {
        before.delete(one.key);
        this.update(known, one.scope);
        next.push(known);
      } else next.push(this.create(one, parent));
    }
    for (const gone of before.values()) this.remove(gone);
    parent.children = next;
    const holder = parent.holder ?? (parent.element as HTMLElement);
    let place = holder.firstChild;
    while (place && parent.kept?.has(place)) place = place.nextSibling;
    for (const { element } of next) {
      if (element === place) place = place.nextSibling;
      else holder.insertBefore(element, place);
    }
  }

  private wantedIn(parent: Drawn): Wanted[] | undefined {
    const component = this.templates.component(parent.tag.name);
    const tag = component?.root ?? parent.tag;
    const scope = component ? { ...this.templates.scripts, ...this.attributesOf(parent) } : parent.scope;
    return tag.children.length === 0 ? undefined : this.expand(tag.children, scope, parent.key);
  }

  /** The properties of a component of WXML are the values of its own scope. */
  private attributesOf({ tag, scope }: Drawn): Scope {
    return Object.fromEntries([...tag.attributes].map(([name, value]) => [name, value(scope)]));
  }

  private expand(nodes: (Tag | Value)[], scope: Scope, key: unknown): Wanted[] {
    const wanted: Wanted[] = [];
    let isChosen = false;
    nodes.forEach((node, index) => {
      const own = nodes.length === 1 ? key : `${String(key)}/${index}`;
      if (typeof node === 'function') {
        wanted.push({ key: own, tag: TEXT, scope: { ...scope, text: node(scope) } });
        return;
      }
      const { attributes } = node;
      if (attributes.has('wx:if')) isChosen = false;
      const condition = attributes.get('wx:if') ?? attributes.get('wx:elif');
      if (condition || attributes.has('wx:else')) {
        if (isChosen || (condition && !condition(scope))) return;
        isChosen = true;
      }
      const list = attributes.get('wx:for');
      if (!list) wanted.push(...this.one(node, scope, own));
      else
        ((list(scope) ?? []) as Sent[]).forEach((item, at) => {
          if (item) wanted.push(...this.one(node, { ...scope, item, index: at }, item.sid ?? `${String(own)}/${at}`));
        });
    });
    return wanted;
  }

  private one(tag: Tag, scope: Scope, key: unknown): Wanted[] {
    if (tag.name === 'block') return this.expand(tag.children, scope, key);
    if (tag.name !== 'template') return [{ key, tag, scope }];
    const name = String(tag.attributes.get('is')!(scope));
    const template = this.templates.find(name);
    if (!template) throw new Error(`Template \`${name}\` not found.`);
    const given = (tag.attributes.get('data')?.(scope) ?? {}) as Scope;
    const inner = { ...this.templates.scripts, ...given };
    return this.expand(template.children, inner, key);
  }

  private create({ key, tag, scope }: Wanted, parent: Drawn): Drawn {
    const drawn: Drawn = {
      key,
      tag,
      scope,
      parent,
      children: [],
      bound: new Map(),
      values: {},
      element: undefined as never,
    };
    const document = (parent.element as HTMLElement).ownerDocument;
    if (tag === TEXT) drawn.element = document.createTextNode('');
    else {
      drawn.component = this.componentOf(tag.name);
      drawn.element = document.createElement(`wx-${tag.name}`);
      for (const [name, text] of tag.raw) {
        const event = /^(bind|catch):?(.+)$/.exec(name);
        if (event) drawn.bound.set(event[2]!.toLowerCase(), { handler: text, stops: event[1] === 'catch' });
      }
      drawn.component.create?.(drawn);
    }
    const sid = sidOf(scope);
    if (sid !== undefined && !this.templates.component(tag.name)) this.drawn.set(sid, drawn);
    this.assign(drawn);
    const label = sid !== undefined && this.labels.get(sid);
    if (label) this.label(drawn, label);
    this.drawChildren(drawn);
    drawn.component?.begin?.(drawn);
    return drawn;
  }

  private update(drawn: Drawn, scope: Scope): void {
    const { i, c, l } = drawn.scope;
    const isSame = i !== undefined && i === scope.i && c === scope.c && l === scope.l && drawn.tag !== TEXT;
    drawn.scope = scope;
    // An element whose data is the same object is as it was, unless a path led into it; then it is drawn for itself.
    if (isSame) return;
    this.assign(drawn);
    this.drawChildren(drawn);
  }

  private assign(drawn: Drawn): void {
    const { tag, scope, values, element } = drawn;
    if (tag === TEXT) {
      const text = String(scope.text ?? '');
      if (element.nodeValue !== text) element.nodeValue = text;
      return;
    }
    for (const [name, value] of tag.attributes) {
      if (/^(bind|catch|wx:)/.test(name)) continue;
      const next = value(scope);
      if (name in values && values[name] === next) continue;
      values[name] = next;
      drawn.component!.set(drawn, name, next);
    }
  }

  private remove(drawn: Drawn): void {
    for (const child of drawn.children) this.remove(child);
    drawn.component?.end?.(drawn);
    const sid = sidOf(drawn.scope);
    if (sid !== undefined && this.drawn.get(sid) === drawn) this.drawn.delete(sid);
    drawn.element.parentNode?.removeChild(drawn.element);
  }
}

const TEXT: Tag = { name: '#text', attributes: new Map(), raw: new Map(), children: [] };
const sidOf = (scope: Scope): string | undefined => (scope.i as Sent | undefined)?.sid;
