import { down, textLines, type Block, type Stroke } from '../../../ui/drawing/picture';
import { motifSvg } from '../../../ui/motifs/motif';
import type { CourseFacts, PosterFacts } from './facts';
import { INK, MARGIN, WIDTH } from './page';
import { emsOf, linesOf } from './text';

/** With more courses than this there are two columns. Courses beyond the second number are left to the code. */
const ONE_COLUMN = 6;
const MOST = 24;
const MOST_CLASSES = 3;
const ROOM = WIDTH - 2 * MARGIN;

/** The courses. @param room the least height there is for them. Few courses are drawn larger and further apart. */
export function courseRows({ courses }: PosterFacts, room: number): Block {
  return courses.length > ONE_COLUMN ? twoColumns(courses) : oneColumn(courses, room);
}

function oneColumn(courses: CourseFacts[], room: number): Block {
  const large = courses.length <= 3;
  const rows = courses.map(course => row(course, ROOM, large ? LARGE : MIDDLE, classLines(course), course.place));
  const needed = rows.reduce((sum, one) => sum + one.height, 0);
  const gap = Math.max(40, Math.min(large ? 96 : 60, (room - needed) / (rows.length + 1)));
  let y = gap;
  const strokes: Stroke[] = [];
  for (const one of rows) {
    strokes.push(...down(one.strokes, y));
    y += one.height + gap;
  }
  return { height: y, strokes };
}

function twoColumns(courses: CourseFacts[]): Block {
  const shown = courses.length > MOST ? courses.slice(0, MOST - 1) : courses;
  const width = (ROOM - 48) / 2;
  const strokes: Stroke[] = [];
  let y = 30;
  for (let i = 0; i < shown.length; i += 2) {
    const pair = shown.slice(i, i + 2).map(course => row(course, width, SMALL, [countOf(course)]));
    pair.forEach((one, j) =>
      strokes.push(...one.strokes.map(stroke => ({ ...stroke, x: stroke.x + j * (width + 48), y: stroke.y + y }))),
    );
    y += Math.max(...pair.map(one => one.height)) + 30;
  }
  const left = courses.length - shown.length;
  if (left > 0) {
    strokes.push({
      draw: 'text',
      text: `还有 ${left} 门课，扫码看全部`,
      x: MARGIN,
      y: y + 34,
      size: 32,
      fill: INK.second,
    });
    y += 64;
  }
  return { height: y, strokes };
}

const countOf = ({ sections, seats }: CourseFacts): string => `${sections.length} 个班，${seats} 个名额`;

/** When: each class, if there are few. */
function classLines({ sections, ...course }: CourseFacts): string[] {
  const lines = sections
    .slice(0, MOST_CLASSES)
    .map(one => [one.name, one.schedule].filter(Boolean).join(' '))
    .filter(Boolean);
  return sections.length > MOST_CLASSES ? [...lines, `共${countOf({ sections, ...course })}`] : lines;
}

const LARGE = { motif: 148, name: 56, line: 36 };
const MIDDLE = { motif: 104, name: 44, line: 32 };
const SMALL = { motif: 84, name: 36, line: 28 };

/** @param beside drawn at the right end of the name's line, or below it if there is no room. */
function row(course: CourseFacts, width: number, sizes: typeof LARGE, lines: string[], beside = ''): Block {
  const x = MARGIN + sizes.motif + 32;
  const room = width - sizes.motif - 32;
  const names = linesOf(course.name, room / sizes.name);
  const fits = names.length === 1 && emsOf(course.name) * sizes.name + emsOf(beside) * sizes.line + 40 <= room;
  const below = [...lines, ...(fits || !beside ? [] : [beside])].flatMap(line => linesOf(line, room / sizes.line));
  const nameStep = Math.round(sizes.name * 1.22);
  const lineStep = Math.round(sizes.line * 1.4);
  const written = names.length * nameStep + below.length * lineStep;
  const height = Math.max(sizes.motif, written);
  const top = (height - written) / 2;
  const atRight = (words: string, y: number): Stroke => ({
    draw: 'text',
    text: words,
    x: MARGIN + width,
    y: Math.round(y),
    size: sizes.line,
    fill: INK.third,
    align: 'right',
  });
  return {
    height,
    strokes: [
      ...(fits && beside ? [atRight(beside, top + sizes.name * 0.92)] : []),
      {
        draw: 'svg',
        x: MARGIN,
        y: Math.round((height - sizes.motif) / 2),
        width: sizes.motif,
        height: sizes.motif,
        svg: motifSvg(course.category, { theme: 'light', mode: 'tile', size: 96 }),
      },
      ...textLines(names, nameStep, {
        x,
        y: Math.round(top + sizes.name * 0.92),
        size: sizes.name,
        fill: INK.first,
        bold: true,
        serif: true,
      }),
      ...textLines(below, lineStep, {
        x,
        y: Math.round(top + names.length * nameStep + sizes.line),
        size: sizes.line,
        fill: INK.second,
      }),
    ],
  };
}
