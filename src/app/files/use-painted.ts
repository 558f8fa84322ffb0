import { useEffect, useState } from 'react';
import { paintPicture, type Picture } from '../../ui/drawing/picture';
import { newSurface } from '../../ui/drawing/surface';

/** A picture that was drawn, or a sentence that says why there is none. */
export type Painted = { source: string; ratio: number } | { failed: string };

/** An image within a picture, as base64. */
interface Within {
  picture: string;
  contentType: string;
}

/** Draws a picture. @param images by the names that the picture gives them. @throws if this phone cannot. */
export async function painted(picture: Picture, images: Record<string, Within> = {}): Promise<Painted> {
  const surface = newSurface(picture.width, picture.height);
  const loaded: Record<string, CanvasImageSource> = {};
  for (const [name, one] of Object.entries(images)) loaded[name] = await surface.image(one.picture, one.contentType);
  paintPicture(surface.ctx, picture, loaded);
  return { source: await surface.finish(), ratio: picture.height / picture.width };
}

/**
 * Draws something once it is known, and anew if it changes or somebody asks for it. A picture stays until the next one is
 * there.
 * @param paint must stay the same function.
 */
export function usePainted<T>(of: T | undefined, paint: (of: T) => Promise<Painted>) {
  const [made, setMade] = useState<Painted>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (of === undefined) return undefined;
    let here = true;
    setMade(before => (before && 'source' in before ? before : undefined));
    const failed = (error: unknown): Painted => {
      console.warn('The picture was not drawn', error);
      return { failed: '这部手机没能画出图片，请更新微信，或在电脑上打开' };
    };
    void paint(of)
      .catch(failed)
      .then(next => here && setMade(next));
    return () => void (here = false);
  }, [of, paint, tries]);
  return { made, source: made && 'source' in made ? made.source : undefined, again: () => setTries(tries + 1) };
}
