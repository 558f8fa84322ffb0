import { drawSvg, roundedRect, SANS, trace, type Ctx } from './draw-svg';

/** A picture as a list of what is drawn, in order, in pixels. It can be laid out and inspected without a canvas. */
export interface Picture {
  width: number;
  height: number;
  strokes: Stroke[];
}

interface Text {
  draw: 'text';
  text: string;
  /** The position of the left edge, or of the right one if `align` says so. */
  x: number;
  /** The position of the baseline. */
  y: number;
  size: number;
  fill: string;
  bold?: boolean;
  serif?: boolean;
  align?: 'right' | 'center';
}

export type Stroke =
  | { draw: 'box'; x: number; y: number; width: number; height: number; fill: string; radius?: number }
  | { draw: 'svg'; x: number; y: number; width: number; height: number; svg: string }
  | { draw: 'image'; x: number; y: number; width: number; height: number; name: string }
  | Text;

/** A part of a picture, drawn from its own upper edge. */
export interface Block {
  height: number;
  strokes: Stroke[];
}

/** Strokes, moved down. */
export const down = (strokes: readonly Stroke[], by: number): Stroke[] =>
  strokes.map(stroke => ({ ...stroke, y: stroke.y + by }));

/** Lines of text below each other. @param step from one baseline to the next. */
export const textLines = (lines: readonly string[], step: number, first: Omit<Text, 'draw' | 'text'>): Stroke[] =>
  lines.map((text, index) => ({ draw: 'text', text, ...first, y: first.y + index * step }));

const SERIF = '"Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", serif';

export type PaintCtx = Ctx & Pick<CanvasRenderingContext2D, 'drawImage'>;

/** @param images by name; an image that is missing is left out. */
export function paintPicture(
  ctx: PaintCtx,
  { strokes }: Picture,
  images: Record<string, CanvasImageSource> = {},
): void {
  for (const stroke of strokes) {
    switch (stroke.draw) {
      case 'box':
        trace(ctx, roundedRect(stroke.x, stroke.y, stroke.width, stroke.height, stroke.radius ?? 0));
        ctx.fillStyle = stroke.fill;
        ctx.fill();
        break;
      case 'svg':
        drawSvg(ctx, stroke.svg, stroke);
        break;
      case 'image': {
        const image = images[stroke.name];
        if (image) ctx.drawImage(image, stroke.x, stroke.y, stroke.width, stroke.height);
        break;
      }
      case 'text':
        ctx.font = `${stroke.bold ? 'bold ' : ''}${stroke.size}px ${stroke.serif ? SERIF : SANS}`;
        ctx.textAlign = stroke.align ?? 'left';
        ctx.fillStyle = stroke.fill;
        ctx.fillText(stroke.text, stroke.x, stroke.y);
    }
  }
}
