import type { Consents, PushKind } from '../../domain/model';
import { addOnce } from '../base/add-once';
import { _, read, updateAll } from '../base/database';
import type { Run } from '../base/door';
import { updateAndRead } from '../base/update-and-read';
import { refuseWhileErasing } from '../privacy/erase/under-way';

/** The last taps to remember. A call is repeated within seconds or minutes, and nobody agrees more often meanwhile. */
const REMEMBERED = 20;
const REMINDERS: readonly PushKind[] = ['opening', 'tomorrow'];

/**
 * The ledger of consents. WeChat keeps no balance that one could ask for, so we keep our own. One consent = one
 * message. A tap has a name, so that a call repeated by the platform or the app counts once.
 */
export const consent: Run<'member.consent'> = async ({ input: { kinds, tapId }, memberId, now }) => {
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const asked = [...new Set<PushKind>(kinds)];
  const more = () =>
    updateAndRead(
      'consents',
      { _id: memberId, ...(tapId ? { asked: _.neq(tapId) } : {}) },
      {
        ...Object.fromEntries(asked.map(kind => [`left.${kind}`, _.inc(1)])),
        ...(tapId ? { asked: _.push({ each: [tapId], slice: -REMEMBERED }) } : {}),
        at: now,
      },
    );
  const first = async (): Promise<Consents | null> => {
    const left = Object.fromEntries(asked.map(kind => [kind, 1]));
    const made = { _id: memberId, left, ...(tapId ? { asked: [tapId] } : {}), at: now };
    return (await addOnce('consents', made)) ? made : null;
  };
  // If it exists already, another call wrote the first one just now, or this tap was counted before.
  const consents = (await more()) ?? (await first()) ?? (await more()) ?? (await read('consents', memberId));
  await ringAfterAll(asked, memberId, now);
  return { consents: consents?.left ?? {} };
};

/** Sends a reminder that found no consent before, if its lesson is still to come. */
async function ringAfterAll(asked: readonly PushKind[], memberId: string, now: number): Promise<void> {
  const kinds = asked.filter(kind => REMINDERS.includes(kind));
  if (kinds.length === 0) return;
  await updateAll(
    'notices',
    { memberId, 'push.state': 'unasked', 'push.kind': _.in(kinds), 'push.lessonAt': _.gt(now) },
    { 'push.state': 'due', 'push.notBefore': now },
  );
}
