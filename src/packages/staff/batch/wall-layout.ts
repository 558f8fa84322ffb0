/** The part of a screen in which the classes stand, in pixels. */
export interface Room {
  width: number;
  height: number;
}

/**
 * How classes are laid out. `tall`: name above, numbers below. `flat`: one line a class.
 * All lengths are pixels.
 */
export interface Grid {
  shape: 'tall' | 'flat';
  columns: number;
  rows: number;
  gap: number;
  cell: Room;
  /** The size of the letters of a name. */
  name: number;
  /** The size of the digits of the number that counts. */
  number: number;
  /** The longest name in letters of that size. A longer one is written smaller. */
  letters: number;
  /** The side of the course's motif; 0 if there is no room for it. */
  motif: number;
}

/** Between two cells, in shares of the screen's height. */
const GAP = 0.012;
/** A line of text, and the edge around the content of a cell, in sizes of its letters. */
const LINE = 1.25;
const EDGE = 0.5;
/** The words beside a number (`12.3 秒报满`), in sizes of a name's letters, and three digits in sizes of their own. */
const BESIDE = 6;
const DIGITS = 1.95;
const METER = 0.4;
/** Letters larger than this share of the screen's height do not help anybody. */
const LARGEST = 0.075;
/** Up to so many classes have their motif. */
const WITH_MOTIF = 12;

/** The width of words in sizes of their letters. A digit and a Latin letter are about half as wide as a character. */
export const widthOf = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 0.62 : 1), 0);

/** The corner of the cell with this index. */
export function placeOf(
  index: number,
  { columns, gap, cell }: Pick<Grid, 'columns' | 'gap' | 'cell'>,
): { left: number; top: number } {
  return {
    left: (index % columns) * (cell.width + gap),
    top: Math.floor(index / columns) * (cell.height + gap),
  };
}

const gapOf = (height: number): number => Math.max(4, Math.round(height * GAP));

/** One name in eight may be written smaller than the others, down to this share. */
const SMALLER = 0.7;
const usualLength = (titles: readonly string[]): number => {
  const widths = titles.map(widthOf).sort((a, b) => a - b);
  const longest = Math.max(1, ...widths);
  return Math.max(longest * SMALLER, widths[Math.ceil((widths.length - 1) * 0.875)] ?? 1);
};

/** The size of a class's name: the grid's, or smaller if it is longer than most. */
export const nameSize = ({ name, letters }: Pick<Grid, 'name' | 'letters'>, title: string): number =>
  name * Math.min(1, letters / widthOf(title));

/**
 * The grid in which names are written in the largest letters.
 * @param height of the whole screen, or its width if that is less; letters and gaps follow it.
 */
export function gridOf(titles: readonly string[], room: Room, height: number): Grid {
  return bestGrid(titles.length, usualLength(titles), room, height);
}

function bestGrid(count: number, letters: number, room: Room, height: number): Grid {
  const gap = gapOf(height);
  const most = height * LARGEST;
  const grids = Array.from({ length: count }, (_, i) => i + 1).flatMap(columns => {
    const rows = Math.ceil(count / columns);
    const cell = {
      width: (room.width - (columns - 1) * gap) / columns,
      height: (room.height - (rows - 1) * gap) / rows,
    };
    return [flat, tall].map((lay): Grid => ({
      ...lay(cell, letters, most, count <= WITH_MOTIF),
      columns,
      rows,
      gap,
      cell,
      letters,
    }));
  });
  return grids.reduce((best, one) => (worth(one, count) > worth(best, count) ? one : best));
}

/** A name is read first, then the number. Places that stay empty cost, because the screen is to be full. */
const worth = ({ name, number, columns, rows }: Grid, count: number): number =>
  (name + number * 0.25) * Math.sqrt(count / (columns * rows));

type Made = Pick<Grid, 'shape' | 'name' | 'number' | 'motif'>;

/** Words in one line or two, the second for those that are cut where a letter has no room. */
const LINES = [1, 2];
const widthIn = (lines: number, words: number): number => (lines === 1 ? words : Math.ceil(words / lines) + 1);

