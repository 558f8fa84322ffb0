import { createContext, useCallback, useContext, useLayoutEffect, useState, type CSSProperties } from 'react';

type Drawings = Record<string, string>;
type Share = (name: string, image: string) => void;

/**
 * Drawings that many rows of a page show. In WeChat everything that a row says crosses from one thread to another, and
 * a drawing is larger than the rest of its row. So each crosses once, as a variable in the style of the page.
 */
const Shared = createContext<Share | undefined>(undefined);
export const SharedDrawings = Shared.Provider;

/** For the page: the style that carries the drawings, and the way for its parts to add one. */
export function useDrawings(): { style: CSSProperties; share: Share } {
  const [style, setStyle] = useState<Drawings>({});
  const share = useCallback<Share>(
    (name, image) => setStyle(all => (all[name] === image ? all : { ...all, [name]: image })),
    [],
  );
  return { style, share };
}

/** For a part: what it says as its background image. */
export function useShared(name: string, image: string): string {
  const share = useContext(Shared);
  useLayoutEffect(() => share?.(name, image), [share, name, image]);
  return share ? `var(${name})` : image;
}
