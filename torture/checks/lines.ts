import type { LineEntry, Section } from '../../domain/model';
import { sameEntry, type Life, type Operation, type Violation } from '../history';
import { mayHaveClaimed } from '../presence';

/** Allows for two processes on one machine that read their clocks one after the other. */
const CLOCK_SLACK_MS = 5;

/**
 * Compares what happened to each line with what people did. Nobody vanished without leaving, and nobody stands in it
 * who did not claim. The order changed only by leaving and by joining at the end.
 */
export function checkLines(life: Life): Violation[] {
  return life.after.sections.flatMap(after => {
    const before = life.before.sections.find(section => section._id === after._id);
    if (!before) return [];
    return [
      ...checkVanished(before, after, life),
      ...checkJoined(before, after, life),
      ...checkOrder(before, after, life),
    ];
  });
}

/** Operations that may have taken the person out of the line, except those that were over before event `since`. */
export function mayHaveRemoved(life: Life, sectionId: string, memberId: string, since: number, seated: boolean) {
  const clashIds = life.before.sections.find(section => section._id === sectionId)?.clashIds ?? [];
  return life.operations.some(operation => {
    if (operation.memberId !== memberId || operation.end < since) return false;
    const { kind, answer } = operation;
    if (kind === 'drop' && operation.sectionId === sectionId)
      return answer.kind === 'unknown' || (answer.kind === 'left' && answer.state !== null);
    // A seat elsewhere clears waits that clash with it, but never a seat.
    if (kind !== 'claim' || seated || !clashIds.includes(operation.sectionId)) return false;
    return (
      answer.kind === 'unknown' || (answer.kind === 'claimed' && answer.claimed.clearedSectionIds.includes(sectionId))
    );
  });
}

function checkVanished(before: Section, after: Section, life: Life): Violation[] {
  return before.line.flatMap((entry, index): Violation[] => {
    if (after.line.some(other => sameEntry(other, entry))) return [];
    if (mayHaveRemoved(life, after._id, entry.memberId, 0, index < before.capacity)) return [];
    const text = `number ${index + 1} of ${after._id}, there when the life began, is gone and did not leave`;
    return [{ kind: 'seat lost', text, sectionId: after._id, memberId: entry.memberId }];
  });
}

/** Claims that may have made this entry. */
const makersOf = (life: Life, sectionId: string, entry: LineEntry): Operation[] =>
  life.operations.filter(operation => {
    if (operation.memberId !== entry.memberId || operation.sectionId !== sectionId) return false;
    if (!mayHaveClaimed(operation) || entry.at < operation.beginMs - CLOCK_SLACK_MS) return false;
    return entry.at <= operation.endMs + CLOCK_SLACK_MS;
  });

function checkJoined(before: Section, after: Section, life: Life): Violation[] {
  return after.line.flatMap((entry): Violation[] => {
    if (before.line.some(other => sameEntry(other, entry))) return [];
    if (makersOf(life, after._id, entry).length > 0) return [];
    const text = `an entry of ${entry.at} stands in ${after._id} that no claim can have made`;
    return [{ kind: 'ghost', text, sectionId: after._id, memberId: entry.memberId }];
  });
}

function checkOrder(before: Section, after: Section, life: Life): Violation[] {
  const violations: Violation[] = [];
  const sectionId = after._id;
  const wrong = (text: string, memberId: string) => violations.push({ kind: 'order', text, sectionId, memberId });

  const places = after.line.map(entry => before.line.findIndex(other => sameEntry(other, entry)));
  const stayed = places.filter(place => place >= 0);
  if (stayed.some((place, index) => index > 0 && place < stayed[index - 1]!))
    wrong(`those who stayed in ${sectionId} changed places: ${stayed.map(place => place + 1).join(' ')}`, '');
  if (places.slice(0, stayed.length).some(place => place < 0))
    wrong(`somebody new stands in ${sectionId} before somebody who was there already`, '');

  // A person who was answered before another tapped stands before that other.
  const told = toldEntries(life, sectionId);
  after.line.forEach((later, index) => {
    if (before.line.some(other => sameEntry(other, later))) return;
    const tapped = Math.min(...makersOf(life, sectionId, later).map(maker => maker.begin));
    for (const behind of after.line.slice(index + 1)) {
      const answered = told.get(`${behind.memberId} ${behind.at}`) ?? Infinity;
      if (answered < tapped)
        wrong(`answered at event ${answered}, stands behind somebody who tapped at event ${tapped}`, behind.memberId);
    }
  });
  return violations;
}

/** By `memberId at`: the first event at which somebody was told of that entry. */
function toldEntries(life: Life, sectionId: string): Map<string, number> {
  const told = new Map<string, number>();
  for (const { sectionId: own, memberId, answer, end } of life.operations) {
    const place = answer.kind === 'claimed' ? answer.claimed.place : answer.kind === 'place' ? answer.place : null;
    if (own !== sectionId || !place) continue;
    const name = `${memberId} ${place.at}`;
    told.set(name, Math.min(told.get(name) ?? Infinity, end));
  }
  return told;
}
