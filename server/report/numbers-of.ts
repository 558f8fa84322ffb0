import { createHash } from 'node:crypto';
import type { Numbers } from '../../domain/report/numbers';
import { numbersOf } from '../../domain/report/numbers';
import { paragraph } from '../../domain/report/said';
import type { Instants, Span } from '../../domain/report/span';
import { wishNumbers } from '../../domain/report/wishes';
import { findEvery } from '../base/database';
import type { Look } from './look';

/** The numbers of a look that lacks nothing. */
export interface Counted {
  numbers: Numbers;
  before: Numbers;
  print: string;
  text: string;
}

/** One more operation than the look, and one more for the ratings. */
export async function countedOf(look: Look, now: number): Promise<Counted> {
  const wishes = await findEvery('wishes', {}, ['at', 'answer', 'taken']);
  const during = (span: Span, instants: Instants) =>
    numbersOf({
      span,
      instants,
      sums: look.sums,
      batches: look.batches,
      wishes: wishNumbers(wishes, instants),
      openLessons: look.openLessonsIn(instants),
      satisfaction: NONE,
    });
  const numbers = during(look.span, look.instants);
  const before = during(look.before, look.beforeInstants);
  const text = paragraph(look.span, numbers, unionOf(look), now, look.instants.until);
  return { numbers, before, text, print: printOf([look.span, numbers, before, text]) };
}

const NONE = { all: null, ofSection: () => null, ofCourse: () => null, ofOrganisation: () => null };

/** The union as its last batch is signed. */
const unionOf = ({ batches }: Look): string =>
  [...batches.values()].sort((a, b) => a.opensAt - b.opensAt).at(-1)?.union ?? '工会';

const printOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
