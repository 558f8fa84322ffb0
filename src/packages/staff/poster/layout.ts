import { down, textLines, type Block, type Picture } from '../../../ui/drawing/picture';
import { courseRows } from './course-rows';
import { INK, MARGIN, PAPER, WIDTH } from './page';
import type { PosterFacts } from './facts';
import { emsOf, fitted, linesOf } from './text';
import { wallBlock } from './wall-block';

/** A poster is at least this high: 3 to 4, the ratio that a chat shows whole. */
const LEAST_HEIGHT = 1440;
const CODE = 300;
export const CODE_IMAGE = 'code';

/**
 * 海报: the wall of the night school with the title and its windows lit, when it opens, the courses, and the code. It
 * takes words and numbers and returns a drawing, which grows with its content. Nothing is left out except courses if
 * there are too many.
 */
export function posterLayout(facts: PosterFacts): Picture {
  const wall = wallBlock(facts);
  const opening = openingBlock(facts);
  const foot = footBlock(facts);
  const above = wall.height + opening.height + 20;
  const rows = courseRows(facts, LEAST_HEIGHT - above - foot.height);
  const height = Math.max(LEAST_HEIGHT, above + rows.height + foot.height);
  return {
    width: WIDTH,
    height,
    strokes: [
      { draw: 'box', x: 0, y: 0, width: WIDTH, height, fill: PAPER.ground },
      ...wall.strokes,
      ...down(opening.strokes, wall.height),
      ...down(rows.strokes, above),
      ...down(foot.strokes, height - foot.height),
    ],
  };
}

const TIME_SIZE = 136;

/** The biggest text on the poster: when it opens, or how long it is open. */
function openingBlock({ moment: { label, day, time }, sums }: PosterFacts): Block {
  const words = sums.join('  ·  ');
  // Stands beside the hour, which is as large as it can be. A day with its year is longer.
  const big = fitted(day, WIDTH - 2 * MARGIN - (emsOf(time) * TIME_SIZE + 24), [68, 58, 50, 44], 1);
  const { size, lines } = fitted(words, WIDTH - 2 * MARGIN, [38, 34, 30], 1);
  return {
    height: 250 + lines.length * (size + 12),
    strokes: [
      { draw: 'text', text: label, x: MARGIN, y: 88, size: 34, fill: INK.second },
      { draw: 'text', text: day, x: MARGIN, y: 178, size: big.size, fill: INK.first, bold: true, serif: true },
      {
        draw: 'text',
        text: time,
        x: WIDTH - MARGIN,
        y: 178,
        size: TIME_SIZE,
        fill: INK.red,
        bold: true,
        align: 'right',
      },
      { draw: 'box', x: MARGIN, y: 216, width: WIDTH - 2 * MARGIN, height: 2, fill: PAPER.line },
      ...textLines(lines, size + 12, { x: MARGIN, y: 274, size, fill: INK.first }),
    ],
  };
}

/** What people have to do now: the code, and what it opens. */
function footBlock({ audience, place }: PosterFacts): Block {
  const x = MARGIN + CODE + 72;
  const room = WIDTH - MARGIN - x;
  const small = [audience, place ? `地点 ${place}` : ''].filter(Boolean).flatMap(text => linesOf(text, room / 30));
  const panel = Math.max(CODE + 40, 214 + small.length * 42);
  const top = 36;
  const middle = top + (panel - CODE - 40) / 2;
  const from = top + Math.max(0, (panel - 214 - small.length * 42) / 2) + 54;
  return {
    height: top + panel + 84,
    strokes: [
      { draw: 'box', x: MARGIN, y: middle, width: CODE + 40, height: CODE + 40, fill: '#FFFFFF', radius: 28 },
      { draw: 'image', name: CODE_IMAGE, x: MARGIN + 20, y: middle + 20, width: CODE, height: CODE },
      { draw: 'text', text: '微信扫一扫', x, y: from, size: 54, fill: INK.first, bold: true, serif: true },
      { draw: 'text', text: '看班级，提前候场，到点报名', x, y: from + 62, size: 32, fill: INK.second },
      ...textLines(small, 42, { x, y: from + 122, size: 30, fill: INK.third }),
    ],
  };
}
