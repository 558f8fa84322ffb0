import type { DraftSection } from '../model';
import { crowding } from '../batch/crowding';
import { cut } from '../base/cut';
import { withTopics } from '../lesson/topics';
import { isLecture } from '../lesson/lecture';
import type { UnderstandOptions } from '../sheet/draft';
import type { SectionHint } from '../sheet/field';
import { fieldOf } from '../sheet/headers';
import { hintsOf, isAbout } from '../sheet/hints';
import { RowReader } from '../sheet/row';
import { cellsOf, FORM_FIELD_NAMES, FORM_FIELDS, type Cells, type FormField } from './section-cells';

const ANY_TIME = { schedule: '每周一 08:00-09:00', firstDay: '2027-01-04', count: '1' };
const WHEN = Object.keys(ANY_TIME) as (keyof typeof ANY_TIME)[];

/**
 * Reads one section from the form, by the rules for a row of a sheet. Fields that the form leaves out stay as in
 * `before`. If the fields of the time are unchanged, the lessons stay, because they may have been chosen day by day.
 *
 * Hints about changed fields are removed, and so are those that were dismissed. Hints about the new words are added.
 *
 * @param said by field (`course`) or by a column's name (`课程名称`)
 * @param dismissed the texts of hints that somebody has dealt with
 */
export function readForm(
  said: Readonly<Record<string, string>>,
  before: Omit<DraftSection, 'key'> | undefined,
  options: UnderstandOptions,
  dismissed: readonly string[] = [],
): { section: Omit<DraftSection, 'key'> } | { errors: { field: string; text: string }[] } {
  const had: Cells = before ? cellsOf(before) : {};
  const cells: Cells = { ...had };
  for (const [name, value] of Object.entries(said)) {
    const field =
      FORM_FIELD_NAMES.find(known => known === name) ?? FORM_FIELD_NAMES.find(known => known === fieldOf(name));
    if (!field) return { errors: [{ field: cut(name, 40), text: '没有这一项' }] };
    cells[field] = value;
  }
  const isWhenKept =
    before !== undefined && !cells.skipDays?.trim() && WHEN.every(field => cells[field]?.trim() === had[field]);
  const changed = FORM_FIELD_NAMES.filter(field => (cells[field] ?? '').trim() !== had[field]);
  // The words for days chosen one by one cannot always be read back. So any valid time is put in here; the result is
  // not used.
  const topics = cells.topics ?? '';
  if (isWhenKept) Object.assign(cells, ANY_TIME, { topics: '' });
  const columns = FORM_FIELD_NAMES.map((field, index) => ({ index, letter: '', header: FORM_FIELDS[field], field }));
  const row = FORM_FIELD_NAMES.map(field => cells[field] || null);
  const reader = new RowReader({ bottom: 0, lines: [], columns }, row, 1, options);
  const section = reader.draft(undefined);
  if (!section) return { errors: reader.read.errors.map(({ field, text }) => ({ field, text: withoutRow(text) })) };
  const taught = isWhenKept ? withTopics(before.lessons, topics) : section;
  if ('why' in taught) return { errors: [{ field: 'topics', text: taught.why }] };
  const crowded = crowding(section);
  if (crowded?.refused) return { errors: [{ field: 'capacity', text: crowded.text }] };
  const when = isWhenKept ? { schedule: before.schedule, lessons: taught.lessons } : {};
  const hints = hintsAfter(before?.hints ?? [], changed, hintsOf(reader.read), dismissed);
  return {
    section: {
      ...section,
      name: section.name || (isLecture(section) ? '' : '一班'),
      ...when,
      ...(hints.length > 0 ? { hints } : {}),
    },
  };
}

function hintsAfter(
  before: readonly SectionHint[],
  changed: readonly FormField[],
  found: readonly SectionHint[],
  dismissed: readonly string[],
): SectionHint[] {
  const kept = before.filter(hint => !isAbout(hint.field, changed) && !dismissed.includes(hint.text));
  const fresh = found.filter(hint => isAbout(hint.field, changed) && !dismissed.includes(hint.text));
  return [...kept, ...fresh];
}

/** `第 1 行「名额」写的是“若干”，请填…` without its beginning: a form has no rows, and the text stands beside its field. */
const withoutRow = (text: string): string => text.replace(/^第 \d+ 行「[^」]*」/, '');
