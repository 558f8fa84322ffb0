import { LIGHT } from '../../../../charts/palette';
import { widthOf, type Look } from '../../../../charts/svg';
import { definitionOf, type NumberKey } from '../../../../domain/report/definitions';
import type { Numbers } from '../../../../domain/report/numbers';
import { loopWords, openLessonsText, valueText } from '../../../../domain/report/said';
import { spanWords, type Span } from '../../../../domain/report/span';
import { down, textLines, type Block, type Picture, type Stroke } from '../../../ui/drawing/picture';
import { coursesSvg, monthsSvg } from './chart';

const WIDTH = 1080;
const MARGIN = 84;
const ROOM = WIDTH - 2 * MARGIN;
const WALL = { ground: '#A53A2C', on: '#FFF8EF', quiet: '#F6DFD0' };
const PAPER = '#F7F2E9';

const BIG: NumberKey[] = ['people', 'visits', 'sections', 'hours', 'employers', 'rate'];
const COURSES = 8;
const CHART = 30;

export interface PictureFacts {
  span: Span;
  union: string;
  numbers: Numbers;
  /** The line at the foot: whose numbers, and of which day. */
  foot: string;
}

/** One tall picture: six big numbers, the courses, the months, and the loop that they close. It grows with its content. */
export function yearLayout(facts: PictureFacts): Picture {
  const { numbers } = facts;
  const blocks = [
    wall(facts),
    sixNumbers(numbers),
    ...(numbers.byCourse.length > 0 ? [chart('各门课', coursesChart(numbers))] : []),
    ...(numbers.byMonth.length > 1 && numbers.visits > 0 ? [chart('各月', monthsChart(numbers))] : []),
    loop(numbers),
    foot(facts),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  let top = 0;
  const strokes = blocks.flatMap(block => {
    const at = top;
    top += block.height;
    return down(block.strokes, at);
  });
  return {
    width: WIDTH,
    height,
    strokes: [{ draw: 'box', x: 0, y: 0, width: WIDTH, height, fill: PAPER }, ...strokes],
  };
}

/** The largest of some sizes at which the text fits into the room; the smallest one if none does. */
const fitting = (text: string, room: number, sizes: readonly number[]): number =>
  sizes.find(size => widthOf(text, size) <= room) ?? sizes[sizes.length - 1] ?? 16;

function wall({ span, union }: PictureFacts): Block {
  const title = spanWords(span);
  const size = fitting(title, ROOM, [96, 80, 66, 54, 46]);
  return {
    height: 330,
    strokes: [
      { draw: 'box', x: 0, y: 0, width: WIDTH, height: 290, fill: WALL.ground },
      { draw: 'text', text: '惠工课堂', x: MARGIN, y: 96, size: 40, fill: WALL.quiet, bold: true },
      {
        draw: 'text',
        text: union,
        x: WIDTH - MARGIN,
        y: 96,
        size: fitting(union, ROOM - 200, [34, 28, 22]),
        fill: WALL.quiet,
        align: 'right',
      },
      { draw: 'text', text: title, x: MARGIN, y: 214, size, fill: WALL.on, bold: true, serif: true },
    ],
  };
}

const CELL = 190;

function sixNumbers(numbers: Numbers): Block {
  const strokes = BIG.flatMap((key, index): Stroke[] => {
    const { title, unit } = definitionOf(key);
    const x = MARGIN + (index % 2) * (ROOM / 2);
    const y = Math.floor(index / 2) * CELL;
    const value = valueText(numbers, key);
    const size = fitting(value, ROOM / 2 - widthOf(unit, 32) - 40, [92, 76, 64]);
    return [
      { draw: 'text', text: title, x, y: y + 44, size: 34, fill: LIGHT.soft },
      { draw: 'text', text: value, x, y: y + 138, size, fill: index === 0 ? LIGHT.red : LIGHT.ink, bold: true },
      { draw: 'text', text: unit, x: x + widthOf(value, size) + 20, y: y + 138, size: 32, fill: LIGHT.soft },
    ];
  });
  return { height: Math.ceil(BIG.length / 2) * CELL + 20, strokes };
}

const look = (height: number): Look => ({ width: ROOM, height, size: CHART, palette: { ...LIGHT, paper: PAPER } });

function coursesChart({ byCourse }: Numbers): { svg: string; height: number } {
  const courses = byCourse.slice(0, COURSES);
  const height = courses.length * CHART * 2.1;
  return { svg: coursesSvg(courses, look(height)), height };
}

const monthsChart = ({ byMonth }: Numbers) => ({ svg: monthsSvg(byMonth, look(380)), height: 380 });

const chart = (title: string, { svg, height }: { svg: string; height: number }): Block => ({
  height: height + 130,
  strokes: [
    { draw: 'box', x: MARGIN, y: 0, width: ROOM, height: 2, fill: LIGHT.line },
    { draw: 'text', text: title, x: MARGIN, y: 66, size: 38, fill: LIGHT.ink, bold: true, serif: true },
    { draw: 'svg', x: MARGIN, y: 96, width: ROOM, height, svg },
  ],
});

const LOOP = 38;

/** The loop in as few lines as it needs; an arrow begins each step but the first. */
function loop(numbers: Numbers): Block {
  const lines: string[] = [];
  for (const [index, words] of loopWords(numbers).entries()) {
    const step = index === 0 ? words : ` → ${words}`;
    const last = lines[lines.length - 1];
    if (last !== undefined && widthOf(last + step, LOOP) <= ROOM) lines[lines.length - 1] = last + step;
    else lines.push(step.trim());
  }
  if (lines.length === 0) return { height: 0, strokes: [] };
  return {
    height: 70 + lines.length * 62,
    strokes: [
      { draw: 'box', x: MARGIN, y: 0, width: ROOM, height: 2, fill: LIGHT.line },
      ...textLines(lines, 62, { x: MARGIN, y: 74, size: LOOP, fill: LIGHT.open, bold: true }),
    ],
  };
}

function foot({ numbers, foot: words }: PictureFacts): Block {
  const lines = [words, ...(numbers.openLessons > 0 ? [openLessonsText(numbers.openLessons)] : [])];
  return {
    height: 70 + lines.length * 42,
    strokes: lines.map((text, index): Stroke => ({
      draw: 'text',
      text,
      x: MARGIN,
      y: 48 + index * 42,
      size: fitting(text, ROOM, [28, 24, 20]),
      fill: LIGHT.soft,
    })),
  };
}
