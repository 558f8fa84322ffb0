import Taro from '@tarojs/taro';

/** Brings a person's line into the upper half of the page. */
export const toPerson = (id: string): void =>
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -Taro.getWindowInfo().windowHeight * 0.35, duration: 200 });
