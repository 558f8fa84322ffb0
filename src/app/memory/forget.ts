import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * What the app keeps of a person says here how it is forgotten, where it is made. So an erasure makes the phone forget
 * in one place, and knows none of those who remember.
 */
const ways: (() => void)[] = [];

export const onForget = (forget: () => void): void => void ways.push(forget);

/** Nothing of one person may stay for the next who uses the phone, neither in its storage nor on its pages. */
export const forgetPerson = (): void => ways.forEach(forget => forget());

/** A store that is as new once the person is forgotten. */
export function personStore<T>(fresh: () => T): StoreApi<T> {
  const store = createStore(fresh);
  onForget(() => store.setState(fresh(), true));
  return store;
}

/** A map that is empty once the person is forgotten. */
export function personMap<K, V>(): Map<K, V> {
  const map = new Map<K, V>();
  onForget(() => map.clear());
  return map;
}
