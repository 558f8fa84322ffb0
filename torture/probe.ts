import { act, type Rush } from './clients';
import type { Answered, Snapshot, Violation } from './history';
import { memberOf, personOf, type Person } from './world';

/**
 * After healing, and without faults, a newcomer gets exactly the next place of a line that has one, and is told FULL
 * by a line that has none. So no place stays blocked, and nobody is told "full" or "busy" for good.
 */
export async function checkProbe(
  rush: Rush,
  { sections }: Snapshot,
  ...name: (string | number)[]
): Promise<Violation[]> {
  const person = personOf('probe', ...name);
  await rush.emulator.import('members', [memberOf(person, 0)]);
  const violations: Violation[] = [];
  for (const { _id: sectionId, line, capacity, waitlistLimit } of sections) {
    const answer = await untilAnswered(rush, 'claim', person, sectionId);
    const expected =
      line.length >= capacity + waitlistLimit
        ? 'FULL'
        : line.length < capacity
          ? `SEATED ${line.length + 1}`
          : `WAITING ${line.length - capacity + 1}`;
    const told =
      answer.kind === 'claimed'
        ? `${answer.claimed.place.state} ${answer.claimed.place.number}`
        : answer.kind === 'refused'
          ? answer.code
          : JSON.stringify(answer);
    const memberId = person.memberId;
    if (told !== expected)
      violations.push({
        kind: 'stuck',
        text: `a newcomer expects ${expected} and is told ${told}`,
        sectionId,
        memberId,
      });
    if (answer.kind !== 'claimed') continue;
    const left = await untilAnswered(rush, 'drop', person, sectionId);
    const leftBefore = left.kind === 'left' && left.state === null && left.again;
    if (left.kind !== 'left' || (left.state !== answer.claimed.place.state && !leftBefore))
      violations.push({ kind: 'stuck', text: `leaving again: ${JSON.stringify(left)}`, sectionId, memberId });
  }
  return violations;
}

/** Far more than a slow machine needs. Somebody who is told "busy" this often is told it for good. */
const TRIES = 30;
const PAUSE_MS = 300;

/** Tries as the app does: "busy" and no answer are no answers. `again`: an earlier try may have succeeded. */
async function untilAnswered(
  rush: Rush,
  kind: 'claim' | 'drop',
  person: Person,
  sectionId: string,
): Promise<Answered & { again: boolean }> {
  for (let tries = 1; ; tries += 1) {
    const answer = await act(rush, kind, person, sectionId);
    if (answer.kind !== 'unknown' || tries === TRIES) return { ...answer, again: tries > 1 };
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
