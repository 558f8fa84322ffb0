import type { Component, Drawn } from '../component';
import { toLength } from '../wxss';
import { put, setCommon } from './plain';
import type { Surroundings } from './surroundings';

type Native = HTMLInputElement | HTMLTextAreaElement;
const TYPES: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  text: 'text',
  nickname: 'text',
};

/** `input` and `textarea`: a field of the browser, with WeChat's events and its placeholder, which is an element. */
export function field({ emit }: Surroundings, kind: 'input' | 'textarea'): Component {
  const partsOf = (drawn: Drawn) => [...drawn.kept!] as [Native, HTMLElement];
  const showPlaceholder = (drawn: Drawn) => {
    const [native, placeholder] = partsOf(drawn);
    placeholder.hidden = native.value !== '';
  };
  return {
    create(drawn) {
      const element = drawn.element as HTMLElement;
      const native = element.ownerDocument.createElement(kind);
      const placeholder = element.ownerDocument.createElement('wx-placeholder');
      native.autocomplete = 'off';
      drawn.kept = new Set<Node>([native, placeholder]);
      element.append(native, placeholder);
      let before = '';
      native.addEventListener('input', event => {
        event.stopPropagation();
        showPlaceholder(drawn);
        const { value } = native;
        emit(drawn, 'input', { value, cursor: native.selectionStart ?? value.length, keyCode: 0 });
        if (kind === 'textarea' && drawn.values['auto-height'] === true) grow(native);
      });
      native.addEventListener('focus', () => {
        before = native.value;
        emit(drawn, 'focus', { value: native.value, height: 0 });
      });
      native.addEventListener('blur', () => {
        if (native.value !== before) emit(drawn, 'change', { value: native.value });
        emit(drawn, 'blur', { value: native.value, cursor: native.selectionStart ?? 0 });
      });
      (native as HTMLElement).addEventListener('keydown', event => {
        if (event.key !== 'Enter' || event.isComposing || kind === 'textarea') return;
        emit(drawn, 'confirm', { value: native.value });
        if (drawn.values['confirm-hold'] !== true) native.blur();
      });
    },
    begin(drawn) {
      showPlaceholder(drawn);
      const { values } = drawn;
      if (values.focus === true || values['auto-focus'] === true) partsOf(drawn)[0].focus();
    },
    set(drawn, name, value) {
      const [native, placeholder] = partsOf(drawn);
      if (name === 'value') {
        const next = String(value ?? '');
        if (native.value !== next) native.value = next;
        showPlaceholder(drawn);
      } else if (name === 'placeholder') placeholder.textContent = String(value ?? '');
      else if (name === 'placeholder-class') placeholder.className = String(value ?? '');
      else if (name === 'placeholder-style') placeholder.style.cssText = toLength(String(value ?? ''));
      else if (name === 'disabled') native.disabled = value === true;
      else if (name === 'maxlength') put(native, 'maxlength', Number(value) < 0 ? undefined : value);
      else if (name === 'password') put(native, 'type', value === true ? 'password' : undefined);
      else if (name === 'type') native.inputMode = TYPES[String(value)] ?? 'text';
      else if (name === 'confirm-type') native.enterKeyHint = String(value ?? '');
      else if (name === 'focus' && value === true) native.focus();
      else if (name === 'aria-label') put(native, name, value);
      else setCommon(drawn, name, value);
    },
  };
}

function grow(native: Native): void {
  native.style.height = 'auto';
  native.style.height = `${native.scrollHeight}px`;
}
