import type { Appearance } from './look';

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)');

/** If a browser's base letters are half as big again, its reader needs them so. */
const large = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('font-size')) >= 20;

export const systemAppearance = (): Appearance => ({ dark: darkQuery().matches, large: large() });

export function onSystemAppearance(changed: () => void): void {
  darkQuery().addEventListener('change', changed);
}

/** The ground behind the pages is outside of them, so a class on the root element tells it. */
export function paintGround({ dark, large: big }: Appearance): void {
  document.documentElement.classList.toggle('hg-dark', dark);
  document.documentElement.classList.toggle('hg-large', big);
}
