import Taro from '@tarojs/taro';
import type { Values } from '../../../domain/link/routes';

interface PageOnTheStack {
  /** H5: the path, with a stamp in place of the parameters. */
  path?: string;
  /** H5: the parameters, encoded as they came. */
  $taroParams?: Values;
  /** WeChat: the path, and the parameters, encoded as they came. */
  route?: string;
  options?: Values;
}

/** Parameters that Taro adds. */
const ITS_OWN = ['stamp', '$taroTimestamp'];

/** The addresses of the pages on the stack. The last one is visible. */
export function addresses(): string[] {
  return (Taro.getCurrentPages() as PageOnTheStack[]).map(page => {
    const weapp = process.env.TARO_ENV === 'weapp';
    const values = (weapp ? page.options : page.$taroParams) ?? {};
    const pairs = Object.entries(values).filter(([name]) => !ITS_OWN.includes(name));
    const path = (weapp ? page.route : page.path)?.split('?')[0] ?? '';
    return `${path}?${pairs.map(([name, value]) => `${name}=${value ?? ''}`).join('&')}`;
  });
}
