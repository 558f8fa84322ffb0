/** The meanings that a column can have. */
export type SheetField =
  | 'number'
  | 'kind'
  | 'walkIn'
  | 'course'
  | 'name'
  | 'instructor'
  | 'organisation'
  | 'place'
  | 'room'
  | 'schedule'
  | 'weekday'
  | 'time'
  | 'fromTime'
  | 'toTime'
  | 'firstDay'
  | 'lastDay'
  | 'count'
  | 'length'
  | 'skipDays'
  | 'capacity'
  | 'roomCapacity'
  | 'waitlistLimit'
  | 'audienceText'
  | 'employers'
  | 'districts'
  | 'bring'
  | 'topics'
  | 'note';

/**
 * Something that was only hinted at when a section was read. The hint stays with the section of a draft until somebody
 * deals with it.
 */
export interface SectionHint {
  field: SheetField;
  /** A sentence without a row: 「名额」写的是“30”，这一格合并了几行，每个班都按这个数算，请核对 */
  text: string;
}
