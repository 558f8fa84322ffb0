import { keyOf } from '../../domain/line/entry';
import { shortId, sumOf } from '../../domain/line/tally';
import type { Section } from '../../domain/model';
import { KEPT_MS } from '../../domain/privacy/privacy';
import { sumOfSection, whoCame } from '../../domain/report/section-sum';
import type { BatchSum, TurnedAway } from '../../domain/report/sum';
import type { Roll } from '../../domain/roll/roll';
import { addOnce } from '../base/add-once';
import { _, everyPage, find, findEvery, updateWhere } from '../base/database';
import { membersOf } from '../people/members-of';
import type { BatchSeen, Due } from './look';

/** The most in one call: batches, and parts of them. The next call goes on. */
const BATCHES = 3;
const PARTS = 4;
/** The sections whose rolls are read together. Those of a whole batch would be megabytes. */
const TOGETHER = 9;

/**
 * Makes what sums lack, as much as one call may. Each part is one guarded write, so a call may die anywhere and the next
 * one goes on. What is made follows from classes and rolls alone, so making it twice gives the same. If somebody else
 * has written to the sum meanwhile, an erasure among them, what was made is thrown away.
 */
export async function makeSums(due: readonly Due[], now: number): Promise<void> {
  let parts = PARTS;
  for (const one of due.slice(0, BATCHES)) {
    if (parts <= 0) return;
    parts -= await makeSum(one, parts, now);
  }
}

/** Returns how many parts it has made of this batch. */
async function makeSum({ batch, sum, sectionIds, away }: Due, most: number, now: number): Promise<number> {
  let revision = sum?.revision ?? 1;
  const { _id, lastLessonAt } = batch;
  if (!sum) {
    const empty: BatchSum = { _id, lastLessonAt, at: now, revision, sections: {} };
    if (!(await addOnce('sums', empty))) return 1;
  }
  const write = async (data: Record<string, unknown>): Promise<boolean> => {
    const isWritten = await updateWhere(
      'sums',
      { _id, revision },
      { ...data, lastLessonAt, at: now, revision: _.inc(1) },
    );
    revision += 1;
    return isWritten;
  };
  let made = 0;
  if (away) {
    if (!(await write({ away: _.set(await turnedAwayOf(batch, now)) }))) return made + 1;
    made += 1;
  }
  for (let begin = 0; begin < sectionIds.length && made < most; begin += TOGETHER) {
    if (!(await write(await sumsOf(sectionIds.slice(begin, begin + TOGETHER))))) return made + 1;
    made += 1;
  }
  // A batch without a closed lesson is settled all the same.
  if (made === 0) await write({});
  return Math.max(1, made);
}

/** The fields to write for these sections. */
async function sumsOf(sectionIds: readonly string[]): Promise<Record<string, unknown>> {
  const sections = await find('sections', { _id: _.in([...sectionIds]) });
  const rolls = new Map<string, Roll[]>();
  for await (const page of everyPage('rolls', { sectionId: _.in([...sectionIds]), closedAt: _.gt(0) }))
    for (const roll of page) rolls.set(roll.sectionId, [...(rolls.get(roll.sectionId) ?? []), roll]);
  const rollsOf = (section: Section) => rolls.get(section._id) ?? [];
  const members = await membersOf(sections.flatMap(section => whoCame(section, rollsOf(section))));
  return Object.fromEntries(
    sections.map(section => {
      const closed = rollsOf(section);
      const made = closed.length > 0 ? sumOfSection(section, closed, id => members.get(id)?.employer) : undefined;
      return [`sections.${section._id}`, made ? _.set(made) : _.remove()];
    }),
  );
}

/** Taken over when the batch takes no claims any more. The tallies are kept for a shorter time than the sum. */
async function turnedAwayOf({ _id: batchId, lastLessonAt }: BatchSeen, now: number): Promise<TurnedAway> {
  const [tallies, sections] = await Promise.all([
    find('tallies', { batchId }),
    findEvery('sections', { batchId }, ['line']),
  ]);
  const { turnedAway, atLeast } = sumOf(tallies);
  const placed = new Set(sections.flatMap(section => section.line.map(entry => shortId(keyOf(entry)))));
  const away = new Set([...turnedAway.values()].flatMap(people => [...people]));
  return {
    people: [...away].filter(person => !placed.has(person)).join(''),
    atLeast: atLeast || now > lastLessonAt + KEPT_MS.tallies,
  };
}
