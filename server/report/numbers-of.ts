import { createHash } from 'node:crypto';
import type { Numbers } from '../../domain/report/numbers';
import { numbersOf } from '../../domain/report/numbers';
import { paragraph } from '../../domain/report/said';
import { satisfactionOf } from '../../domain/report/satisfaction';
import type { Instants, Span } from '../../domain/report/span';
import { wishNumbers } from '../../domain/report/wishes';
import { _, findEvery } from '../base/database';
import { closeBooks } from '../rating/close-books';
import type { Look } from './look';

/** The numbers of a look that lacks nothing. */
export interface Counted {
  numbers: Numbers;
  before: Numbers;
  print: string;
  union: string;
  text: string;
}

/** Three operations more than the look, if no rating book has to be closed. */
export async function countedOf(look: Look, now: number): Promise<Counted> {
  const closed = { closesAt: _.gte(look.beforeInstants.from).and(_.lt(look.instants.until)) };
  await closeBooks(now);
  // Books that are still open are read, too: the total of a year waits for them.
  const [wishes, books] = await Promise.all([
    findEvery('wishes', {}, ['at', 'answer', 'taken']),
    findEvery('ratings', closed, ['course', 'organisation', 'sheets', 'came', 'closesAt']),
  ]);
  const during = (span: Span, instants: Instants) =>
    numbersOf({
      span,
      instants,
      sums: look.sums,
      batches: look.batches,
      wishes: wishNumbers(wishes, instants),
      openLessons: look.openLessonsIn(instants),
      satisfaction: satisfactionOf(books, span, instants, now),
    });
  const numbers = during(look.span, look.instants);
  const before = during(look.before, look.beforeInstants);
  const union = unionOf(look);
  const text = paragraph(look.span, numbers, union, now, look.instants.until);
  return { numbers, before, union, text, print: printOf([look.span, numbers, before, text]) };
}

/** The union as its last batch is signed. */
const unionOf = ({ batches }: Look): string =>
  [...batches.values()].sort((a, b) => a.opensAt - b.opensAt).at(-1)?.union ?? '工会';

const printOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
