import type { Category } from '../../../domain/model';
import type { WindowShape } from './windows';

/**
 * What is seen in the window. It is drawn by repetition or cut, with ground `g`, cut colour `c` and exactly one lamp
 * `l`.
 */
type Draw = (g: string, c: string, l: string) => string;

const rot = (times: number, step: number, drawn: string, from = 0) =>
  Array.from(
    { length: times },
    (_, i) => `<g transform="rotate(${+(from + i * step).toFixed(2)} 48 48)">${drawn}</g>`,
  ).join('');

/* The grid is 96. Strokes are at least 2.4 and gaps at least 3, so that each craft can still be recognised at 32 px. */
export const CRAFTS: Record<Category, [WindowShape, Draw]> = {
  choir: [
    'arch',
    (g, c, l) => {
      // rows of singers = fish-scale arcs of sound
      const s = (x: number, y: number) =>
        `<circle cx="${x}" cy="${y}" r="16.5" fill="${g}"/><circle cx="${x}" cy="${y}" r="14" fill="${c}"/><circle cx="${x}" cy="${y}" r="9" fill="${g}"/><circle cx="${x}" cy="${y}" r="5.2" fill="${c}"/>`;
      return (
        [
          [48, 57],
          [32, 68],
          [64, 68],
          [16, 79],
          [48, 79],
          [80, 79],
          [0, 90],
          [32, 90],
          [64, 90],
          [96, 90],
        ]
          .map(([x, y]) => s(x!, y!))
          .join('') + `<circle cx="48" cy="27" r="7.5" fill="${l}"/>`
      );
    },
  ],
  tea: [
    'moon',
    (g, c, l) =>
      `<path d="M25 50h46c0 14-8 22-15 24H40c-7-2-15-10-15-24Z" fill="${c}"/><path d="M29 46c2-8 9-12.5 15.5-13.3a3.6 3.6 0 1 1 7 0C58 33.5 65 38 67 46Z" fill="${c}"/><rect x="31" y="77.5" width="34" height="4.5" rx="2.25" fill="${c}"/><path d="M35 61c3 5 7 7 13 7" fill="none" stroke="${g}" stroke-width="3" stroke-linecap="round"/><circle cx="68" cy="26" r="7" fill="${l}"/><path d="M40 25c-4-5 4-7 0-12" fill="none" stroke="${c}" stroke-width="3.2" stroke-linecap="round"/>`,
  ],
  guqin: [
    'octagon',
    (g, c, l) => {
      // seven strings, the fourth plucked
      let s = '';
      for (let i = 0; i < 7; i++) {
        const x = 18 + i * 10;
        s += i === 3 ? `<path d="M48 20Q40.5 49 48 78M48 20Q55.5 49 48 78"/>` : `<path d="M${x} 20V78"/>`;
      }
      return `<g transform="rotate(16 48 48)"><g fill="none" stroke="${c}" stroke-width="2.6">${s}</g><rect x="-4" y="16" width="104" height="6" fill="${c}"/><rect x="-4" y="76" width="104" height="6" fill="${c}"/><circle cx="48" cy="49" r="8.6" fill="${g}"/><circle cx="48" cy="49" r="6.4" fill="${l}"/></g>`;
    },
  ],
  papercut: [
    'scallop',
    (g, c, l) =>
      rot(
        8,
        45,
        `<path d="M48 40c-6-6-7.5-13-6-18 2.5 1 4.5 1.5 6-2.5 1.5 4 3.5 3.5 6 2.5 1.5 5 0 12-6 18Z" fill="${c}"/>`,
      ) +
      rot(
        8,
        45,
        `<path d="M48 16.5c-4.5 0-8-1.5-10-4.5 3 1.2 6.5 1.2 10-1.5 3.5 2.7 7 2.7 10 1.5-2 3-5.5 4.5-10 4.5Z" fill="${c}"/>`,
        22.5,
      ) +
      rot(8, 45, `<path d="M48 33v-8" stroke="${g}" stroke-width="2.2" stroke-linecap="round"/>`) +
      `<circle cx="48" cy="48" r="9.5" fill="${g}"/><circle cx="48" cy="48" r="6.5" fill="${l}"/>`,
  ],
  yoga: [
    'moon',
    (g, c, l) => {
      const p = (a: number) =>
        `<g transform="rotate(${a} 48 76)"><path d="M48 78c-9-8-12-18-10-26 1-4 5-8 10-13 5 5 9 9 10 13 2 8-1 18-10 26Z" fill="${c}" stroke="${g}" stroke-width="3" stroke-linejoin="round"/></g>`;
      return p(-72) + p(72) + p(-38) + p(38) + p(0) + `<circle cx="48" cy="25" r="7.5" fill="${l}"/>`;
    },
  ],
  pingpong: [
    'notched',
    (_g, c, l) =>
      `<g transform="rotate(-38 44 44)"><path d="M44 16c13 0 21 9 21 20 0 8-4 13-9 17H32c-5-4-9-9-9-17 0-11 8-20 21-20Z" fill="${c}"/><path d="M33 57h22c-4 2-6 5-6 9v14a5 5 0 0 1-10 0V66c0-4-2-7-6-9Z" fill="${c}"/></g><circle cx="70" cy="30" r="7" fill="${l}"/><path d="M76 44c2 8 0 16-5 23" fill="none" stroke="${c}" stroke-width="3" stroke-linecap="round" stroke-dasharray="0.1 7"/>`,
  ],
  calligraphy: [
    'notched',
    (g, c, l) =>
      `<g stroke="${c}" stroke-width="2" stroke-dasharray="3 4" opacity=".38"><path d="M48 12V84M12 48H84M20 20 76 76M76 20 20 76"/></g><path d="M51 18c4 3 4.5 6 3 11-5 17-15 31-31 41-1.5 1-2.5-.5-1.5-2 11-14 18.5-28 22.5-46 .8-4 3.5-6.5 7-4Z" fill="${c}" stroke="${g}" stroke-width="3" paint-order="stroke"/><path d="M51 37c6 12 12 21 19 25 4 2 8 2.5 12 2 1.5 0 2 1.5.5 2.5C77 71 70 74 64 71c-7-3.5-12-13-16-24-1.5-5 .5-12 3-10Z" fill="${c}" stroke="${g}" stroke-width="3" paint-order="stroke"/><circle cx="74" cy="24" r="7" fill="${l}"/>`,
  ],
  dance: [
    'begonia',
    (g, c, l) => {
      let s = '';
      for (let i = -3; i <= 3; i++)
        s += `<g transform="rotate(${i * 20} 48 68)"><path d="M48 66 43.5 34a4.6 5 0 0 1 9 0Z" fill="${c}"/><path d="M44.5 28a4 4 0 0 1 7 0" fill="none" stroke="${c}" stroke-width="3" stroke-linecap="round"/></g>`;
      return s + `<circle cx="48" cy="68" r="9.5" fill="${g}"/><circle cx="48" cy="68" r="6.5" fill="${l}"/>`;
    },
  ],
  taiji: [
    'moon',
    (_g, c, l) =>
      `<path d="M48 16c18 0 32 14 32 32S66 80 48 80c-9 0-16-7-16-16s7-16 16-16 16-7 16-16-7-16-16-16Z" fill="${c}"/><path d="M40 18.5C26 22 16 34 16 48c0 12 6 21 14.5 27" fill="none" stroke="${c}" stroke-width="4" stroke-linecap="round"/><circle cx="47" cy="32" r="7" fill="${l}"/>`,
  ],
  photo: [
    'hexagon',
    (_g, c, l) =>
      rot(
        6,
        60,
        `<path d="M50 20 69 31.5 58.5 46Z" fill="${c}" stroke="${c}" stroke-width="4" stroke-linejoin="round"/>`,
        0,
      ) + `<circle cx="48" cy="48" r="7" fill="${l}"/>`,
  ],
  cooking: [
    'octagon',
    (g, c, l) =>
      `<rect x="18" y="55" width="60" height="13" rx="3" fill="${c}"/><rect x="22" y="71" width="52" height="9" rx="3" fill="${c}"/><path d="M21 51.5a11.5 13 0 0 1 17 0ZM39.5 51.5a11.5 15 0 0 1 17 0ZM58 51.5a11.5 13 0 0 1 17 0Z" fill="${c}" stroke="${c}" stroke-width="3" stroke-linejoin="round"/><path d="M27 61.5h42" stroke="${g}" stroke-width="2.6" stroke-linecap="round" stroke-dasharray="5 6"/><circle cx="64" cy="25" r="7" fill="${l}"/><path d="M38 37c-4-5 4-7 0-12M48 35c-4-5 4-7 0-12" fill="none" stroke="${c}" stroke-width="3.2" stroke-linecap="round"/>`,
  ],
  other: [
    'begonia',
    (_g, c, l) =>
      `<g fill="none" stroke="${c}" stroke-width="3.2"><path d="M48 8v22M48 66v22M8 48h22M66 48h22"/><rect x="30" y="30" width="36" height="36" transform="rotate(45 48 48)"/><circle cx="48" cy="48" r="15"/></g><circle cx="48" cy="48" r="7" fill="${l}"/>`,
  ],
  // A gourd that can still be recognised at 32 px: two bulbs, three pipes of unlike length, finger holes in the long
  // one.
  hulusi: [
    'hexagon',
    (g, c, l) =>
      `<rect x="44.6" y="9" width="6.8" height="12" rx="3.4" fill="${c}"/>` +
      `<path d="M48 15c7 0 11.2 4.6 11.2 9.8 0 2.7-1.1 4.1-1.1 5.9 0 3.2 8.4 5.6 8.4 14.3C66.5 54 58.4 60 48 60S29.5 54 29.5 45c0-8.7 8.4-11.1 8.4-14.3 0-1.8-1.1-3.2-1.1-5.9C36.8 19.6 41 15 48 15Z" fill="${c}"/>` +
      `<path d="M29.5 63.5h9v11a4.5 4.5 0 0 1-9 0ZM57.5 63.5h9v8a4.5 4.5 0 0 1-9 0ZM42.5 63.5h11v18a5.5 5.5 0 0 1-11 0Z" fill="${c}"/>` +
      `<circle cx="48" cy="44.5" r="10" fill="${g}"/><circle cx="48" cy="44.5" r="7.4" fill="${l}"/>` +
      `<circle cx="48" cy="69" r="2.1" fill="${g}"/><circle cx="48" cy="77" r="2.1" fill="${g}"/>`,
  ],
};
