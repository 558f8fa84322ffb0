import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A word that something was done, and the way back where there is one. */
export interface Said {
  text: string;
  undo?: () => Promise<unknown>;
}

const SHOWN_MS = 8_000;

const store = createStore<{ said: Said | undefined }>(() => ({ said: undefined }));
let timer: ReturnType<typeof setTimeout> | undefined;

export const useSaid = (): Said | undefined => useStore(store, one => one.said);

/** Said on whatever page is seen next, for a few seconds: the page where it was done may be gone by then. */
export function say(said: Said): void {
  clearTimeout(timer);
  store.setState({ said });
  timer = setTimeout(hush, SHOWN_MS);
}

export function hush(): void {
  clearTimeout(timer);
  store.setState({ said: undefined });
}
