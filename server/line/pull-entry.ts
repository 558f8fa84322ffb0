import type { LineEntry, Section } from '../../domain/model';
import { reopenAt } from '../../domain/line/full-memory';
import { seatLeft } from '../../domain/line/seats-then';
import { _ } from '../base/database';
import { updateAndRead } from '../base/update-and-read';
import { keyOf, nameOfEntry } from '../../domain/line/entry';
import { lineSize } from '../../domain/line/line';

/**
 * Pulls exactly this entry; everyone behind it moves up. If the line was full, its place opens to newcomers only at
 * `reopensAt` (`domain/line/full-memory.ts`). Records the departure if the seat was given back late, or if a lesson has
 * already begun. Returns the section after it, or `null` if the entry is gone already or the section's revision changed.
 */
export async function leave(section: Section, entry: LineEntry, now: number, late = false): Promise<Section | null> {
  const size = lineSize(section);
  const noted = late ? lateDrop(section, entry, now) : { guard: {}, data: {} };
  const guard = { _id: section._id, revision: section.revision, line: _.elemMatch(nameOfEntry(entry)), ...noted.guard };
  const change = seatLeft(section, entry, now);
  const data = {
    line: _.pull(nameOfEntry(entry)),
    lineCount: _.inc(-1),
    ...noted.data,
    ...(change ? { seatChanges: _.push([change]) } : {}),
  };
  const whenFull = () =>
    // Uses the clock of this very write, because the steps before it may have taken time.
    updateAndRead('sections', { ...guard, lineCount: _.gte(size) }, { ...data, reopensAt: reopenAt(Date.now()) });
  const whenNotFull = () => updateAndRead('sections', { ...guard, lineCount: _.lt(size) }, data);

  // The likelier variant goes first. Both are tried twice, because the line may fill or empty between the two.
  const order = section.lineCount >= size ? [whenFull, whenNotFull] : [whenNotFull, whenFull];
  for (const variant of [...order, ...order]) {
    const after = await variant();
    if (after) return after;
  }
  return null;
}

/** Keeps one entry for each key, however often it comes and goes. The last departure is the one that may count. */
function lateDrop({ lateDrops = [] }: Section, entry: LineEntry, now: number) {
  const index = lateDrops.findIndex(one => keyOf(one) === keyOf(entry));
  return index < 0
    ? { guard: {}, data: { lateDrops: _.push([{ ...entry, at: now }]) } }
    : { guard: { [`lateDrops.${index}.memberId`]: keyOf(entry) }, data: { [`lateDrops.${index}.at`]: now } };
}
