import type { Kept } from './kept';

export type { Kept };
export const KEEP_WORD = '下载图片';

/** Hands a picture to the person: the browser saves it as a download. @param source a data address. */
export async function keepPicture(source: string, name: string): Promise<Kept> {
  const link = document.createElement('a');
  link.href = source;
  link.download = `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${source.startsWith('data:image/jp') ? 'jpg' : 'png'}`;
  link.click();
  return 'download';
}
