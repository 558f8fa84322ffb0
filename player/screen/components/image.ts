import type { Component, Drawn } from '../component';
import { setCommon } from './plain';
import type { Surroundings } from './surroundings';

/** How each mode of an image is said in CSS. */
const FIT: Record<string, [fit: string, position?: string]> = {
  scaleToFill: ['fill'],
  aspectFit: ['contain'],
  aspectFill: ['cover'],
  center: ['none', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  left: ['none', 'left'],
  right: ['none', 'right'],
};

export function image({ emit, addressOf }: Surroundings): Component {
  const pictureOf = (drawn: Drawn) => [...drawn.kept!][0] as HTMLImageElement;
  return {
    create(drawn) {
      const element = drawn.element as HTMLElement;
      const picture = element.ownerDocument.createElement('img');
      picture.alt = '';
      picture.draggable = false;
      picture.addEventListener('load', () => {
        if (drawn.values.mode === 'widthFix')
          element.style.height = `${picture.offsetWidth * (picture.naturalHeight / picture.naturalWidth)}px`;
        emit(drawn, 'load', { width: picture.naturalWidth, height: picture.naturalHeight });
      });
      picture.addEventListener('error', () =>
        emit(drawn, 'error', { errMsg: `Failed to load image ${picture.src.slice(0, 100)}` }),
      );
      element.append(picture);
      drawn.kept = new Set([picture]);
    },
    set(drawn, name, value) {
      const picture = pictureOf(drawn);
      if (name === 'src')
        void addressOf(String(value ?? '')).then(address =>
          address ? (picture.src = address) : picture.removeAttribute('src'),
        );
      else if (name === 'mode') {
        const [fit, position = 'center'] = FIT[String(value)] ?? ['fill'];
        Object.assign(picture.style, { objectFit: fit, objectPosition: position });
      } else setCommon(drawn, name, value);
      const element = drawn.element as HTMLElement;
      if (element.hasAttribute('aria-label') && !element.hasAttribute('role')) element.setAttribute('role', 'img');
    },
  };
}
