import type { Surface } from './surface-of';

/** A canvas that nobody sees. In a browser its result is a data address. */
export function newSurface(width: number, height: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return {
    ctx: canvas.getContext('2d')!,
    image: (base64, contentType) =>
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = () => resolve(image);
        image.onerror = () => reject(new Error('the picture cannot be read'));
        image.src = `data:${contentType};base64,${base64}`;
      }),
    finish: async () => canvas.toDataURL('image/png'),
  };
}
