import { verdictOf, type Told, type Verdict } from '../scripts/crowd/verdict';
import type { Record } from './record';

export interface Check extends Verdict {
  /** People who stand behind somebody who first asked only after they had been answered. */
  inversions: number;
}

/** Compares the record with what people were told. */
export function checkOf(record: Record): Check {
  const told: Told[] = record.people.map(({ memberId, sectionId, told: said }) => ({
    memberId,
    sectionId,
    kind: said === 'FULL_BY_BOARD' ? 'FULL' : (said ?? 'BUSY'),
  }));
  return { ...verdictOf(record.sections, told), inversions: inversionsOf(record) };
}

function inversionsOf({ sections, people }: Record): number {
  const byId = new Map(people.map(person => [person.memberId, person]));
  let inversions = 0;
  for (const { line } of sections) {
    let latestTap = -Infinity;
    for (const { memberId } of line) {
      const person = byId.get(memberId);
      if (!person) continue;
      if (person.told && person.toldAt < latestTap) inversions += 1;
      latestTap = Math.max(latestTap, person.tappedAt);
    }
  }
  return inversions;
}
