import type { Place } from '../../domain/api';
import type { Section } from '../../domain/model';
import { FULL_MEMORY_MS } from '../../domain/line/full-memory';
import { sameEntry, sentenceOf, type Life, type Operation, type Violation } from '../history';
import { Presence } from '../presence';
import { mayHaveRemoved } from './lines';

/** Compares every definite answer with the record after the kill. What was told must be true, and stay true. */
export function checkAnswers(life: Life): Violation[] {
  const presence = new Presence(life);
  const after = new Map(life.after.sections.map(section => [section._id, section]));
  return life.operations.flatMap(operation => {
    const section = after.get(operation.sectionId);
    if (!section || operation.answer.kind === 'unknown') return [];
    const place = placeIn(operation);
    if (place) return checkTold(operation, place, section, life);
    return [...checkToldAbsent(operation, section, life), ...checkRefusal(operation, section, presence, life)];
  });
}

function placeIn({ answer }: Operation): Place | null {
  if (answer.kind === 'claimed') return answer.claimed.place;
  return answer.kind === 'place' ? answer.place : null;
}

/**
 * For an answer "yours" with a number: the entry is where it was told or further to the front, unless its owner may
 * have left.
 */
function checkTold(operation: Operation, place: Place, section: Section, life: Life): Violation[] {
  const { memberId, sectionId } = operation;
  const entry = { memberId, at: place.at };
  const violation = (kind: Violation['kind'], text: string): Violation[] => [
    { kind, text: `${text}; ${sentenceOf(operation)}`, sectionId, memberId },
  ];
  const seated = place.state === 'SEATED';
  const told = seated ? place.number - 1 : section.capacity + place.number - 1;
  if (
    place.number < 1 ||
    (seated && place.number > section.capacity) ||
    told >= section.capacity + section.waitlistLimit
  )
    return violation('oversold', 'a number that does not exist was told');
  const index = section.line.findIndex(other => sameEntry(other, entry));
  if (index > told) return violation('order', `told number ${told + 1} of the line, stands at ${index + 1}`);
  if (index >= 0 || mayHaveRemoved(life, sectionId, memberId, operation.begin, seated)) return [];
  return violation('seat lost', 'an acknowledged place is gone');
}

/** For an answer "not in this line": no entry from before the question may still be there. */
function checkToldAbsent(operation: Operation, section: Section, life: Life): Violation[] {
  const { memberId, sectionId, kind, answer, begin } = operation;
  const denied =
    (answer.kind === 'refused' && ['FULL', 'CLASH', 'LIMIT_REACHED'].includes(answer.code)) ||
    answer.kind === 'left' ||
    answer.kind === 'place';
  const entry = section.line.find(other => other.memberId === memberId);
  if (!denied || !entry) return [];
  const before = life.before.sections.find(other => other._id === sectionId);
  const older =
    before?.line.some(other => sameEntry(other, entry)) ||
    life.operations.some(
      other =>
        other.end < begin &&
        other.memberId === memberId &&
        other.sectionId === sectionId &&
        placeIn(other)?.at === entry.at,
    );
  if (!older) return [];
  const undone = kind === 'drop' && answer.kind === 'left' && answer.state !== null;
  const text = `${undone ? 'still there' : 'was there all the time'}; ${sentenceOf(operation)}`;
  return [{ kind: undone ? 'drop undone' : 'told untruly', text, sectionId, memberId }];
}

/**
 * FULL, CLASH and LIMIT_REACHED must have been true at some moment of the call. FULL may also come from the stated
 * memory.
 */
function checkRefusal(operation: Operation, section: Section, presence: Presence, life: Life): Violation[] {
  const { answer, memberId, sectionId, begin, end } = operation;
  if (answer.kind !== 'refused') return [];
  const untrue = (text: string): Violation[] => [
    { kind: 'told untruly', text: `${text}; ${sentenceOf(operation)}`, sectionId, memberId },
  ];
  switch (answer.code) {
    case 'FULL': {
      const size = section.capacity + section.waitlistLimit;
      const most = presence.most(sectionId, firstEventSince(life, operation.beginMs - FULL_MEMORY_MS, begin), end);
      return most < size ? untrue(`told FULL while at most ${most} of ${size} places were taken`) : [];
    }
    case 'CLASH': {
      const other = String(answer.details?.['sectionId']);
      const fair = section.clashIds.includes(other) && presence.possible(memberId, other, begin, end);
      return fair ? [] : untrue(`told CLASH with ${other}, where the person did not stand`);
    }
    case 'LIMIT_REACHED': {
      const mine = life.before.sections.filter(
        other => other.batchId === section.batchId && presence.possible(memberId, other._id, begin, end),
      );
      const limit = section.limit ?? Infinity;
      return mine.length < limit ? untrue(`told LIMIT_REACHED in ${mine.length} lines of ${limit}`) : [];
    }
    default:
      return untrue('a refusal that nothing in this rush explains');
  }
}

/** The number of the first event not older than `sinceMs`, as far as operations tell; at most `begin`. */
function firstEventSince(life: Life, sinceMs: number, begin: number): number {
  let first = 0;
  for (const operation of life.operations)
    if (operation.beginMs < sinceMs) first = Math.max(first, Math.min(operation.begin, begin));
  return first;
}
