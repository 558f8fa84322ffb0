import Taro from '@tarojs/taro';
import type { PaintCtx } from './picture';
import type { Surface } from './surface-of';

interface OffscreenCanvas {
  getContext(kind: '2d'): PaintCtx;
  createImage(): { src: string; onload: () => void; onerror: () => void };
}

let pictures = 0;

/**
 * A canvas that nobody sees. It needs base library 2.16.1 and throws an error before that. Its result is a file of
 * this session. https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.createOffscreenCanvas.html
 */
export function newSurface(width: number, height: number): Surface {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as OffscreenCanvas;
  return {
    ctx: canvas.getContext('2d'),
    image: (base64, contentType) =>
      new Promise((resolve, reject) => {
        // Goes through a file, because no document says that every phone takes a data address here.
        const path = `${Taro.env.USER_DATA_PATH}/drawn-${pictures++ % 4}.${contentType.includes('png') ? 'png' : 'jpg'}`;
        Taro.getFileSystemManager().writeFileSync(path, base64, 'base64');
        const image = canvas.createImage();
        image.onload = () => resolve(image as unknown as CanvasImageSource);
        image.onerror = () => reject(new Error('the picture cannot be read'));
        image.src = path;
      }),
    finish: async () => {
      const { tempFilePath } = await Taro.canvasToTempFilePath({
        canvas: canvas as never,
        x: 0,
        y: 0,
        width,
        height,
        destWidth: width,
        destHeight: height,
        fileType: 'png',
      });
      return tempFilePath;
    },
  };
}
