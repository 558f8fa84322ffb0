import type { ComponentEvent, Target } from '../protocol';
import type { Drawn } from './component';

/** An element by what was drawn. */
const drawnOf = new WeakMap<Node, Drawn>();
export const remember = (drawn: Drawn): void => void drawnOf.set(drawn.element, drawn);

export function nearest(node: Node | null): Drawn | undefined {
  for (let at = node; at; at = at.parentNode) {
    const found = drawnOf.get(at);
    if (found && found.tag.name !== '#text') return found;
  }
  return undefined;
}

const HOLD_MS = 350;
type Send = (events: ComponentEvent[]) => void;

const targetOf = ({ element, values }: Drawn): Target => {
  const { id, offsetLeft, offsetTop } = element as HTMLElement;
  const data = Object.entries(values).filter(([name]) => name.startsWith('data-'));
  const dataset = Object.fromEntries(
    data.map(([name, value]) => [name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
  return { id, offsetLeft, offsetTop, dataset };
};

/** An event for one handler of one element. */
export const eventFor = (
  handler: string,
  type: string,
  detail: unknown,
  at: Drawn,
  from: Drawn = at,
): ComponentEvent => ({
  handler,
  type,
  timeStamp: Math.round(performance.now()),
  detail,
  target: targetOf(from),
  currentTarget: targetOf(at),
});

/** An event that stays at its element, such as `input` or `scroll`. */
export function emit(send: Send, drawn: Drawn, type: string, detail: unknown): void {
  const bound = drawn.bound.get(type);
  if (bound) send([eventFor(bound.handler, type, detail, drawn)]);
}

/** An event that goes up through the page, once for each handler, until one of them catches it. */
function bubble(send: Send, from: Drawn, type: string, more: Partial<ComponentEvent>, detail: unknown): void {
  const events: ComponentEvent[] = [];
  for (let at: Drawn | undefined = from; at; at = at.parent) {
    const bound = at.bound.get(type);
    if (!bound) continue;
    events.push({ ...eventFor(bound.handler, type, detail, at, from), ...more });
    if (bound.stops) break;
  }
  if (events.length > 0) send(events);
}

/** Turns what a finger or a mouse does on a page into the events of a mini-program. */
export function listen(document: Document, send: Send, tapped: (drawn: Drawn) => void): void {
  let hold: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  const touchOf = (event: PointerEvent | MouseEvent) => ({
    identifier: 0,
    pageX: event.pageX,
    pageY: event.pageY,
    clientX: event.clientX,
    clientY: event.clientY,
  });
  const touch = (type: string, isOver: boolean) => (event: PointerEvent) => {
    const from = nearest(event.target as Node);
    if (!from) return;
    const touches = isOver ? [] : [touchOf(event)];
    bubble(send, from, type, { touches, changedTouches: [touchOf(event)] }, { x: event.pageX, y: event.pageY });
  };
  const down = touch('touchstart', false);
  const up = touch('touchend', true);
  const move = touch('touchmove', false);
  document.addEventListener('pointerdown', event => {
    isHeld = false;
    down(event);
    const from = nearest(event.target as Node);
    if (from) hover(from, true);
    hold = setTimeout(() => {
      isHeld = true;
      if (from) bubble(send, from, 'longpress', { touches: [touchOf(event)] }, { x: event.pageX, y: event.pageY });
    }, HOLD_MS);
  });
  document.addEventListener('pointermove', event => {
    if (event.buttons === 0) return;
    move(event);
  });
  for (const type of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(type, event => {
      clearTimeout(hold);
      up(event);
      const from = nearest(event.target as Node);
      if (from) hover(from, false);
    });
  document.addEventListener('click', event => {
    const from = nearest(event.target as Node);
    if (!from || (isHeld && from.bound.has('longpress'))) return;
    if (isDisabled(from)) return;
    const detail = { x: event.pageX, y: event.pageY };
    bubble(send, from, 'tap', { touches: [touchOf(event)], changedTouches: [touchOf(event)] }, detail);
    for (let at: Drawn | undefined = from; at; at = at.parent) if (at.component?.tapped) return tapped(at);
  });
  // A keyboard presses what says that it is a button, as a screen reader does.
  document.addEventListener('keydown', event => {
    const element = event.target as HTMLElement;
    if (event.key === 'Enter' && element.getAttribute('role') === 'button') element.click();
  });
}

const isDisabled = (from: Drawn): boolean => {
  for (let at: Drawn | undefined = from; at; at = at.parent)
    if (at.tag.name === 'button' && at.values.disabled === true) return true;
  return false;
};

function hover(from: Drawn, isDown: boolean): void {
  for (let at: Drawn | undefined = from; at; at = at.parent) {
    const name = at.values['hover-class'];
    if (typeof name !== 'string' || name === 'none' || name === '') continue;
    (at.element as HTMLElement).classList.toggle(name, isDown);
    if (at.values['hover-stop-propagation'] === true) break;
  }
}
