import type { Section, Standing } from '../../domain/model';
import type { Snapshot, Violation } from '../history';

const who = (memberId: string) => memberId.slice(0, 6);

/**
 * What must be true of the record at every moment, whatever was killed. No line has too many people or anybody
 * twice. Nobody is over the limit or in two lines that clash. The counter equals the line, and each entry of a line
 * has its hold.
 */
export function checkRecord({ sections, standings }: Snapshot): Violation[] {
  const violations = sections.flatMap(checkLine);
  const byId = new Map(standings.map(standing => [standing._id, standing]));
  const linesOf = new Map<string, Section[]>();
  for (const section of sections) {
    for (const entry of section.line) {
      linesOf.set(entry.memberId, [...(linesOf.get(entry.memberId) ?? []), section]);
      const held = byId.get(entry.memberId)?.holds.some(h => h.sectionId === section._id && h.at === entry.at);
      if (!held)
        violations.push({
          kind: 'counter',
          text: `${who(entry.memberId)} stands in ${section._id} since ${entry.at} without a hold`,
          sectionId: section._id,
          memberId: entry.memberId,
        });
    }
  }
  for (const [memberId, lines] of linesOf) violations.push(...checkPerson(memberId, lines));
  return violations;
}

function checkLine({ _id: sectionId, line, lineCount, capacity, waitlistLimit }: Section): Violation[] {
  const violations: Violation[] = [];
  const size = capacity + waitlistLimit;
  if (line.length > size)
    violations.push({ kind: 'oversold', text: `${sectionId} takes ${size} and holds ${line.length}`, sectionId });
  if (lineCount !== line.length)
    violations.push({ kind: 'counter', text: `${sectionId} counts ${lineCount} and holds ${line.length}`, sectionId });
  const seen = new Set<string>();
  for (const { memberId } of line) {
    if (seen.has(memberId))
      violations.push({ kind: 'duplicate', text: `${who(memberId)} twice in ${sectionId}`, sectionId, memberId });
    seen.add(memberId);
  }
  return violations;
}

function checkPerson(memberId: string, lines: readonly Section[]): Violation[] {
  const violations: Violation[] = [];
  for (const [index, section] of lines.entries()) {
    const other = lines.slice(index + 1).find(later => section.clashIds.includes(later._id));
    if (other)
      violations.push({
        kind: 'clash',
        text: `${who(memberId)} stands in ${section._id} and in ${other._id}, which clash`,
        sectionId: section._id,
        memberId,
      });
  }
  for (const batchId of new Set(lines.map(section => section.batchId))) {
    const inBatch = lines.filter(section => section.batchId === batchId);
    const limit = inBatch[0]?.limit;
    if (limit !== undefined && inBatch.length > limit)
      violations.push({
        kind: 'over limit',
        text: `${who(memberId)} stands in ${inBatch.map(section => section._id).join(', ')}; the limit is ${limit}`,
        memberId,
      });
  }
  return violations;
}

/** After healing nothing is left over: holds and entries are the same, and every counter counts them. */
export function checkHealed(before: Snapshot, { sections, standings }: Snapshot): Violation[] {
  const violations: Violation[] = [];
  const lines = new Map(before.sections.map(section => [section._id, JSON.stringify(section.line)]));
  for (const { _id: sectionId, line } of sections) {
    if (JSON.stringify(line) !== lines.get(sectionId))
      violations.push({ kind: 'not healed', text: `healing changed the line of ${sectionId}`, sectionId });
  }
  const entries = new Set(sections.flatMap(s => s.line.map(entry => nameOf(entry.memberId, s._id, entry.at))));
  const holds = standings.flatMap(s => s.holds.map(hold => nameOf(s._id, hold.sectionId, hold.at)));
  for (const hold of holds)
    if (!entries.has(hold)) violations.push({ kind: 'not healed', text: `an unused hold was left: ${hold}` });
  if (holds.length !== entries.size || new Set(holds).size !== holds.length)
    violations.push({ kind: 'not healed', text: `${holds.length} holds for ${entries.size} entries` });
  for (const standing of standings) violations.push(...checkCounts(standing));
  return violations;
}

const nameOf = (memberId: string, sectionId: string, at: number) => `${memberId} in ${sectionId} since ${at}`;

function checkCounts({ _id: memberId, holds, batches }: Standing): Violation[] {
  return Object.entries(batches).flatMap(([batchId, { count }]): Violation[] => {
    const held = holds.filter(hold => hold.batchId === batchId).length;
    if (held === count) return [];
    return [{ kind: 'not healed', text: `${who(memberId)} holds ${held} in ${batchId} and counts ${count}`, memberId }];
  });
}
