import type { CheckReport, Hold, Section, Standing } from '../model';
import { isAnonymous } from '../privacy/anonymous';
import { keyOf } from './entry';
import { HOLD_TTL_MS, holdState } from './hold';
import { lineSize } from './line';
import { titleOf } from '../batch/title';

/** What the nightly check may mend by itself, and what it must only report. */
export interface Healing {
  /** Holds without a line entry. They are to be released. */
  unused: { memberId: string; hold: Hold }[];
  /** Line entries without a hold. The hold is to be written again. */
  missing: { memberId: string; hold: Hold }[];
  alarms: CheckReport['alarms'];
}

/**
 * Do lines, standings and counters agree?
 *
 * `standings` must have been read before `sections`. A hold is written before its line entry and released after the
 * entry is gone. So an entry without a hold truly lacks one, however busy the lines are meanwhile.
 */
export function findHealing(sections: readonly Section[], standings: readonly Standing[], now: number): Healing {
  const byId = new Map(sections.map(section => [section._id, section]));
  const healing: Healing = { unused: [], missing: [], alarms: sections.flatMap(sectionAlarms) };
  const held = new Set<string>();

  for (const standing of standings) {
    const used: Placed[] = [];
    for (const hold of standing.holds) {
      held.add(nameOf(standing._id, hold.sectionId, hold.at));
      const section = byId.get(hold.sectionId);
      const state = holdState(hold, standing._id, section?.line, now);
      if (state === 'UNUSED') healing.unused.push({ memberId: standing._id, hold });
      if (section && state === 'USED') used.push({ hold, section });
    }
    healing.alarms.push(...standingAlarms(standing, used, byId));
  }

  for (const section of sections) {
    for (const entry of section.line) {
      // An anonymous entry has no hold, because its person is gone and stands in no other line.
      if (isAnonymous(keyOf(entry))) continue;
      if (now - entry.at < HOLD_TTL_MS || held.has(nameOf(keyOf(entry), section._id, entry.at))) continue;
      const hold = { sectionId: section._id, batchId: section.batchId, at: entry.at };
      healing.missing.push({ memberId: keyOf(entry), hold });
    }
  }
  return healing;
}

const nameOf = (memberId: string, sectionId: string, at: number) => `${memberId} ${sectionId} ${at}`;

/** A hold with its section, in whose line its person stands. */
interface Placed {
  hold: Hold;
  section: Section;
}

/**
 * Anybody who joined both lines before a lesson was moved may stand in both: staff were warned and these people were
 * told.
 */
const joinedAfterMove = (a: Placed, b: Placed) =>
  Math.max(a.hold.at, b.hold.at) > Math.max(a.section.movedAt ?? 0, b.section.movedAt ?? 0);

/** What is wrong with one line by itself. */
function sectionAlarms(section: Section): CheckReport['alarms'] {
  const texts: string[] = [];
  const title = titleOf(section);
  if (section.lineCount !== section.line.length) {
    texts.push(`${title}：计数是 ${section.lineCount}，队伍里却有 ${section.line.length} 人`);
  }
  if (section.line.length > lineSize(section)) {
    texts.push(`${title}：队伍里有 ${section.line.length} 人，超过了名额加候补的 ${lineSize(section)} 人`);
  }
  const doubled = section.line.length - new Set(section.line.map(keyOf)).size;
  if (doubled > 0) texts.push(`${title}：有 ${doubled} 人次重复排队`);
  return texts.map(text => ({ sectionId: section._id, text }));
}

/**
 * Finds what is wrong with one person's places. All of them are in one document, so no other write can make it look
 * wrong.
 */
function standingAlarms(
  standing: Standing,
  used: readonly Placed[],
  sections: ReadonlyMap<string, Section>,
): CheckReport['alarms'] {
  const alarms: CheckReport['alarms'] = [];
  for (const [index, one] of used.entries()) {
    const { section } = one;
    const other = used
      .slice(index + 1)
      .filter(later => section.clashIds.includes(later.section._id))
      .find(later => joinedAfterMove(one, later));
    if (other) {
      const text = `有人同时排在撞时间的两个班：${titleOf(section)}和${titleOf(other.section)}`;
      alarms.push({ sectionId: section._id, text });
    }
  }
  for (const [batchId, { count }] of Object.entries(standing.batches)) {
    const holds = standing.holds.filter(hold => hold.batchId === batchId);
    const sectionId = holds[0]?.sectionId ?? '';
    const limit = sections.get(sectionId)?.limit;
    if (count !== holds.length) {
      alarms.push({ sectionId, text: `有人在本期占了 ${holds.length} 个位置，计数却是 ${count}` });
    }
    const inLine = used.filter(({ hold }) => hold.batchId === batchId).length;
    if (limit !== undefined && inLine > limit) {
      alarms.push({ sectionId, text: `有人在本期排了 ${inLine} 个班，超过了每人 ${limit} 个` });
    }
  }
  return alarms;
}
