import type { FoundCollection } from './found';
import type { Step } from './step';
import type { Index, WantedCollection } from './wanted';

const keysOf = (index: Index) => JSON.stringify(index.keys.map(key => [key.field, key.direction]));
const sameIndex = (a: Index, b: Index) => keysOf(a) === keysOf(b) && a.unique === b.unique;

/**
 * Steps for one collection. An index with the same keys counts whatever its name is, because the database refuses a
 * second one. A different index with the same name or the same keys is removed first. Other indexes that nobody
 * asked for stay.
 */
export function planCollection({ name, indexes }: WantedCollection, found: FoundCollection | undefined): Step[] {
  const there = found?.indexes ?? [];
  const missing = indexes.filter(index => !there.some(one => sameIndex(one, index)));
  const inTheWay = there.filter(one => missing.some(index => one.name === index.name || keysOf(one) === keysOf(index)));
  return [
    ...(found ? [] : [{ do: 'create-collection' as const, collection: name }]),
    ...(found?.closed ? [] : [{ do: 'close-rule' as const, collection: name }]),
    ...inTheWay.map(one => ({ do: 'drop-index' as const, collection: name, index: one.name })),
    ...missing.map(index => ({ do: 'create-index' as const, collection: name, index })),
  ];
}
