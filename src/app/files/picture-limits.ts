/** How wide a chosen picture is made, in pixels, and how good, until it is small enough. A code stays readable in each. */
export const SMALLER = [
  { width: 900, quality: 80 },
  { width: 700, quality: 70 },
  { width: 540, quality: 60 },
] as const;

export const TOO_LARGE = '这张图太大，请只截二维码那一块再试';
