import Taro from '@tarojs/taro';
import type { Kept } from './kept';

export type { Kept };
export const KEEP_WORD = '存到相册';

/**
 * Puts a picture into the phone's album. If a person has refused once, WeChat does not ask again, so its own
 * settings page is offered. Phones word the refusal differently: "auth deny", "auth denied", "authorize no
 * response". https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
 * @param source a data address, or a file.
 */
export async function keepPicture(source: string, _name: string): Promise<Kept> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: fileOf(source) });
    return 'album';
  } catch (error) {
    const text = String((error as { errMsg?: unknown } | null)?.errMsg ?? error);
    if (/cancel/i.test(text)) return 'left';
    if (!/auth|permission|privacy/i.test(text)) return 'failed';
    const { confirm } = await Taro.showModal({
      title: '存到相册要您同意',
      content: '打开“添加到相册”以后，再点一次“存到相册”。',
      confirmText: '去打开',
      cancelText: '不用了',
    });
    if (confirm) await Taro.openSetting().catch(() => undefined);
    return 'refused';
  }
}

function fileOf(source: string): string {
  const data = /^data:image\/(\w+);base64,(.*)$/s.exec(source);
  if (!data) return source;
  const path = `${Taro.env.USER_DATA_PATH}/kept.${data[1] === 'png' ? 'png' : 'jpg'}`;
  Taro.getFileSystemManager().writeFileSync(path, data[2]!, 'base64');
  return path;
}
