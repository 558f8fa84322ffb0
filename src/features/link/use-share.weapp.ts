import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { paintPicture } from '../../ui/drawing/picture';
import { newSurface } from '../../ui/drawing/surface';
import { cardPicture } from './card-picture';
import type { ShareCard } from './cards';

/**
 * What the page passes on, to a chat or to 朋友圈. Needs `enableShareAppMessage` and `enableShareTimeline` in the page's config.
 * Without a picture of ours WeChat takes one of the page.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html
 */
export function useShare(card: ShareCard): void {
  const { title, page, query } = card;
  const imageUrl = useDrawn(card);
  useShareAppMessage(() => ({ title, path: `/${page}${query && `?${query}`}`, ...(imageUrl ? { imageUrl } : {}) }));
  useShareTimeline(() => ({ title, query, ...(imageUrl ? { imageUrl } : {}) }));
}

/** Drawn once for each set of windows, and kept as long as the app runs. */
const drawn = new Map<string, Promise<string | undefined>>();

function useDrawn({ categories }: ShareCard): string | undefined {
  const key = categories.join(' ');
  const [image, setImage] = useState<string>();
  useEffect(() => {
    let here = true;
    const picture = drawn.get(key) ?? draw(key.split(' ') as ShareCard['categories']);
    drawn.set(key, picture);
    void picture.then(path => here && setImage(path));
    return () => void (here = false);
  }, [key]);
  return image;
}

async function draw(categories: ShareCard['categories']): Promise<string | undefined> {
  try {
    const picture = cardPicture(categories);
    const surface = newSurface(picture.width, picture.height);
    paintPicture(surface.ctx, picture);
    return await surface.finish();
  } catch (error) {
    console.warn('No picture for the card', error);
    return undefined;
  }
}
