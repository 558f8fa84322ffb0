import { useStore } from 'zustand';
import { personStore } from '../memory/forget';

/** A short message that something was done, with a way back if there is one. */
export interface Said {
  text: string;
  undo?: () => Promise<unknown>;
}

const SHOWN_MS = 8_000;

const store = personStore<{ said: Said | undefined }>(() => ({ said: undefined }));
let timer: ReturnType<typeof setTimeout> | undefined;

export const useSaid = (): Said | undefined => useStore(store, one => one.said);

/**
 * Shows the message for a few seconds on whatever page is seen next, because the page where it was done may be gone
 * by then.
 */
export function say(said: Said): void {
  clearTimeout(timer);
  store.setState({ said });
  timer = setTimeout(hush, SHOWN_MS);
}

export function hush(): void {
  clearTimeout(timer);
  store.setState({ said: undefined });
}
