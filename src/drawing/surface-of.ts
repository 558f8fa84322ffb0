import type { PaintCtx } from './picture';

/** Something to draw on. */
export interface Surface {
  ctx: PaintCtx;
  /** A picture that came as base64, to be drawn. */
  image(base64: string, contentType: string): Promise<CanvasImageSource>;
  /** The whole as a source for an image: a data address in a browser, a file on a phone. */
  finish(): Promise<string>;
}
