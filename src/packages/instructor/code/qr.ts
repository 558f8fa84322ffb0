import { encode } from 'uqr';

/** Scanners require a quiet zone of this many modules around a code. */
const QUIET = 4;
/** The same colours in the dark theme, because a code is dark on light. */
const INK = '#2B211C';
const PANE = '#FFFDF9';

/**
 * A QR code as SVG, with its quiet zone. It has as few modules as the text allows, because it is read across a room.
 * The capacity left at that size goes into error correction.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const side = size + 2 * QUIET;
  let d = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let run = 1;
      while (row[x + run]) run++;
      d += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side * 8}" height="${side * 8}" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges"><path d="M0 0h${side}v${side}H0z" fill="${PANE}"/><path d="${d}" fill="${INK}"/></svg>`
  );
}
