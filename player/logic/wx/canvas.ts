import { Canvas, decodePicture, Picture } from '../port';
import { asynchronous, Fail, type Bag } from './call';
import { fromBase64 } from './base64';
import type { Files } from './files';

interface Surface {
  real: OffscreenCanvas;
}

/** `wx.createOffscreenCanvas` and what makes a file of it. */
export function canvas(files: Files): Bag {
  const surfaces = new WeakMap<object, Surface>();
  return {
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) => {
      const real = new Canvas(width, height);
      const shown = {
        get width() {
          return real.width;
        },
        set width(value: number) {
          real.width = value;
        },
        get height() {
          return real.height;
        },
        set height(value: number) {
          real.height = value;
        },
        getContext: (kind: string) => (kind === '2d' ? contextOf(real) : null),
        createImage: () => imageOf(files),
      };
      surfaces.set(shown, { real });
      return shown;
    },
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', async options => {
      const {
        canvas: from,
        fileType = 'png',
        quality,
      } = options as Bag & { canvas?: object; fileType?: string; quality?: number };
      const surface = from && surfaces.get(from);
      if (!surface) throw new Fail('canvas is empty');
      const blob = await surface.real.convertToBlob({
        type: `image/${fileType === 'jpg' ? 'jpeg' : fileType}`,
        ...(quality ? { quality } : {}),
      });
      return { tempFilePath: files.keep(new Uint8Array(await blob.arrayBuffer()), fileType) };
    }),
  };
}

/** The real context, which draws an image of `createImage` by its picture. */
function contextOf(real: OffscreenCanvas): object | null {
  const context = real.getContext('2d');
  return (
    context &&
    new Proxy(context, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          (value as (...args: unknown[]) => unknown).apply(
            target,
            args.map(one => (one as { picture?: unknown } | null)?.picture ?? one),
          );
      },
      set: (target, key, value) => Reflect.set(target, key, value, target),
    })
  );
}

function imageOf(files: Files): object {
  let source = '';
  const image = {
    width: 0,
    height: 0,
    picture: undefined as ImageBitmap | undefined,
    onload: undefined as (() => void) | undefined,
    onerror: undefined as ((error: unknown) => void) | undefined,
    get src() {
      return source;
    },
    set src(value: string) {
      source = value;
      const data = /^data:image\/[\w+]+;base64,(.*)$/s.exec(value);
      Promise.resolve()
        .then(() => decodePicture(new Picture([data ? fromBase64(data[1]!) : files.read(value)])))
        .then(
          picture => {
            Object.assign(image, { picture, width: picture.width, height: picture.height });
            image.onload?.();
          },
          (error: unknown) => image.onerror?.(error),
        );
    },
  };
  return image;
}
