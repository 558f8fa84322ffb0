import type { RecordEntry } from '../../domain/model';
import { namedInCorrection, oldParts } from '../../domain/record/old-entry';
import { _, everyPage, find, updateWhere } from '../base/database';

/**
 * Takes old entries apart, from before sentences were made of parts. It runs before an erasure looks for a person in
 * parts, and at night, while the rolls still know whom a correction was about. An entry that cannot be written stays as
 * it is, does not hold up the others, and is tried again next time. Returns how many were taken apart.
 */
export async function takeOldEntriesApart(): Promise<number> {
  let count = 0;
  for await (const page of everyPage('record', { summary: _.exists(true) })) {
    for (const entry of page) {
      if (await takeApart(entry)) count += 1;
    }
  }
  return count;
}

async function takeApart(entry: RecordEntry): Promise<boolean> {
  try {
    const parts = oldParts(entry, entry.act === 'roll.correct' ? await correctedBy(entry) : []);
    return await updateWhere('record', { _id: entry._id }, { parts: _.set(parts), summary: _.remove() });
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: `${entry._id} not taken apart`, error: String(error) }));
    return false;
  }
}

/**
 * A correction has no person's id, but its own id contains that of its first mark. The others follow in the order of
 * the roll, unless some of them were there before.
 */
async function correctedBy({ _id, by, at, sectionId, summary = '' }: RecordEntry): Promise<string[]> {
  const rolls = await find('rolls', { sectionId, 'marks.by': by });
  for (const { marks } of rolls) {
    const first = marks.find(mark => `mark-${mark.nonce}` === _id);
    if (!first) continue;
    const together = marks.filter(mark => mark.by === by && mark.receivedAt === at && mark.reason !== undefined);
    return (together.length === namedInCorrection(summary) ? together : [first]).map(mark => mark.memberId);
  }
  return [];
}
