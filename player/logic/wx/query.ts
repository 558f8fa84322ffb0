import { ask } from '../person';
import type { Stack } from '../stack';
import type { Bag } from './call';

type Asked = { selector: string; all: boolean; fields: Bag };
type Then = (result: unknown) => void;

/** `wx.createSelectorQuery`: where things stand on the page. */
export const createSelectorQuery = (stack: Stack) => (): Bag => {
  const asked: Asked[] = [];
  const thens: (Then | undefined)[] = [];
  const node = (selector: string, all: boolean) => {
    const want = (fields: Bag, then?: Then) => {
      asked.push({ selector, all, fields });
      thens.push(then);
      return query;
    };
    return {
      boundingClientRect: (then?: Then) => want({ rect: true }, then),
      scrollOffset: (then?: Then) => want({ scrollOffset: true }, then),
      fields: (fields: Bag, then?: Then) => want(fields, then),
    };
  };
  const query = {
    in: () => query,
    select: (selector: string) => node(selector, false),
    selectAll: (selector: string) => node(selector, true),
    selectViewport: () => node('', false),
    exec: (then?: (results: unknown[]) => void) => {
      void ask<{ results: unknown[] }>('query', { page: stack.top?.id, asked }).then(({ results }) => {
        results.forEach((result, i) => thens[i]?.(result));
        then?.(results);
      });
      return query;
    },
  };
  return query;
};
