import type { Component, Drawn } from '../component';
import { toLength } from '../wxss';

const elementOf = (drawn: Drawn): HTMLElement => drawn.element as HTMLElement;

/** What every element of a page understands: its class, style, id and what a screen reader says. */
export function setCommon(drawn: Drawn, name: string, value: unknown): void {
  const element = elementOf(drawn);
  if (name === 'class') element.className = String(value ?? '');
  else if (name === 'style') element.style.cssText = toLength(String(value ?? ''));
  else if (name === 'id') element.id = String(value ?? '');
  else if (name === 'aria-role') put(element, 'role', value);
  else if (name.startsWith('aria-')) put(element, name, value);
}

export function put(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === '') element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

export const plain: Component = { set: setCommon };

export const text: Component = {
  set(drawn, name, value) {
    setCommon(drawn, name, value);
    const isSelectable = drawn.values['user-select'] === true || drawn.values.selectable === true;
    if (name === 'user-select' || name === 'selectable') elementOf(drawn).style.userSelect = isSelectable ? 'text' : '';
  },
};
