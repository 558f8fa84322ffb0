import type { ReadRow } from './draft';
import type { SectionHint, SheetField } from './field';

/** Fields that are read together. If somebody has looked at one of them, they have looked at the others. */
const TOGETHER: readonly (readonly SheetField[])[] = [
  ['schedule', 'weekday', 'time', 'fromTime', 'toTime', 'firstDay', 'lastDay', 'count', 'length', 'skipDays'],
  ['place', 'room'],
  ['course', 'name'],
];

/** The hints of a row that stay with its section. */
export const hintsOf = ({ warnings }: Pick<ReadRow, 'warnings'>): SectionHint[] =>
  warnings
    .filter(({ derived }) => !derived)
    .map(({ field, text }) => ({ field, text: text.replace(/^第 \d+ 行/, '') }));

/** True if one of the changed fields is the hint's own, or is read together with it. */
export function isAbout(field: SheetField, changed: readonly SheetField[]): boolean {
  const group = TOGETHER.find(fields => fields.includes(field)) ?? [field];
  return changed.some(each => group.includes(each));
}
