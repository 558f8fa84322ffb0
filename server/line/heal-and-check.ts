import type { CheckReport, Section, Standing } from '../../domain/model';
import { DAY } from '../../domain/base/clock';
import { findHealing } from '../../domain/line/heal';
import { bookAlarms } from '../../domain/rating/rating';
import { wishAlarms } from '../../domain/wish/merge';
import { holderOf } from '../../domain/line/entry';
import { sameNumberAlarms } from '../../domain/people/same-number';
import { _, everyPage, findEvery } from '../base/database';
import { addOnce } from '../base/add-once';
import { membersOf } from '../people/members-of';
import { release, restore } from './reserve';
import { settle } from './settle';

/** The lines of a batch are still checked for this long after its last lesson. */
const CHECKED_MS = 28 * DAY;

/**
 * Checks that lines, standings and counters agree. Mends what a crash may leave (an unused hold, a lost hold), reports
 * the rest to staff, and writes the report to `checks`. It is safe while people claim: see the order in
 * `domain/line/heal.ts`.
 */
export async function healAndCheck(startedAt: number): Promise<CheckReport> {
  const standings: Standing[] = [];
  const sections: Section[] = [];
  const over = await overBatches(startedAt);
  for await (const page of everyPage('standings', anyPlace(over, await liveBatchIds(startedAt))))
    standings.push(...page.map(standing => without(standing, over)));
  for await (const page of everyPage('sections', { batchId: _.nin([...over]) })) sections.push(...page);
  const healing = findHealing(sections, standings, startedAt);

  let unusedHolds = 0;
  let missingHolds = 0;
  for (const { memberId, hold } of healing.unused) {
    if (await release(memberId, hold)) unusedHolds += 1;
  }
  for (const { memberId, hold } of healing.missing) {
    const standing = standings.find(found => found._id === memberId) ?? null;
    // Nobody knows any more what was settled and accepted. So it is settled for no instant, and the next claim or visit to
    // the waiting room asks again. The places stay.
    if (!standing?.batches[hold.batchId]) await settle(standing, memberId, hold.batchId, 0);
    if (await restore(memberId, hold)) missingHolds += 1;
  }

  const report: CheckReport = {
    _id: `check-${startedAt}`,
    startedAt,
    endedAt: Date.now(),
    sections: sections.length,
    standings: standings.length,
    healed: { unusedHolds, missingHolds },
    alarms: [
      ...healing.alarms,
      ...(await numberAlarms(sections, startedAt)),
      ...(await alarmsOfWishes()),
      ...(await alarmsOfBooks()),
    ],
  };
  await addOnce('checks', report);
  if (report.alarms.length > 0) console.error(JSON.stringify({ level: 'error', text: 'check alarms', report }));
  return report;
}

/**
 * Batches whose lines nobody can change any more, and which were checked every night while somebody could. Without
 * this, the check would read every line that ever existed.
 */
async function overBatches(now: number): Promise<ReadonlySet<string>> {
  return new Set((await findEvery('batches', { lastLessonAt: _.lte(now - CHECKED_MS) }, ['_id'])).map(one => one._id));
}

/**
 * Finds several accounts with one number in the lines of a batch. Only classes that still have lessons to come are
 * checked.
 */
async function numberAlarms(sections: readonly Section[], now: number) {
  const on = sections.filter(section => section.lessons.some(lesson => lesson.endsAt > now));
  return sameNumberAlarms(on, await membersOf(on.flatMap(section => section.line.map(holderOf))));
}

/** A wish is a line too: its count and its voices agree, and nobody is in it twice. */
async function alarmsOfWishes(): Promise<CheckReport['alarms']> {
  const alarms: CheckReport['alarms'] = [];
  for await (const page of everyPage('wishes'))
    alarms.push(...page.flatMap(wishAlarms).map(text => ({ sectionId: '', text })));
  return alarms;
}

/** A rating book has two lists of one length, and nobody rates twice. */
async function alarmsOfBooks(): Promise<CheckReport['alarms']> {
  const alarms: CheckReport['alarms'] = [];
  for await (const page of everyPage('ratings'))
    for (const book of page) alarms.push(...bookAlarms(book).map(text => ({ sectionId: book._id, text })));
  return alarms;
}

const liveBatchIds = async (now: number): Promise<string[]> =>
  (await findEvery('batches', { lastLessonAt: _.gt(now - CHECKED_MS) }, ['_id'])).map(one => one._id);

/**
 * Standings that hold or count anything in the other batches. Most of a crowd only visited the waiting room and hold
 * nothing.
 */
const anyPlace = (over: ReadonlySet<string>, live: readonly string[]) =>
  _.or([
    { holds: _.elemMatch({ batchId: _.nin([...over]) }) },
    ...live.map(id => ({ [`batches.${id}.count`]: _.exists(true).and(_.neq(0)) })),
  ]);

/** The part of a standing that is about the other batches. */
const without = (standing: Standing, over: ReadonlySet<string>): Standing => ({
  ...standing,
  holds: standing.holds.filter(hold => !over.has(hold.batchId)),
  batches: Object.fromEntries(Object.entries(standing.batches).filter(([id]) => !over.has(id))),
});
