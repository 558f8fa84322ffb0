/** 讲得清楚 · 快慢合适 · 场地好 · 时间合适 · 还想学 · 想学更难的 */
export const CHIPS = ['clear', 'pace', 'place', 'hours', 'again', 'harder'] as const;
export type Chip = (typeof CHIPS)[number];

export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** One person's rating. It names nobody, has no time, and is never changed. */
export interface Sheet {
  /** Random. The sheets of a book stand in its order, so that their order says nothing. */
  key: string;
  stars: Stars;
  chips: Chip[];
  /** Absent = nothing written. */
  text?: string;
  /** Staff took its text down. The stars and the chips count all the same. */
  hidden?: true;
}

/**
 * `ratings` (评价): the rating book of a class, made when somebody first rates it. Who has rated and what was said are
 * two lists, each with one more item a rating, and nothing leads from one to the other. `_id` is the section's.
 */
export interface RatingBook {
  _id: string;
  batchId: string;
  course: string;
  organisation: string;
  instructor: string;
  /**
   * The people who have rated. Nothing else is known of them here. Empty once the class has lost its names
   * (`emptiedAt`).
   */
  raters: string[];
  /** Always `sheets.length`, and `raters.length` until they are emptied. */
  raterCount: number;
  sheets: Sheet[];
  /** It takes sheets until then (exclusive). It never moves to an earlier instant. */
  closesAt: number;
  /**
   * The number of people who came to the class at least once. `null` until the book is closed. From then on it takes no
   * sheet, and its results are shown if there are enough.
   */
  came: number | null;
  /** When the ids of its raters were removed, years after the class. */
  emptiedAt?: number;
}

/** More sheets than this are not taken, so that the document stays small. No class has so many people. */
export const MOST_RATERS = 2_000;

/** The list and the count of a book do not agree; for the nightly check. */
export function bookAlarms({ course, raters, raterCount, sheets, emptiedAt }: RatingBook): string[] {
  const doubled = raters.length - new Set(raters).size;
  const people = emptiedAt === undefined ? raters.length : raterCount;
  return [
    ...(raterCount === sheets.length && raterCount === people
      ? []
      : [`“${course}”的评价：计数是 ${raterCount}，却有 ${people} 人、${sheets.length} 份`]),
    ...(doubled > 0 ? [`“${course}”的评价：有 ${doubled} 人次重复`] : []),
  ];
}
