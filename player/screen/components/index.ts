import type { Component } from '../component';
import { remember } from '../events';
import { button } from './button';
import { field } from './field';
import { image } from './image';
import { pageContainer, picker, swiper, switchButton } from './others';
import { plain, text } from './plain';
import { scrollView } from './scroll-view';
import type { Surroundings } from './surroundings';

const PLAIN = ['view', 'block', 'label', 'form', 'swiper-item', 'root-portal', 'cover-view', 'canvas', 'comp'];

/** The components that the player has. An unknown one is drawn as a plain box, and told once. */
export function components(around: Surroundings, isUnknown: (tag: string) => void): (tag: string) => Component {
  const own: Record<string, Component> = {
    ...Object.fromEntries(PLAIN.map(name => [name, plain])),
    text,
    image: image(around),
    button: button(around),
    input: field(around, 'input'),
    textarea: field(around, 'textarea'),
    'scroll-view': scrollView(around),
    picker: picker(around),
    switch: switchButton(around),
    swiper: swiper(around),
    'page-container': pageContainer(around),
  };
  const known = new Map(Object.entries(own).map(([name, component]) => [name, remembering(component)]));
  return tag => {
    let component = known.get(tag);
    if (!component) {
      isUnknown(tag);
      known.set(tag, (component = remembering(plain)));
    }
    return component;
  };
}

const remembering = (component: Component): Component => ({
  ...component,
  create(drawn) {
    remember(drawn);
    component.create?.(drawn);
  },
});
