import { useEffect, useRef, type RefObject } from 'react';

/**
 * Enter in a line of the cell keeps the change, Escape discards it. In Chinese, Enter also ends a word that is being
 * typed; that one does not count.
 */
export function useCellKeys(cell: RefObject<HTMLElement>, keep: () => void, leave: () => void): void {
  const does = useRef({ keep, leave });
  useEffect(() => void (does.current = { keep, leave }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.target instanceof Node) || !cell.current?.contains(event.target)) return;
      if (event.isComposing || event.keyCode === 229) return;
      const isKeep = event.key === 'Enter' && event.target instanceof HTMLInputElement;
      if (!isKeep && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      does.current[isKeep ? 'keep' : 'leave']();
    };
    // Listens while the event goes down, because Taro's inputs let no key event come up again.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [cell]);
}
