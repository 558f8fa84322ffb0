import type { RatingBook } from '../../domain/rating/rating';
import { _, findEvery } from '../base/database';
import { closeBooks } from './close-books';

/** The fields that results are made of. The raters are not among them. */
const FIELDS = ['batchId', 'course', 'organisation', 'instructor', 'sheets', 'closesAt', 'came'] as const;
export type ClosedBook = Pick<RatingBook, '_id' | (typeof FIELDS)[number]>;

/** The closed books that match, those included whose time has just run out. Two operations. */
export async function closedBooks(which: Parameters<typeof findEvery>[1], now: number): Promise<ClosedBook[]> {
  await closeBooks(now);
  return findEvery('ratings', _.and([which, { came: _.neq(null) }]), FIELDS);
}
