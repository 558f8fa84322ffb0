import { KEPT_MS } from '../../../domain/privacy/privacy';
import type { Section } from '../../../domain/model';
import { peopleOf } from '../../../domain/line/entry';
import { anonymousRoll, anonymousSection, isAnonymous, peopleOnRoll } from '../../../domain/privacy/anonymous';
import { writeRoll } from '../../roll/change-roll';
import { _, find, updateAll, updateWhere } from '../../base/database';
import { transact } from '../../base/transaction';
import { aliasOf, makeSeed } from '../erase/alias';

/** The most in one night. */
const BATCHES = 5;
const SECTIONS = 20;

/** Removes the names from classes that ended years ago, in the line and on every roll. Returns how many classes. */
export async function retireClasses(now: number): Promise<number> {
  const due = { lastLessonAt: _.lt(now - KEPT_MS.classes), anonymousAt: _.exists(false) };
  let count = 0;
  for (const { _id: batchId } of await find('batches', due, { orderBy: ['lastLessonAt', 'asc'], limit: BATCHES })) {
    const sections = await find('sections', { batchId, anonymousAt: _.exists(false) });
    for (const section of sections.slice(0, SECTIONS - count)) {
      await retireClass(section, now);
      count += 1;
    }
    if (sections.length > 0 && count >= SECTIONS) return count;
    // Removes what standings still say of it: places and admissions.
    await updateAll('standings', { 'holds.batchId': batchId }, { holds: _.pull({ batchId }) });
    await updateAll('standings', { [`batches.${batchId}`]: _.exists(true) }, { [`batches.${batchId}`]: _.remove() });
    await updateWhere('batches', { _id: batchId }, { anonymousAt: now });
  }
  return count;
}

/** Rewrites the line and all rolls in one transaction, so that a person gets the same anonymous id in each of them. */
async function retireClass({ _id }: Section, now: number): Promise<void> {
  const rollIds = (await find('rolls', { sectionId: _id })).map(roll => roll._id);
  await transact(async transaction => {
    const { data: section } = await transaction.doc('sections', _id).get();
    if (!section) return true;
    const rolls = [];
    for (const id of rollIds) {
      const { data } = await transaction.doc('rolls', id).get();
      if (data) rolls.push(data);
    }
    const seed = makeSeed();
    const people = new Set([
      ...[...section.line, ...(section.lateDrops ?? [])].flatMap(peopleOf),
      ...(section.seatChanges ?? []).flatMap(({ left }) => (left ? peopleOf(left) : [])),
      ...rolls.flatMap(roll => [...peopleOnRoll(roll)]),
    ]);
    const renamed = new Map([...people].filter(id => !isAnonymous(id)).map(id => [id, aliasOf(seed, id)]));
    const lists = Object.entries(anonymousSection(section, renamed)).map(([name, list]) => [name, _.set(list)]);
    await transaction.doc('sections', _id).update({ data: { ...Object.fromEntries(lists), anonymousAt: now } });
    for (const roll of rolls) await writeRoll(transaction, { before: roll, there: true }, anonymousRoll(roll, renamed));
    return true;
  });
}
