import { useEffect, useState } from 'react';
import type { Input, Output } from '../../../domain/api';
import { useDoing } from '../act/use-doing';
import { call } from '../call/call';

type Paged = 'catalog.past' | 'line.past' | 'roll.past' | 'staff.past' | 'staff.record';
type Row<N extends Paged> = Output<N> extends { page: (infer T)[] } | { entries: (infer T)[] } ? T : never;
type Mark = Output<Paged>['next'];

/** What a first page leaves out, page by page. */
export interface Older<T> {
  some: T[];
  more: boolean;
  busy: boolean;
  /** Why the last try brought nothing. */
  message: string | undefined;
  show: () => void;
}

/**
 * Fetches what a first page leaves out when somebody asks for it.
 * @param begin what the first page said: that there is more, or the mark after which it continues
 */
export function useOlder<N extends Paged>(endpoint: N, begin: boolean | Mark | undefined): Older<Row<N>> {
  const [pages, setPages] = useState<{ some: Row<N>[]; next: Mark }>();
  const { state, run } = useDoing();
  const mark = begin && begin !== true ? `${begin.at} ${begin.id}` : '';
  // After a different first page these rows could have gaps or duplicates.
  useEffect(() => setPages(undefined), [mark]);

  const after = pages ? pages.next : begin;
  const show = async () => {
    const input = after && after !== true ? { after } : {};
    const answer = await call(endpoint, input as Input<N>);
    if (!answer.ok) return answer.message;
    const { next, ...told } = answer.data as unknown as
      { page: Row<N>[]; next: Mark } | { entries: Row<N>[]; next: Mark };
    const page = 'page' in told ? told.page : told.entries;
    return setPages(had => ({ some: [...(had?.some ?? []), ...page], next }));
  };
  return {
    some: pages?.some ?? [],
    more: Boolean(after),
    busy: state.busy,
    message: state.message,
    show: () => void run(show),
  };
}
