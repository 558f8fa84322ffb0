import type { Component, Drawn } from '../component';
import { setCommon } from './plain';
import type { Surroundings } from './surroundings';

export function scrollView({ emit }: Surroundings): Component {
  const elementOf = (drawn: Drawn) => drawn.element as HTMLElement;
  return {
    create(drawn) {
      const element = elementOf(drawn);
      let before = { left: 0, top: 0 };
      element.addEventListener('scroll', () => {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientHeight } = element;
        emit(drawn, 'scroll', {
          scrollLeft,
          scrollTop,
          scrollWidth,
          scrollHeight,
          deltaX: before.left - scrollLeft,
          deltaY: before.top - scrollTop,
        });
        if (scrollTop <= Number(drawn.values['upper-threshold'] ?? 50))
          emit(drawn, 'scrolltoupper', { direction: 'top' });
        if (scrollTop + clientHeight >= scrollHeight - Number(drawn.values['lower-threshold'] ?? 50))
          emit(drawn, 'scrolltolower', { direction: 'bottom' });
        before = { left: scrollLeft, top: scrollTop };
      });
    },
    begin: drawn => toView(elementOf(drawn), drawn.values['scroll-into-view']),
    set(drawn, name, value) {
      const element = elementOf(drawn);
      if (name === 'scroll-x') element.style.overflowX = value === true ? 'auto' : 'hidden';
      else if (name === 'scroll-y') element.style.overflowY = value === true ? 'auto' : 'hidden';
      else if (name === 'scroll-top' && value !== undefined) element.scrollTop = Number(value);
      else if (name === 'scroll-left' && value !== undefined) element.scrollLeft = Number(value);
      else if (name === 'scroll-into-view') toView(element, value);
      else if (name === 'enable-flex') element.toggleAttribute('flexed', value === true);
      else {
        setCommon(drawn, name, value);
        if (name === 'style') {
          element.style.overflowX = drawn.values['scroll-x'] === true ? 'auto' : 'hidden';
          element.style.overflowY = drawn.values['scroll-y'] === true ? 'auto' : 'hidden';
        }
      }
    },
  };
}

function toView(element: HTMLElement, id: unknown): void {
  if (typeof id !== 'string' || id === '') return;
  const inside = element.querySelector(`#${CSS.escape(id)}`);
  if (!inside) return;
  const [own, wanted] = [element.getBoundingClientRect(), inside.getBoundingClientRect()];
  element.scrollTop += wanted.top - own.top;
  element.scrollLeft += wanted.left - own.left;
}
