import type { ShareCard } from './cards';

/** A browser has no menu for it: `ShareButton` passes the card on. */
export const useShare = (_card: ShareCard): void => undefined;
