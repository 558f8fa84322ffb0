import type { Component } from '../component';
import { eventFor } from '../events';
import { setCommon } from './plain';
import type { Surroundings } from './surroundings';

/** The event that a button of each kind answers with. */
const ANSWER: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  openSetting: 'opensetting',
};

export const button = ({ open }: Surroundings): Component => ({
  create: drawn => (drawn.element as HTMLElement).setAttribute('role', 'button'),
  set(drawn, name, value) {
    setCommon(drawn, name, value);
    const element = drawn.element as HTMLElement;
    if (name === 'disabled') element.toggleAttribute('disabled', value === true);
    if (name === 'type' || name === 'size' || name === 'plain') element.setAttribute(name, String(value ?? ''));
  },
  tapped(drawn) {
    const openType = String(drawn.values['open-type'] ?? '');
    if (!openType) return;
    const type = ANSWER[openType] ?? '';
    open(openType, eventFor(drawn.bound.get(type)?.handler ?? '', type, {}, drawn));
  },
});
