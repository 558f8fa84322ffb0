import { isClean, isRight, type ReadRow, type SheetReading } from './draft';
import type { OfferedSection } from '../model';
import { refuse, type Refused } from '../base/refuse';

type RightRow = ReadRow & { draft: OfferedSection };

/**
 * The rows of a sheet to store, or a refusal. Without `only`, all rows have to be right. Otherwise only the right rows
 * are taken, or the rows with these numbers. A hidden or struck-through row that nobody has decided about is not right,
 * so `right` leaves it out. Every other open question prevents the import.
 */
export function rowsToImport(
  reading: SheetReading,
  only: 'right' | readonly number[] | undefined,
): RightRow[] | Refused<'SHEET_HAS_ERRORS'> {
  if (only === undefined) return isClean(reading) ? reading.rows.filter(isRight) : refuse('SHEET_HAS_ERRORS');
  const open = reading.questions.some(
    question => question.about === 'sheets' || (question.about === 'hidden' && question.columns.length > 0),
  );
  if (reading.problems.length > 0 || open) return refuse('SHEET_HAS_ERRORS');
  const right = reading.rows.filter(isRight);
  const chosen = only === 'right' ? right : right.filter(row => only.includes(row.row));
  const missing = only !== 'right' && only.some(row => !chosen.some(each => each.row === row));
  return chosen.length === 0 || missing ? refuse('SHEET_HAS_ERRORS') : chosen;
}
