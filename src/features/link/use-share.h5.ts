import type { ShareCard } from './cards';

/** A browser has no menu for sharing; `ShareButton` passes the card on. */
export const useShare = (_card: ShareCard): void => undefined;
