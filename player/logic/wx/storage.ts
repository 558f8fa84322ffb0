import { note, post, utf8 } from '../port';
import { asynchronous, Fail, type Bag } from './call';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html */
const MOST_OF_A_KEY = 1024 * 1024;
const MOST_OF_ALL = 10 * 1024 * 1024;

/** What the app keeps on the phone. Values are kept as JSON, so what is read back is always a copy. */
export function storage(kept: Map<string, string>): Bag {
  const sizeOf = (key: string, json: string) => utf8(key).length + utf8(json).length;
  const total = () => [...kept].reduce((sum, [key, json]) => sum + sizeOf(key, json), 0);
  const set = (key: unknown, value: unknown) => {
    if (typeof key !== 'string') throw new Fail('parameter error: parameter.key should be String');
    const json = JSON.stringify(value ?? '');
    const bytes = sizeOf(key, json);
    const before = kept.get(key);
    if (bytes > MOST_OF_A_KEY) throw new Fail('entry size limit reached');
    if (total() - (before === undefined ? 0 : sizeOf(key, before)) + bytes > MOST_OF_ALL)
      throw new Fail('exceed storage max size 10Mb');
    kept.set(key, json);
    note({ kind: 'stored', key, bytes });
    post({ kind: 'store', key, json });
  };
  const get = (key: string): unknown => {
    const json = kept.get(key);
    return json === undefined ? '' : (JSON.parse(json) as unknown);
  };
  const remove = (key: string) => {
    if (kept.delete(key)) post({ kind: 'store', key, json: null });
  };
  const clear = () => [...kept.keys()].forEach(remove);
  const info = () => ({
    keys: [...kept.keys()],
    currentSize: Math.ceil(total() / 1024),
    limitSize: MOST_OF_ALL / 1024,
  });
  const sync =
    <A extends unknown[], R>(name: string, work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return work(...args);
      } catch (error) {
        throw Object.assign(new Error(`${name}:fail ${(error as Error).message}`), {
          errMsg: `${name}:fail ${(error as Error).message}`,
        });
      }
    };
  return {
    setStorageSync: sync('setStorageSync', set),
    getStorageSync: sync('getStorageSync', get),
    removeStorageSync: sync('removeStorageSync', remove),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    setStorage: asynchronous('setStorage', ({ key, data }) => set(key, data)),
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!kept.has(key as string)) throw new Fail('data not found');
      return { data: get(key as string) };
    }),
    removeStorage: asynchronous('removeStorage', ({ key }) => remove(key as string)),
    clearStorage: asynchronous('clearStorage', clear),
    getStorageInfo: asynchronous('getStorageInfo', info),
  };
}
