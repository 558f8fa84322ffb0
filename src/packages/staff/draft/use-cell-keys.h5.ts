import { useEffect, useRef, type RefObject } from 'react';

/** Enter in a line of the cell keeps it, Escape leaves it as it was. In Chinese, Enter also ends a word that is being typed. */
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
    // On the way down: Taro's inputs let no key come up again.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [cell]);
}
