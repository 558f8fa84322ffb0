import { CHIPS, STARS, type Chip, type RatingBook, type Sheet } from './rating';

/** Results of fewer sheets are not shown to anybody. */
export const SHOWN_FROM = 5;
/** Of a book with fewer sheets, how many gave which star is not shown, nor in any sum that has such a book in it. */
export const HISTOGRAM_FROM = 10;
/** The total of a year adds the small classes only if there are as many of them, so that no subtraction brings one out. */
const REST_BOOKS = 2;

/** Results that may be shown. `people` of `came` have rated. */
export interface Shown {
  people: number;
  came: number;
  /** From 1 to 5. */
  mean: number;
  /** 满意度: the share of 4 and 5 stars, from 0 to 1. */
  satisfied: number;
  /** The share of people who chose each, from 0 to 1. */
  chips: Record<Chip, number>;
  /** How many gave 1, 2, … 5 stars; `null` if there are too few in one of the classes. */
  histogram: readonly number[] | null;
}

type Book = Pick<RatingBook, 'sheets' | 'came'>;

/** A book is shown once it is closed, if it has enough sheets. Otherwise nothing of it is, not even how many there are. */
export const isShown = (book: Book): boolean => book.came !== null && book.sheets.length >= SHOWN_FROM;

/** The results of one class. */
export const shownOf = (book: Book): Shown | null => sumOfShown([book]);

/**
 * The results of a course, an instructor or an organisation: the sum of the books that are shown themselves, and of
 * nothing else. So no subtraction of sums brings out a class that is not shown.
 */
export function sumOfShown(books: readonly Book[]): Shown | null {
  const shown = books.filter(isShown);
  return shown.length > 0 ? resultsOf(shown) : null;
}

/** The results of a year. `restPeople` rated the small classes (其余小班) that the total includes; 0 = it includes none. */
export interface YearShown {
  total: Shown | null;
  restPeople: number;
}

/**
 * The results of a whole calendar year; a book belongs to the year in which it closed. Only here the small classes count
 * as one, if there are at least two of them with enough sheets together, and only once the year is over. While books are
 * still closing, or in a span that somebody picks, two totals could be subtracted from each other.
 *
 * @param books all books of the year
 */
export function yearShown(books: readonly Book[], yearIsOver: boolean): YearShown {
  const shown = books.filter(isShown);
  const small = books.filter(book => book.came !== null && book.sheets.length > 0 && !isShown(book));
  const restPeople = small.reduce((sum, book) => sum + book.sheets.length, 0);
  const isComplete = yearIsOver && books.every(book => book.came !== null);
  const counts = isComplete && small.length >= REST_BOOKS && restPeople >= SHOWN_FROM;
  const all = counts ? [...shown, ...small] : shown;
  return { total: all.length > 0 ? resultsOf(all) : null, restPeople: counts ? restPeople : 0 };
}

/** Only for books that may be shown together. */
function resultsOf(books: readonly Book[]): Shown {
  const sheets = books.flatMap(book => book.sheets);
  const people = sheets.length;
  // Every histogram is a sum of histograms that are shown themselves. Otherwise a subtraction would bring one out.
  const hasHistogram = books.every(book => book.sheets.length >= HISTOGRAM_FROM);
  const share = (is: (sheet: Sheet) => boolean) => sheets.filter(is).length / people;
  return {
    people,
    came: books.reduce((sum, book) => sum + (book.came ?? 0), 0),
    mean: sheets.reduce((sum, sheet) => sum + sheet.stars, 0) / people,
    satisfied: share(sheet => sheet.stars >= 4),
    chips: Object.fromEntries(CHIPS.map(chip => [chip, share(sheet => sheet.chips.includes(chip))])) as Shown['chips'],
    histogram: hasHistogram ? STARS.map(stars => sheets.filter(sheet => sheet.stars === stars).length) : null,
  };
}

/** A text of a book that is shown. Nobody knows whose it is. */
export interface ShownText {
  key: string;
  text: string;
  hidden: boolean;
}

/** The texts of a book that is shown, in the order of their keys. The instructor does not see those that staff hid. */
export const textsOf = (book: Book, reader: 'staff' | 'instructor'): ShownText[] =>
  isShown(book)
    ? book.sheets
        .filter(sheet => sheet.text && (reader === 'staff' || !sheet.hidden))
        .map(({ key, text = '', hidden = false }) => ({ key, text, hidden }))
    : [];
