import type { RefObject } from 'react';

/** A phone's keyboard has one key for it, which the input itself reports (`onConfirm`). */
export function useCellKeys(_cell: RefObject<HTMLElement>, _keep: () => void, _leave: () => void): void {}
