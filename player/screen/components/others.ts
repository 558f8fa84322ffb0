import type { Component, Drawn } from '../component';
import { put, setCommon } from './plain';
import type { Surroundings } from './surroundings';

/** WeChat's wheels. What is chosen is told as `change`. */
export const picker = ({ ask, emit }: Surroundings): Component => ({
  create: drawn => (drawn.element as HTMLElement).setAttribute('role', 'button'),
  set(drawn, name, value) {
    setCommon(drawn, name, value);
    if (name === 'disabled') put(drawn.element as Element, 'aria-disabled', value === true ? true : undefined);
  },
  tapped(drawn) {
    const { mode, value, range, start, end, disabled, fields } = drawn.values;
    if (disabled === true) return;
    ask('picker', { mode, value, range, 'range-key': drawn.values['range-key'], start, end, fields }).then(
      chosen => emit(drawn, 'change', chosen),
      () => emit(drawn, 'cancel', {}),
    );
  },
});

export const switchButton = ({ emit }: Surroundings): Component => ({
  create: drawn => (drawn.element as HTMLElement).setAttribute('role', 'switch'),
  set(drawn, name, value) {
    setCommon(drawn, name, value);
    if (name === 'checked') put(drawn.element as Element, 'aria-checked', value === true);
    if (name === 'color') (drawn.element as HTMLElement).style.setProperty('--on', String(value ?? ''));
  },
  tapped(drawn) {
    if (drawn.values.disabled === true) return;
    const element = drawn.element as HTMLElement;
    const isOn = element.getAttribute('aria-checked') !== 'true';
    put(element, 'aria-checked', isOn);
    emit(drawn, 'change', { value: isOn });
  },
});

export const swiper = ({ emit }: Surroundings): Component => {
  const clocks = new WeakMap<Drawn, ReturnType<typeof setInterval>>();
  const show = (drawn: Drawn, index: number) => {
    const element = drawn.element as HTMLElement;
    element.scrollTo({ left: index * element.clientWidth });
  };
  return {
    create(drawn) {
      const element = drawn.element as HTMLElement;
      let current = 0;
      element.addEventListener('scroll', () => {
        const now = Math.round(element.scrollLeft / Math.max(1, element.clientWidth));
        if (now === current) return;
        current = now;
        emit(drawn, 'change', { current, source: 'touch' });
      });
    },
    begin(drawn) {
      show(drawn, Number(drawn.values.current ?? 0));
      if (drawn.values.autoplay !== true) return;
      const element = drawn.element as HTMLElement;
      const turn = () =>
        show(
          drawn,
          (Math.round(element.scrollLeft / Math.max(1, element.clientWidth)) + 1) % Math.max(1, drawn.children.length),
        );
      clocks.set(drawn, setInterval(turn, Number(drawn.values.interval ?? 5_000)));
    },
    set(drawn, name, value) {
      if (name === 'current') show(drawn, Number(value ?? 0));
      else setCommon(drawn, name, value);
    },
    end: drawn => clearInterval(clocks.get(drawn)),
  };
};

/** A sheet of the platform. While it is shown, one Back closes it and not the page. */
export const pageContainer = ({ emit, containerShown }: Surroundings): Component => ({
  set(drawn, name, value) {
    const element = drawn.element as HTMLElement;
    if (name === 'show') {
      const isShown = value === true;
      if (isShown === element.hasAttribute('shown')) return;
      element.toggleAttribute('shown', isShown);
      containerShown(isShown);
      const kinds = isShown ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave'];
      // Its attributes are set one after another; the events come once all are there.
      queueMicrotask(() => kinds.forEach(kind => emit(drawn, kind, {})));
    } else if (name === 'z-index') element.style.zIndex = String(value);
    else if (name === 'position') element.setAttribute('position', String(value));
    else if (name === 'overlay') element.toggleAttribute('overlay', value === true);
    else setCommon(drawn, name, value);
  },
  end: drawn => {
    if ((drawn.element as HTMLElement).hasAttribute('shown')) containerShown(false);
  },
});

/** Closes a container as Back does. */
export function leaveContainer(drawn: Drawn, { emit }: Surroundings): void {
  (drawn.element as HTMLElement).removeAttribute('shown');
  for (const kind of ['beforeleave', 'leave', 'afterleave']) emit(drawn, kind, {});
}
