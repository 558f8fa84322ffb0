import type { PaintCtx } from './picture';

/** Something to draw on. */
export interface Surface {
  ctx: PaintCtx;
  /** Loads a picture that came as base64, so that it can be drawn. */
  image(base64: string, contentType: string): Promise<CanvasImageSource>;
  /** The whole as a source for an image: a data address in a browser, a file on a phone. */
  finish(): Promise<string>;
}
