import type { CheckReport, Section, Standing } from '../domain/model';
import { findHealing } from '../domain/rules/heal';
import { sameNumberAlarms } from '../domain/rules/same-number';
import { _, everyPage } from './db/database';
import { addOnce } from './db/add-once';
import { membersOf } from './db/members-of';
import { release, restore } from './db/reserve';
import { settle } from './db/settle';

/**
 * Do lines, standings and counters agree? Mends what a crash may leave (an unused hold, a hold that got lost), reports
 * the rest for staff, and writes the report to `checks`. Safe while people claim: see the order in `rules/heal.ts`.
 */
export async function healAndCheck(startedAt: number): Promise<CheckReport> {
  const standings: Standing[] = [];
  const sections: Section[] = [];
  for await (const page of everyPage('standings', await anyPlace())) standings.push(...page);
  for await (const page of everyPage('sections')) sections.push(...page);
  const healing = findHealing(sections, standings, startedAt);

  let unusedHolds = 0;
  let missingHolds = 0;
  for (const { memberId, hold } of healing.unused) {
    if (await release(memberId, hold)) unusedHolds += 1;
  }
  for (const { memberId, hold } of healing.missing) {
    const standing = standings.find(found => found._id === memberId) ?? null;
    // Who stands in the line has been admitted to the batch.
    if (!standing?.batches[hold.batchId]) await settle(standing, memberId, hold.batchId, startedAt);
    if (await restore(memberId, hold)) missingHolds += 1;
  }

  const report: CheckReport = {
    _id: `check-${startedAt}`,
    startedAt,
    endedAt: Date.now(),
    sections: sections.length,
    standings: standings.length,
    healed: { unusedHolds, missingHolds },
    alarms: [...healing.alarms, ...(await numberAlarms(sections, startedAt))],
  };
  await addOnce('checks', report);
  if (report.alarms.length > 0) console.error(JSON.stringify({ level: 'error', text: 'check alarms', report }));
  return report;
}

/** Who holds or counts anything: most of a crowd have been in the waiting room and hold nothing. */
async function anyPlace() {
  const counts: string[] = [];
  for await (const page of everyPage('batches')) counts.push(...page.map(batch => `batches.${batch._id}.count`));
  return _.or([{ 'holds.0': _.exists(true) }, ...counts.map(count => ({ [count]: _.exists(true).and(_.neq(0)) }))]);
}

/** Several accounts with one number in the lines of a batch; of classes that still have lessons to come. */
async function numberAlarms(sections: readonly Section[], now: number) {
  const on = sections.filter(section => section.lessons.some(lesson => lesson.endsAt > now));
  return sameNumberAlarms(on, await membersOf(on.flatMap(section => section.line.map(entry => entry.memberId))));
}
