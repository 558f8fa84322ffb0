import Taro from '@tarojs/taro';
import { SMALLER, TOO_LARGE } from './picture-limits';

/**
 * Lets the person choose one picture from the album and makes it no larger than `most` bytes. Answers base64;
 * `undefined` if they chose none. Rejects with a sentence.
 */
export async function pickPicture(most: number): Promise<string | undefined> {
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: ['album'],
  }).catch((error: { errMsg?: string }) => {
    if (/cancel/.test(error.errMsg ?? '')) return undefined;
    throw new Error('没能打开相册，请再试一次');
  });
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  const whole = read(file.tempFilePath);
  if ((whole.length * 3) / 4 <= most) return whole;
  for (const { width, quality } of SMALLER) {
    const asked = { src: file.tempFilePath, quality, compressedWidth: width };
    const smaller = await Taro.compressImage(asked).catch(() => undefined);
    const bytes = smaller && read(smaller.tempFilePath);
    if (bytes && (bytes.length * 3) / 4 <= most) return bytes;
  }
  throw new Error(TOO_LARGE);
}

const read = (path: string): string => Taro.getFileSystemManager().readFileSync(path, 'base64') as string;
