/** The characters that would end a text in quotes or brackets, or an address. WeChat puts an image into `url('…')`. */
const MUST = /[%#<>"'\n]/g;

/** WeChat draws no inline SVG, so every drawing goes through an image source. Only what must be is encoded. */
export const dataUri = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${svg.replace(MUST, one => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
