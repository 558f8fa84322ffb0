import Taro from '@tarojs/taro';
import { DARK, LIGHT } from '../../charts/palette';
import type { Look } from '../../charts/svg';

const WIDE = 900;

/** On a desk charts are long and flat. */
export const isWide = (): boolean => Taro.getWindowInfo().windowWidth >= WIDE;

/** How a chart is drawn on a screen. @param size of its letters, in px. */
export const lookOf = (width: number, height: number, dark: boolean, size = 12): Look => ({
  width,
  height,
  size,
  palette: dark ? DARK : LIGHT,
});
