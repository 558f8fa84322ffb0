import Taro from '@tarojs/taro';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Appearance } from './look';
import { onSystemAppearance, paintGround, systemAppearance } from './system-appearance';

const KEY = 'hg.large';

const chosen = (): boolean | undefined => {
  const value: unknown = Taro.getStorageSync(KEY);
  return value === 'on' ? true : value === 'off' ? false : undefined;
};

const look = (): Appearance => {
  const system = systemAppearance();
  return { dark: system.dark, large: chosen() ?? system.large };
};

const store = createStore<Appearance>(look);

store.subscribe(paintGround);
onSystemAppearance(() => store.setState(look()));
paintGround(store.getState());

export const useAppearance = (): Appearance => useStore(store);

/** Set by hand in 我的; it overrides what the system says. */
export function setLarge(large: boolean): void {
  Taro.setStorageSync(KEY, large ? 'on' : 'off');
  store.setState(look());
}