function flat(cell: Room, longest: number, most: number, withMotif: boolean): Made {
  const motif = withMotif ? Math.min(cell.height * 0.76, cell.width * 0.14) : 0;
  const width = cell.width - motif;
  const edges = 2 * EDGE + 1 + (motif > 0 ? EDGE : 0);
  const sizes = LINES.map(lines => {
    const words = widthIn(lines, longest) + BESIDE + edges;
    return Math.min(most, cell.height / (lines * LINE + METER + EDGE), width / (words + DIGITS));
  });
  const name = Math.max(...sizes);
  const words = widthIn(1 + sizes.indexOf(name), longest) + BESIDE + edges;
  const number = Math.min((cell.height - (METER + EDGE) * name) / LINE, (width - words * name) / DIGITS, name * 4);
  return { shape: 'flat', name, number: Math.max(name, number), motif };
}

function tall(cell: Room, longest: number, most: number, withMotif: boolean): Made {
  const motif = withMotif ? Math.min(cell.height * 0.5, cell.width * 0.24) : 0;
  const width = cell.width - motif;
  const edges = 2 * EDGE + (motif > 0 ? EDGE : 0);
  // From large to small, because a name in smaller letters may need a line less.
  for (let name = most; name > 1; name *= 0.97) {
    const inner = width - edges * name;
    const lines = LINES.find(count => widthIn(count, longest) * name <= inner);
    if (lines === undefined) continue;
    const left = cell.height - (2 * EDGE + METER + lines * LINE) * name;
    const number = Math.min(left / LINE, (inner - BESIDE * name) / DIGITS, name * 4);
    if (number >= name * 1.5) return { shape: 'tall', name, number, motif };
  }
  return { shape: 'tall', name: 1, number: 1, motif: 0 };
}

/** Letters smaller than this share of the height cannot be read across a hall (16 of 720 pixels), and smaller ones than these not at all. */
const READABLE = 0.023;
const LEAST_PX = 13;
/** If not all classes fit in readable letters, those of a page are a little larger. */
const COMFORTABLE = 0.028;
/** More than so many names on a page are no help to anybody. */
const MOST = 60;
/** The share of the room for all classes as small windows, above the page. */
const FACADE = 0.24;

export interface WallPlan {
  grid: Grid;
  pages: number;
  /** The small windows of all classes; absent if one page shows them all. */
  facade?: { columns: number; gap: number; cell: Room; height: number };
}

/**
 * All classes at once, if their names can be read across a hall. Otherwise every class is a small window of a façade,
 * and below it they are named page by page.
 */
export function planOf(titles: readonly string[], room: Room, height: number): WallPlan {
  const all = gridOf(titles, room, height);
  if (all.name >= Math.max(LEAST_PX, height * READABLE)) return { grid: all, pages: 1 };
  const facade = facadeOf(titles.length, { ...room, height: room.height * FACADE }, height);
  const below = { ...room, height: room.height - facade.height - gapOf(height) };
  let most = 1;
  for (let count = 2; count <= Math.min(MOST, titles.length - 1); count++)
    if (bestGrid(count, all.letters, below, height).name >= Math.max(LEAST_PX, height * COMFORTABLE)) most = count;
  const pages = Math.ceil(titles.length / most);
  return { grid: bestGrid(Math.ceil(titles.length / pages), all.letters, below, height), pages, facade };
}

/** The classes of a page: the index of the first, and of the first of the next. Pages differ by one class at most. */
export const pageOf = (page: number, pages: number, count: number): { from: number; to: number } => ({
  from: Math.floor((page * count) / pages),
  to: Math.floor(((page + 1) * count) / pages),
});

/** The grid of a page with fewer rows than the others: its cells are higher, so that it is as full. */
export function stretched(grid: Grid, count: number): Grid {
  const { columns, rows, gap, cell } = grid;
  const here = Math.ceil(count / columns);
  const height = (rows * cell.height + (rows - here) * gap) / here;
  return here === rows ? grid : { ...grid, rows: here, cell: { ...cell, height } };
}

/** The largest windows with which so many fit, in as many columns as fill the width. */
function facadeOf(count: number, room: Room, height: number): NonNullable<WallPlan['facade']> {
  const gap = gapOf(height) / 2;
  let rows = 1;
  while (sideOf(Math.ceil(count / rows), rows, room, gap) < sideOf(Math.ceil(count / (rows + 1)), rows + 1, room, gap))
    rows++;
  const columns = Math.ceil(count / rows);
  const side = sideOf(columns, rows, room, gap);
  return { columns, gap, cell: { width: side, height: side }, height: rows * side + (rows - 1) * gap };
}

const sideOf = (columns: number, rows: number, { width, height }: Room, gap: number): number =>
  Math.min((width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows);
